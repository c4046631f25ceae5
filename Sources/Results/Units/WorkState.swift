/// What is to be done for a result or a shard.
public enum WorkState: Sendable {
  /// Nothing: it is there.
  case complete
  /// The units that the journal does not hold yet.
  case open(Journal)
}
