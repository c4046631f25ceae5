import Metrics
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
}

extension PairedComparisons.Key {
  fileprivate var order: [Int] { [first, second, adversary, draw, metric] }
}
