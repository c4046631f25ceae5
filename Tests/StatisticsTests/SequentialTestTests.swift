import Maths
import Statistics
import TestSupport
import Testing

struct SequentialTestTests {
  /// The error rate of each side at the usual confidence of 0.95.
  private static let errorRate = 0.025

  private static func run(
    rate: Double, limit: Double, units: Int, trialsMax: Int, seed: UInt64
  ) -> SequentialTest {
    var random = SplitMix64(seed: seed)
    var test = SequentialTest(
      limit: limit, range: 0...1, unitsMax: Double(units), errorRate: errorRate)
    while test.side == nil && test.trials < trialsMax {
      test.add(TrialKind.independent(units).sample(mean: rate, &random))
    }
    return test
  }

  /// At the limit and beside it on the wrong side, the other side is found no more often than
  /// stated, whatever kind of trials there are: seen 10,000 times, looking after every trial.
  @Test(arguments: TrialKind.all, [0.02, 0.1, 0.5])
  func errsNoMoreOftenThanStated(kind: TrialKind, limit: Double) {
    let repeats = Effort.count(10_000, inDebug: 25)
    let slack = Effort.isWhole ? 0 : 4
    let nominal = Int(Double(repeats) * Self.errorRate)
    for (factor, isWrong) in [
      (0.9, [SequentialTest.Side.above]), (1.0, [.below, .above]), (1.1, [.below]),
    ] {
      var found: [SequentialTest.Side] = []
      for seed in 0..<repeats {
        var random = SplitMix64(seed: UInt64(seed))
        var test = SequentialTest(
          limit: limit, range: 0...1, unitsMax: kind.unitsMax, errorRate: Self.errorRate)
        while test.side == nil && test.trials < 150 {
          test.add(kind.sample(mean: limit * factor, &random))
        }
        if let side = test.side { found.append(side) }
      }
      for side in isWrong {
        let errors = found.count { $0 == side }
        #expect(errors <= nominal + slack, "\(side) \(errors) times of \(repeats) at \(factor)")
      }
    }
  }

  /// Clear cases take at most half the trials of a test of a fixed size.
  ///
  /// Such a test has to be planned before anything is known. Planned to tell the limit from a rate a
  /// quarter of it away, with the same error rate and a power of 0.95, it takes
  /// ((z(α) √(L (1 − L)) + z(β) √(q (1 − q))) ÷ (L − q))² trials, q being that rate. Clear is what
  /// lies at least twice as far away.
  @Test(arguments: [
    (0.1, 0.0), (0.1, 0.02), (0.1, 0.05), (0.1, 0.15), (0.1, 0.2), (0.1, 0.5), (0.5, 0.1),
    (0.5, 0.25), (0.5, 0.75), (0.5, 1), (0.9, 0.99), (0.01, 0), (0.01, 0.005), (0.01, 0.02),
  ])
  func clearCasesStopAtHalfOfAFixedSizeAtMost(limit: Double, rate: Double) {
    let margin = min(limit, 1 - limit) / 4
    #expect((rate - limit).magnitude >= 1.99 * margin)
    let fixed = Self.fixedSize(limit, telling: rate < limit ? limit - margin : limit + margin)
    let repeats = Effort.count(200, inDebug: 4)
    let trials = (0..<repeats).map { seed in
      Self.run(rate: rate, limit: limit, units: 1, trialsMax: 1_000_000, seed: UInt64(seed)).trials
    }
    let mean = Double(trials.reduce(0, +)) / Double(repeats)
    #expect(mean <= fixed / 2, "\(mean) of \(fixed)")
  }

  /// What the README says of clear cases.
  @Test func clearCasesTakeWhatTheReadmeSays() {
    #expect(Self.fixedSize(0.1, telling: 0.075) == 1669)
    // The first two take long: without optimisation only the others are tried.
    let rates = [0.075, 0.05, 0.02, 0].dropFirst(Effort.isWhole ? 0 : 2)
    let means = rates.map { rate in
      let trials = (0..<200).map { seed in
        Self.run(
          rate: rate, limit: 0.1, units: 1, trialsMax: 1_000_000, seed: UInt64(seed)
        ).trials
      }
      return (Double(trials.reduce(0, +)) / 200).rounded()
    }
    #expect(means == [1378, 282, 93, 42].suffix(rates.count))
  }

