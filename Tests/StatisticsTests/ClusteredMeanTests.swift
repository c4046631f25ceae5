import Statistics
import TestSupport
import Testing

@Suite struct ClusteredMeanTests {
  @Test func agreesWithKnownAnswers() throws {
    for fields in try Fixture.lines("intervals.txt", of: "mean") {
      var mean = ClusteredMean()
      for (total, count) in try pairs(fields[0]) { mean.add(total: total, count: count) }
      let numbers = try Fixture.numbers(fields.dropFirst())
      let estimate = try #require(mean.estimate())
      let scale = max(numbers[0].magnitude, numbers[2] - numbers[1])
      #expect(relativeError(estimate.value, numbers[0]) < 1e-14)
      #expect((estimate.low - numbers[1]).magnitude < 1e-9 * scale, "\(fields[0])")
      #expect((estimate.high - numbers[2]).magnitude < 1e-9 * scale, "\(fields[0])")
    }
  }

  @Test func nothingIsKnownWithoutAValue() {
    var mean = ClusteredMean()
    mean.add(total: 0, count: 0)
    #expect(mean.estimate() == nil)
  }

  @Test func oneTrialBoundsNothing() {
    var mean = ClusteredMean()
    mean.add(total: 30, count: 40)
    mean.add(total: 0, count: 0)
    #expect(mean.estimate() == Estimate(value: 0.75, low: -.infinity, high: .infinity))
    #expect(mean.estimate(within: 0...1) == Estimate(value: 0.75, low: 0, high: 1))
  }

  @Test func limitsStayWithinBounds() throws {
    var mean = ClusteredMean()
    for total in [9, 10, 10] { mean.add(total: total, count: 10) }
    let estimate = try #require(mean.estimate(within: 0...1))
    #expect(estimate.high == 1)
    #expect(estimate.low > 0.8 && estimate.low < 0.95)
  }

  @Test func trialsThatAreAllAlikeDoNotProveThatAllAre() throws {
    var mean = ClusteredMean()
    for _ in 0..<100 { mean.add(total: 30, count: 10) }
    #expect(mean.estimate() == Estimate(value: 3, low: 3, high: 3))
    let estimate = try #require(mean.estimate(within: 0...13))
    // As rare as an event unseen in 100 trials: 1 − 0.025^(1 ÷ 100).
    #expect((estimate.low - (3 - 3 * 0.036216693)).magnitude < 1e-6)
    #expect((estimate.high - (3 + 10 * 0.036216693)).magnitude < 1e-6)
  }

  @Test func trialsWithoutAValueChangeNothing() {
    var mean = ClusteredMean()
    for total in [90, 100, 107] { mean.add(total: total, count: 10) }
    let before = mean.estimate()
    for _ in 0..<100 { mean.add(total: 0, count: 0) }
    #expect(mean.estimate() == before)
  }

  @Test func negativeTotalsMirrorPositiveOnes() throws {
    var mean = ClusteredMean()
    var mirrored = ClusteredMean()
    for (total, count) in [(5, 3), (-7, 4), (-100, 10), (20, 9)] {
      mean.add(total: total, count: count)
      mirrored.add(total: -total, count: count)
    }
    let estimate = try #require(mean.estimate())
    let other = try #require(mirrored.estimate())
    #expect(estimate == Estimate(value: -other.value, low: -other.high, high: -other.low))
  }

  /// Totals of 10^15 nanoseconds in 2^26 trials, all equal but two that are a second off: the
  /// parts of the variance agree in their first 19 digits.
  @Test func hugeSumsNeitherOverflowNorCancel() throws {
    var mean = ClusteredMean()
    mean.add(total: 1_000_000_000_000_000, count: 10_000)
    for _ in 0..<26 {
      let copy = mean
      mean.merge(copy)
    }
    mean.add(total: 1_000_001_000_000_000, count: 10_000)
    mean.add(total: 999_999_000_000_000, count: 10_000)
    let estimate = try #require(mean.estimate())
    #expect(estimate.value == 1e11)
    let values = Double(mean.sums.units)
    let reach = 1.959_964 * 2.0.squareRoot() * 1e9 / values
    #expect(relativeError(estimate.high - estimate.value, reach) < 0.01)
    #expect(relativeError(estimate.value - estimate.low, reach) < 0.01)
  }

  @Test func unitsConvert() throws {
    var mean = ClusteredMean()
    for total in [1_000, 2_000, 3_000] { mean.add(total: total, count: 1) }
    let estimate = try #require(mean.estimate())
    #expect(estimate.divided(by: 1_000).value == 2)
    #expect(estimate.divided(by: 1_000).low == estimate.low / 1_000)
  }
}
