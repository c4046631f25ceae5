import Metrics

/// The counts of a unit.
package struct UnitOutcome: Sendable, Equatable {
  /// The counts of all its trials together.
  package let counts: CellCounts
  /// The counts of each trial, if they are kept.
  package let trials: [TrialCounts]?

  /// The counts of a unit, and of its trials if they are kept.
  package init(counts: CellCounts, trials: [TrialCounts]? = nil) {
    self.counts = counts
    self.trials = trials
  }

  init(keeping scores: [TrialScore]) {
    var counts = CellCounts()
    for var score in scores { counts.add(&score) }
    self.init(counts: counts, trials: scores.map(\.counts))
  }
}
