import Metrics

/// The counts of a unit.
package struct UnitOutcome: Sendable, Equatable {
  /// The counts of all its trials together.
  package let counts: CellCounts
  /// The counts of each trial, if they are kept.
  package let trials: [TrialCounts]?
  /// What a check looks at in each trial, if it is kept.
  package let samples: TrialSamples?

  /// The counts of a unit, and what is kept of its trials.
  package init(
    counts: CellCounts, trials: [TrialCounts]? = nil, samples: TrialSamples? = nil
  ) {
    self.counts = counts
    self.trials = trials
    self.samples = samples
  }

  init(keeping scores: [TrialScore]) {
    self.init(counts: CellCounts(scores), trials: scores.map(\.counts))
  }
}

extension CellCounts {
  /// The counts of some trials.
  init(_ scores: [TrialScore]) {
    self.init()
    for var score in scores { add(&score) }
  }
}