  private static func fixedSize(_ limit: Double, telling rate: Double) -> Double {
    let (alpha, beta) = (normalQuantile(1 - errorRate), normalQuantile(0.95))
    let spread =
      alpha * (limit * (1 - limit)).squareRoot() + beta * (rate * (1 - rate)).squareRoot()
    return (spread * spread / ((limit - rate) * (limit - rate))).rounded(.up)
  }

  /// The interval leaves out the limit just when the test has found a side.
  @Test func theIntervalAgreesWithTheTest() throws {
    for seed in 0..<40 {
      var random = SplitMix64(seed: UInt64(seed))
      var samples: [SequentialTest.Sample] = []
      var test = SequentialTest(
        limit: 0.3, range: 0...1, unitsMax: 4, errorRate: Self.errorRate)
      while test.side == nil && test.trials < 150 {
        samples.append(TrialKind.independent(4).sample(mean: 0.2, &random))
        test.add(samples[samples.count - 1])
      }
      let estimate = try #require(
        SequentialTest.estimate(
          of: samples, range: 0...1, unitsMax: 4, errorRate: Self.errorRate))
      #expect((estimate.high <= 0.3 + 1e-6) == (test.side == .below))
      #expect((estimate.low >= 0.3 - 1e-6) == (test.side == .above))
    }
  }

  /// What is known from earlier looks may leave out the mean of all trials.
  @Test func limitsThatAreKnownStay() {
    forEverySeed(300, inDebug: 60, premises: ["below", "within", "above"]) { draw in
      let rate = Double(draw.int(in: 0...10)) / 10
      var random = SplitMix64(seed: UInt64(draw.int(in: 0...1_000_000)))
      let samples = (0..<draw.int(in: 1...200)).map { _ in
        TrialKind.independent(4).sample(mean: rate, &random)
      }
      let ends = [Double(draw.int(in: 0...8)) / 8, Double(draw.int(in: 0...8)) / 8].sorted()
      let known = ends[0]...ends[1]
      func estimate(within known: ClosedRange<Double>?) -> Estimate? {
        SequentialTest.estimate(
          of: samples, range: 0...1, unitsMax: 4, errorRate: Self.errorRate, within: known)
      }
      guard let free = estimate(within: nil), let found = estimate(within: known) else {
        Issue.record("there are units")
        return
      }
      draw.met(
        known.contains(free.value) ? "within" : free.value < known.lowerBound ? "below" : "above")
      func inside(_ value: Double) -> Double {
        min(max(value, known.lowerBound), known.upperBound)
      }
      #expect(found.value == inside(free.value))
      #expect(abs(found.low - inside(free.low)) < 1e-5)
      #expect(abs(found.high - inside(free.high)) < 1e-5)
    }
  }

  @Test func findsClearCasesEarly() {
    let below = Self.run(rate: 0.01, limit: 0.1, units: 5, trialsMax: 1000, seed: 1)
    #expect(below.side == .below && below.trials < 100)
    let above = Self.run(rate: 0.3, limit: 0.1, units: 5, trialsMax: 1000, seed: 2)
    #expect(above.side == .above && above.trials < 50)
  }

  /// A limit that is found to be too low is left out of the interval, and so is all below it.
  @Test func theIntervalLeavesOutAllBelowTheLimit() throws {
    let samples = Array(repeating: SequentialTest.Sample(total: 2, units: 2), count: 3)
    var test = SequentialTest(limit: 0.2, range: 0...1, unitsMax: 2, errorRate: Self.errorRate)
    for sample in samples { test.add(sample) }
    #expect(test.side == .above)
    let estimate = SequentialTest.estimate(
      of: samples, range: 0...1, unitsMax: 2, errorRate: Self.errorRate)
    #expect(try #require(estimate).low > 0.2)
  }

  @Test func aSingleEventIsAboveNothingAtAll() {
    var test = SequentialTest(limit: 0, range: 0...1, unitsMax: 50, errorRate: 0.05)
    for _ in 0..<1000 { test.add(.init(total: 0, units: 50)) }
    #expect(test.side == nil)
    test.add(.init(total: 1, units: 50))
    #expect(test.side == .above)
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
