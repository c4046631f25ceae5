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

  @Test func boundedMeansAgreeWithKnownAnswers() throws {
    for fields in try Fixture.lines("intervals.txt", of: "bounded") {
      var mean = ClusteredMean()
      for (total, count) in try pairs(fields[1]) { mean.add(total: total, count: count) }
      let events = try fields[2...3].map { field in
        try pairs(field).reduce(into: ClusteredRate()) { $0.add(events: $1.0, of: $1.1) }
      }
      let numbers = try Fixture.numbers(fields[4...])
      let bounds = try 0...#require(Double(fields[0]))
      let estimate = try #require(mean.estimate(within: bounds, events: events))
      #expect(relativeError(estimate.value, numbers[0]) < 1e-14)
      #expect((estimate.low - numbers[1]).magnitude < 1e-9 * numbers[2], "\(fields[1])")
      #expect(relativeError(estimate.high, numbers[2]) < 1e-9, "\(fields[1])")
    }
  }

  /// Values that are all extremes make a rate, but for the few degrees of freedom.
  @Test(arguments: [(1, 1_000), (30, 1_000), (500, 1_000), (999, 1_000)])
  func valuesThatAreExtremesHaveTheIntervalOfClopperAndPearson(events: Int, trials: Int) throws {
    var mean = ClusteredMean()
    for trial in 0..<trials { mean.add(total: trial < events ? 7 : 0, count: 1) }
    let estimate = try #require(mean.estimate(within: 0...7))
    let rate = try #require(
      Estimate.clopperPearson(events: Double(events), trials: Double(trials)))
    #expect((estimate.low / 7 - rate.low).magnitude < 0.01 * (rate.high - rate.low))
    #expect((estimate.high / 7 - rate.high).magnitude < 0.01 * (rate.high - rate.low))
  }

  /// What hangs together in trials weighs as much where it was not seen.
  @Test func eventsThatHangTogetherStretchTheInterval() throws {
    var mean = ClusteredMean()
    var crowded = ClusteredRate()
    for trial in 0..<100 {
      mean.add(total: trial % 5 == 0 ? 20 : 0, count: 20)
      crowded.add(events: trial % 5 == 0 ? 20 : 0, of: 20)
    }
    let alone = try #require(mean.estimate(within: 0...10))
    let together = try #require(mean.estimate(within: 0...10, events: [crowded]))
    #expect(together.high - together.value > 1.3 * (alone.high - alone.value))
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
    #expect(estimate.high > 0.99 && estimate.high <= 1)
    #expect(estimate.low >= 0 && estimate.low < 0.9)
    for _ in 0..<20 { mean.add(total: 10, count: 10) }
    #expect(try #require(mean.estimate(within: 0...1)).low > 0.95)
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
