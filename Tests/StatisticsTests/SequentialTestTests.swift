import Statistics
import TestSupport
import Testing

struct SequentialTestTests {
  private static func run(
    rate: Double, limit: Double, units: Int, trialsMax: Int, seed: UInt64
  ) -> SequentialTest {
    var random = SplitMix64(seed: seed)
    var test = SequentialTest(
      limit: limit, range: 0...1, unitsMax: Double(units), errorRate: 0.05)
    while test.side == nil && test.trials < trialsMax {
      let events = (0..<units).filter { _ in
        Double(random.next() >> 11) * 0x1p-53 < rate
      }.count
      test.add(.init(total: Double(events), units: Double(units)))
    }
    return test
  }

  /// At the limit and beside it on the wrong side, the other side is found as seldom as stated.
  @Test(arguments: [(0.1, 0.1), (0.11, 0.1), (0.5, 0.5), (0.02, 0.02)])
  func errsAsSeldomAsStated(rate: Double, limit: Double) {
    let repeats = 200
    let found = (0..<repeats).filter { seed in
      Self.run(rate: rate, limit: limit, units: 5, trialsMax: 100, seed: UInt64(seed)).side
        == .below
    }
    // 5 % and four standard errors of the count.
    #expect(found.count <= 10 + 13, "\(found.count) of \(repeats)")
  }

  @Test func findsClearCasesEarly() {
    let below = Self.run(rate: 0.01, limit: 0.1, units: 5, trialsMax: 1000, seed: 1)
    #expect(below.side == .below && below.trials < 100)
    let above = Self.run(rate: 0.3, limit: 0.1, units: 5, trialsMax: 1000, seed: 2)
    #expect(above.side == .above && above.trials < 50)
  }

  @Test func aSingleEventIsAboveNothingAtAll() {
    var test = SequentialTest(limit: 0, range: 0...1, unitsMax: 50, errorRate: 0.05)
    for _ in 0..<1000 { test.add(.init(total: 0, units: 50)) }
    #expect(test.side == nil)
  }

  @Test func whatWasFoundStays() {
    var test = SequentialTest(limit: 0.5, range: 0...1, unitsMax: 1, errorRate: 0.05)
    for _ in 0..<40 { test.add(.init(total: 1, units: 1)) }
    #expect(test.side == .above)
    let trials = test.trials
    for _ in 0..<400 { test.add(.init(total: 0, units: 1)) }
    #expect(test.side == .above && test.trials == trials)
  }

  @Test func trialsMayHaveNoUnits() {
    var test = SequentialTest(limit: 0.5, range: 0...1, unitsMax: 3, errorRate: 0.05)
    for _ in 0..<100 { test.add(.init(total: 0, units: 0)) }
    #expect(test.side == nil && test.trials == 100)
  }
}
