/// The trials among which something is looked for.
public enum TrialKind<Trial: ScoredTrial>: Sendable {
  case all
  /// Those in which something occurs.
  case with(Counter<Trial>)
  /// Those in which it does not.
  case without(Counter<Trial>)

  /// Whether a trial is among them.
  @inlinable
  public func holds(_ counts: Trial.Counts) -> Bool {
    switch self {
    case .all: true
    case .with(let counter): counter.count(counts) > 0
    case .without(let counter): counter.count(counts) == 0
    }
  }

  /// What has to be counted to know how many they are.
  var counter: Counter<Trial>? {
    switch self {
    case .all: nil
    case .with(let counter), .without(let counter): counter
    }
  }
}
