import Consensus
import Experiments
import Metrics
import Statistics
import TestSupport
import Testing

@testable import Tuning

struct PairedComparisonsTests {
  /// What trials find out about two configurations is what is exactly known of them.
  @Test func whatIsFoundIsTrue() async throws {
    var found = 0
    for number in 1...Effort.count(20, inDebug: 2) {
      var numbers = SplitMix64(seed: SplitMix64.seed(of: "paired", case: number))
      var plan = try TrialRoundsTests.problem(&numbers, trials: Effort.count(20_000, inDebug: 5000))
      let exact = try await TuneStudyTests.study(plan)
      plan.knowsWithoutTrials = false
      let measured = try await TuneStudyTests.study(plan)
      let comparisons = measured.rounds.comparisons
      for key in comparisons.states.keys.sorted(by: { $0.order.lexicographicallyPrecedes($1.order) }
      ) {
        let first = exact.known[key.first][key.adversary][0][key.metric].value
        let second = exact.known[key.second][key.adversary][0][key.metric].value
        let isLess = comparisons.hasLess(
          key.first, than: key.second, adversary: key.adversary, draw: 0, metric: key.metric)
        guard let isLess, let first, let second else { continue }
        found += 1
        #expect(isLess == (first < second), "\(key) of case \(number)")
        #expect(
          comparisons.hasLess(
            key.second, than: key.first, adversary: key.adversary, draw: 0, metric: key.metric)
            == !isLess)
      }
    }
    #expect(found >= Effort.count(200, inDebug: 10))
  }

  /// Three couples, two adversaries and two metrics are 12 comparisons, each with two wrong sides.
  @Test func allComparisonsShareTheErrorRate() {
    let comparisons = PairedComparisons(
      configurations: 3, pairs: 6, metrics: 2, errorRate: 0.024)
    #expect((comparisons.errorRate - 0.001).magnitude < 1e-15)
  }

  /// Of correct decisions less is worse, so that whoever has more is better.
  ///
  /// All is warranted, so that a tie should approve. Ties are too seldom for limits to be apart.
  @Test func moreIsBetterWhereLessIsWorse() async throws {
    var plan = try TuneStudyTests.plan(
      """
      {"name": "four", "voters": [
        {"name": "m", "role": "honest", "count": 3, "accuracy": 0.97},
        {"name": "t", "role": "byzantine", "strategy": "oppose", "count": 1}],
       "workload": {"proposals": 5, "warranted": 1},
       "tune": {"max_trials": 0, "objectives": ["correct_rate"],
         "search": {"ties": ["approve", "reject"]},
         "adversaries": [{"name": "liar", "role": "byzantine", "strategy": "oppose"}]}}
      """)
    plan.knowsWithoutTrials = false
    let study = try await TrialOutlookTests.evenly(plan, trials: 100)
    let ties = study.configurations.map(\.configuration.settings.safeguards.ties)
    #expect(ties == [.approve, .reject])
    let ranges = try [0, 1].map { try #require(study.drawValues($0, 0, 0)[0].range) }
    #expect(ranges[0].overlaps(ranges[1]))
    #expect(study.rounds.comparisons.hasLess(1, than: 0, adversary: 0, draw: 0, metric: 0) == true)
    #expect(study.isSurelyBetter(0, 1, 0, against: 0))
    #expect(!study.isSurelyBetter(1, 0, 0, against: 0))
    #expect(study.configurations.map(\.front) == [.yes, .no])
  }

  /// In 100 trials the first had 10 less: a bettor who stakes all wins 0.05 a trial, to second order.
  @Test func theSideThatShowsIsExpected() {
    let state = PairedComparisons.State(
      test: SequentialTest(limit: 0, range: -1...1, unitsMax: 1, errorRate: 0.01), trials: 100,
      sum: -10, squares: 10, differenceMax: 1)
    #expect((state.trialsExpected(isLess: true) - 92.1034).magnitude < 1e-3)
    #expect(state.trialsExpected(isLess: false) == .infinity)
  }

  /// A total says nothing beside one over another number of units.
  @Test func trialsWithOtherUnitsAreNotCompared() async throws {
    let plan = try TrialOutlookTests.measured(trials: 0, limit: 0.1)
    let study = try await TuneStudyTests.study(plan)
    var rounds = study.rounds
    let pairs = [0, 1].map { TrialRounds.Pair(configuration: $0, adversary: 0, draw: 0) }
    let narrowed = try pairs.enumerated().map { place, pair in
      var trials = try #require(rounds.pairs[pair])
      let sample = SequentialTest.Sample(total: 2, units: Double(3 + place))
      trials.add(TrialSamples(trials.metrics.map { _ in [sample, sample] }))
      return (pair: pair, trials: trials)
    }
    rounds.add(narrowed, asked: .nothing)
    let scenario = plan.adversaries[0].scenario
    let measure = try #require(TrialMeasure(.correctRate, in: scenario))
    let found = rounds.compared(0, with: 1, measures: [[[(metric: 0, measure: measure)]]])
    #expect(found.map(\.1.isComparable) == [false])
    #expect(found.map(\.1.trials) == [0])
  }
}

extension PairedComparisons.Key {
  fileprivate var order: [Int] { [first, second, adversary, draw, metric] }
}
