import Experiments

/// How far a search is.
package struct TuneProgress: Equatable, Sendable {
  /// The number of the round, from 1.
  package var round = 1
  /// How many of all pairs of a configuration and an adversary were looked at without trials.
  package var pairsDone = 0
  /// The number of all pairs.
  package var pairs = 0
  /// The number of values that are proven.
  package var proven = 0
  /// The number of values that are exact.
  package var exact = 0
  /// The number of values of which only bounds are known without trials.
  package var open = 0
  /// The number of trials.
  package var trials = 0
  /// The most trials.
  package var trialsMax = 0
  /// The number of configurations of which it is not decided whether they are in the front.
  package var undecided = 0
  /// Whether everything is worked out, and only the recommendation is left to be looked at.
  package var isOver = false

  /// Counts what came of a unit.
  package mutating func add(_ outcome: TuneOutcome) {
    switch outcome {
    case .values(let values):
      pairsDone += values.count
      for value in values.joined() {
        switch value.status {
        case .proven: proven += 1
        case .exact: exact += 1
        case .bounded, .measured: open += 1
        }
      }
    case .samples(let samples): trials += samples.count
    }
  }
}
