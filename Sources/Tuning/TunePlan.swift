import Metrics
import Scenarios

/// What is to be done for a study, known before anything is worked out.
package struct TunePlan: Sendable {
  /// The scenario as it is; several if it is not known for certain.
  package let draws: [Scenario]
  /// What is asked.
  package let request: TuneRequest
  /// The seats; those of each draw.
  let seats: [SeatedScenario]
  private let vocabulary: Vocabulary
  /// Who takes the seats; the last one is peace.
  package let adversaries: [SeatAdversary]
  /// The metrics that are looked at: the objectives, then `expected_harm` and those with a limit.
  package let metrics: [Metric]
  /// The place of `expected_harm` among them.
  package let harm: Int
  /// The settings to try, the scenario's own first if they are not among those that are searched.
  let configurations: [Configuration]
  /// The place of the scenario's own settings.
  package let own: Int
  /// Whether the scenario's own settings are among those that are searched.
  let isOwnSearched: Bool
  /// Whether fractions are a grid, because there are too many different sums of weights.
  package let isGrid: Bool
  /// Whether what is known without trials is used; only a test of trials goes without.
  var knowsWithoutTrials = true
  /// Which of the searched settings are which configuration, or why that is not told; nil if nobody
  /// asks how much each field matters.
  let grid: Result<CommonGrid, CommonGrid.Obstacle>?

  /// The most pairs of a configuration and an adversary, over all draws.
  package static let pairsMax = 10_000_000

  /// There are more pairs of a configuration and an adversary than are allowed.
  package struct TooManyPairs: Error {
    /// The field without which the search would be smallest.
    package let field: String
  }

  /// The plan for what is tuned at once.
  ///
  /// - Parameter pairsMax: the most pairs of a configuration and an adversary, over all draws.
  package init(
    _ tuned: TuneCase, _ vocabulary: Vocabulary, pairsMax: Int = Self.pairsMax
  ) throws(TooManyPairs) {
    let request = tuned.request
    draws = tuned.draws
    let scenario = draws[0]
    self.request = request
    self.vocabulary = vocabulary
    seats = tuned.draws.map { SeatedScenario($0, request) }
    adversaries = SeatAdversary.all(of: seats, request, vocabulary)
    var metrics = request.aims
    harm = metrics.firstIndex(of: .expectedHarm) ?? metrics.count
    for metric in [.expectedHarm] + (request.constraints ?? []).map(\.metric)
    where !metrics.contains(metric) {
      metrics.append(metric)
    }
    self.metrics = metrics
    let space = SearchSpace(request, of: scenario)
    let distinct: DistinctConfigurations
    do throws(DistinctConfigurations.TooMany) {
      distinct = try DistinctConfigurations(
        of: space, scenario, countMax: pairsMax / adversaries.count / seats.count,
        keepsBins: request.tellsSensitivity == true)
    } catch {
      throw TooManyPairs(field: space.largestField)
    }
    isGrid = distinct.isGrid
    grid =
      request.tellsSensitivity == true
      ? Result { () throws(CommonGrid.Obstacle) in
        try CommonGrid(distinct, combinationsMax: CommonGrid.combinationsMax)
      } : nil
    if let own = distinct.own {
      self.own = own
      configurations = distinct.configurations
    } else {
      own = 0
      configurations = [Configuration(own: space.own)] + distinct.configurations
    }
    isOwnSearched = distinct.own != nil
  }

  /// Who takes the seats but those whose seats they are.
  var attackers: ArraySlice<SeatAdversary> { adversaries.dropLast() }

  /// Who would take the seats if there were another number of them; the last one is peace.
  func adversaries(withSeats count: Int) -> [SeatAdversary] {
    SeatAdversary.all(
      of: draws.map { SeatedScenario($0, request, seatCount: count) }, request, vocabulary)
  }

  /// The scenario as it is, or its first draw.
  package var scenario: Scenario { draws[0] }

  /// The number of seats.
  package var seatCount: Int { seats[0].seatCount }

  /// The number of draws; 1 if the scenario is certain.
  package var drawCount: Int { seats.count }

  /// The places of the objectives among the metrics.
  var aims: [Int] { request.aims.compactMap { metrics.firstIndex(of: $0) } }

  /// The most trials of all pairs together.
  package var trialsMax: Int { request.trialsMax ?? Self.usualTrialsMax }

  /// The most trials if nobody says how many.
  package static let usualTrialsMax = 100_000

  /// The number of pairs of a configuration and an adversary, over all draws.
  package var pairCount: Int { configurations.count * adversaries.count * drawCount }
}
