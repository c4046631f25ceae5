import Experiments
import Metrics
import Scenarios

/// What becomes of a scenario under each configuration, with each adversary in its seats.
package struct TuneStudy: Sendable {
  /// The scenario as it is.
  package let scenario: Scenario
  /// What is asked.
  package let request: TuneRequest
  /// Who takes the seats; the last one is peace.
  package let adversaries: [SeatAdversary]
  /// The number of seats.
  package let seatCount: Int
  /// The metrics that are looked at: the objectives, then `expected_harm` and those with a limit.
  package let metrics: [Metric]
  /// The configurations: the scenario's own first if it is not searched, then those that are.
  package let configurations: [TunedConfiguration]
  /// The place of the scenario's own settings.
  package let own: Int
  /// Whether fractions are a grid, because there are too many different sums of weights.
  package let isGrid: Bool
  /// The trials that were run.
  let rounds: TrialRounds

  /// The number of trials that were run.
  package var trials: Int { rounds.trials }

  /// The most pairs of a configuration and an adversary.
  package static let pairsMax = 10_000_000
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
  package let worst: [WorstOfAdversaries]
  /// Each metric in peace.
  package let peace: [PairValue]
  /// Whether it keeps all limits.
  package internal(set) var feasible = Judgement.undecided
  /// Whether no other configuration is as good in all objectives and better in one.
  package internal(set) var front = Judgement.undecided
  /// Whether it would be in the front if all were as good as they may be.
  var isPromising = false
}

/// What is to be done for a study, known before anything is worked out.
package struct TunePlan: Sendable {
  /// The scenario as it is.
  package let scenario: Scenario
  /// What is asked.
  package let request: TuneRequest
  let seats: SeatedScenario
  let adversaries: [SeatAdversary]
  let metrics: [Metric]
  /// The settings to try, the scenario's own first if they are not among those that are searched.
  let configurations: [Configuration]
  let own: Int
  let isGrid: Bool

  /// There are more pairs of a configuration and an adversary than are allowed.
  package struct TooManyPairs: Error {
    /// The field without which the search would be smallest.
    package let field: String
  }

  /// The plan for a cell.
  ///
  /// - Parameter pairsMax: the most pairs of a configuration and an adversary.
  package init(
    _ scenario: Scenario, _ request: TuneRequest, _ vocabulary: Vocabulary,
    pairsMax: Int = TuneStudy.pairsMax
  ) throws(TooManyPairs) {
    self.scenario = scenario
    self.request = request
    seats = SeatedScenario(scenario, request)
    adversaries = SeatAdversary.all(of: seats, request, vocabulary)
    var metrics: [Metric] = []
    for metric in request.aims + [.expectedHarm] + (request.constraints ?? []).map(\.metric)
    where !metrics.contains(metric) {
      metrics.append(metric)
    }
    self.metrics = metrics
    let space = SearchSpace(request, of: scenario)
    let distinct: DistinctConfigurations
    do throws(DistinctConfigurations.TooMany) {
      distinct = try DistinctConfigurations(
        of: space, scenario, countMax: pairsMax / adversaries.count)
    } catch {
      throw TooManyPairs(field: space.largestField)
    }
    isGrid = distinct.isGrid
    if let own = distinct.own {
      self.own = own
      configurations = distinct.configurations
    } else {
      own = 0
      configurations = [Configuration(own: space.own)] + distinct.configurations
    }
    isOwnSearched = distinct.own != nil
  }

  /// Whether the scenario's own settings are among those that are searched.
  let isOwnSearched: Bool

  /// The most trials of all pairs together.
  var trialsMax: Int { request.trialsMax ?? Self.usualTrialsMax }

  /// The most trials if nobody says how many.
  package static let usualTrialsMax = 100_000

  /// The number of pairs of a configuration and an adversary.
  package var pairCount: Int { configurations.count * adversaries.count }
}
