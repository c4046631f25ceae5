/// The trials among which an event is counted.
package enum TrialKind<Trial: ScoredTrial>: Sendable {
  case all
  /// Trials with an event.
  case with(Counter<Trial>)
  /// Trials without an event.
  case without(Counter<Trial>)

  /// Whether a trial is of this kind.
  @inlinable
  package func holds(_ counts: Trial.Counts) -> Bool {
    switch self {
    case .all: true
    case .with(let counter): counter.count(counts) > 0
    case .without(let counter): counter.count(counts) == 0
    }
  }

  /// The counter that gives the number of such trials.
  var counter: Counter<Trial>? {
    switch self {
    case .all: nil
    case .with(let counter), .without(let counter): counter
    }
  }
}
