import Metrics
import Scenarios

/// What becomes of a scenario under each configuration, with each adversary in its seats.
package struct TuneStudy: Sendable {
  /// What was to be done.
  package let plan: TunePlan
  /// The configurations: the scenario's own first if it is not searched, then those that are.
  package internal(set) var configurations: [TunedConfiguration]
  /// The trials that were run.
  var rounds: TrialRounds
  /// What is known without trials of each pair, by configuration, adversary, draw and metric.
  let known: [[[[PairValue]]]]

  /// The number of configurations of which it is not decided whether they are in the front.
  package var undecidedCount: Int { configurations.count { $0.front == .undecided } }

  /// The number of trials that were run.
  package var trials: Int { rounds.trials }
}

/// A configuration with the worst that can become of it.
package struct TunedConfiguration: Sendable {
  /// Its number: 0 for settings of the scenario that are not searched, and from 1 for those that are.
  package let number: Int
  /// The settings that decide alike.
  package let configuration: Configuration
  /// How many fields differ from the scenario's own settings.
  package let changes: Int
  /// The worst of each metric over all adversaries.
  package internal(set) var worst: [WorstOfAdversaries]
  /// Each metric in peace.
  package internal(set) var peace: [PairValue]
  /// Whether it keeps all limits.
  package internal(set) var feasible = Judgement.undecided
  /// Whether no other configuration is as good in all objectives and better in one.
  package internal(set) var front = Judgement.undecided
}
