import Metrics

/// The counts of a unit.
public struct UnitOutcome: Sendable, Equatable {
  /// The counts of all its trials together.
  public let counts: CellCounts
  /// The counts of each trial, if they are kept.
  public let trials: [TrialCounts]?

  /// The counts of a unit, and of its trials if they are kept.
  public init(counts: CellCounts, trials: [TrialCounts]? = nil) {
    self.counts = counts
    self.trials = trials
  }

  init(keeping scores: [TrialScore]) {
    var counts = CellCounts()
    for var score in scores { counts.add(&score) }
    self.init(counts: counts, trials: scores.map(\.counts))
  }
}
