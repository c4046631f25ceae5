import Metrics

/// What a unit came to.
public struct UnitOutcome: Sendable, Equatable {
  /// What was counted in all its trials.
  public let counts: CellCounts
  /// What was counted in each of them, if that was to be kept.
  public let trials: [TrialCounts]?

  /// The counts of a unit.
  public init(counts: CellCounts, trials: [TrialCounts]? = nil) {
    self.counts = counts
    self.trials = trials
  }

  /// The counts of a unit whose trials are kept.
  init(keeping scores: [TrialScore]) {
    var counts = CellCounts()
    for var score in scores { counts.add(&score) }
    self.init(counts: counts, trials: scores.map(\.counts))
  }
}
