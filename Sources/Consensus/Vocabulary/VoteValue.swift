/// The value of a vote.
public enum VoteValue: String, CaseIterable, BitwiseCopyable, Sendable {
  case approve
  case reject
  /// Counts for nothing, not even for the quorum.
  case abstain
}
