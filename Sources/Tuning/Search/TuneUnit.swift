import Experiments
import Statistics

/// What of a search is worked out at once.
package enum TuneUnit: Equatable, Sendable {
  /// What is known without trials of some configurations against an adversary, in one draw.
  case values(adversary: Int, draw: Int, configurations: Range<Int>)
  /// Trials of a pair.
  case trials(TrialRounds.Pair, ClosedRange<Int>)
}

/// What comes of a unit.
package enum TuneOutcome: Equatable, Sendable {
  /// What is known of each configuration, by metric.
  case values([[PairValue]])
  /// What each trial adds to each metric that is measured.
  case samples(TrialSamples)
}
