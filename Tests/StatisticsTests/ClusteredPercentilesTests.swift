import Statistics
import TestSupport
import Testing

@Suite struct ClusteredPercentilesTests {
  /// Against an implementation that looks at the raw numbers, trial by trial, one threshold at a
  /// time.
  @Test func agreesWithKnownAnswers() throws {
    for fields in try Fixture.lines("intervals.txt", of: "percentile") {
      let percent = try #require(Int(fields[0]))
      var percentiles = ClusteredPercentiles()
      for trial in fields[1].split(separator: ",") {
        var numbers = trial == "-" ? [] : trial.split(separator: "/").compactMap { Int64($0) }
        percentiles.add(&numbers)
      }
      let numbers = try Fixture.numbers(fields.dropFirst(2))
      #expect(
        percentiles.estimate(percentile: percent)
          == Estimate(value: numbers[0], low: numbers[1], high: numbers[2]), "\(fields[1])")
    }
  }

  @Test func nothingIsKnownWithoutANumber() {
    var percentiles = ClusteredPercentiles()
    #expect(percentiles.estimate(percentile: 50) == nil)
    var none: [Int64] = []
    percentiles.add(&none)
    #expect(percentiles.estimate(percentile: 50) == nil)
  }

  @Test func oneTrialBoundsNothing() {
    var percentiles = ClusteredPercentiles()
    var numbers: [Int64] = [10, 20, 30]
    percentiles.add(&numbers)
    let estimate = percentiles.estimate(percentile: 50)
    #expect(estimate == Estimate(value: 20, low: 0, high: .infinity))
  }

  @Test func limitsOfLargeNumbersAreTheEdgesOfTheirBuckets() throws {
    var percentiles = ClusteredPercentiles()
    for trial in 0..<300 {
      var numbers: [Int64] = [900_000 + 100_000 * Int64(trial % 3)]
      percentiles.add(&numbers)
    }
    let estimate = try #require(percentiles.estimate(percentile: 50))
    // 64 buckets between 2^19 and 2^20, each 8,192 wide; 1,000,000 is in the one from 122 × 8,192.
    #expect(estimate.low == 999_424)
    #expect(estimate.high == 1_007_615)
    #expect(estimate.value == 1_003_519.5)
  }

  @Test func nothingLiesBeyondTheNumbersSeen() throws {
    var percentiles = ClusteredPercentiles()
    for _ in 0..<100 {
      var numbers: [Int64] = [1_000_000]
      percentiles.add(&numbers)
    }
    #expect(percentiles.range == 1_000_000...1_000_000)
    #expect(
      percentiles.estimate(percentile: 50)
        == Estimate(value: 1_000_000, low: 1_000_000, high: 1_000_000))
  }

  @Test func readsBackFromItsBuckets() throws {
    var percentiles = ClusteredPercentiles()
    for trial in 0..<40 {
      var numbers = (0..<Int64(trial % 5)).map { 1 + $0 * 1_000_003 * Int64(trial) }
      percentiles.add(&numbers)
    }
    let buckets = percentiles.buckets
    func read(_ range: ClosedRange<Int64>?, _ buckets: [ClusteredPercentiles.Bucket])
      -> ClusteredPercentiles?
    {
      ClusteredPercentiles(
        clusters: percentiles.clusters, occupiedClusters: percentiles.occupiedClusters,
        range: range, buckets: buckets)
    }
    #expect(read(percentiles.range, buckets) == percentiles)
    #expect(read(nil, buckets) == nil)
    #expect(read(percentiles.range, buckets.reversed()) == nil)
    #expect(read(percentiles.range, Array(buckets.dropLast())) == nil)
    #expect(read(percentiles.range, []) == nil)
  }

  @Test func mergesInAnyOrder() {
    var generator = SplitMix64(seed: 8)
    var trials = (0..<100).map { _ in
      (0..<Int.random(in: 0...30, using: &generator)).map { _ in Int64(generator.next() >> 40) }
    }
    var whole = ClusteredPercentiles()
    var parts = [ClusteredPercentiles](repeating: ClusteredPercentiles(), count: 3)
    for index in trials.indices {
      whole.add(&trials[index])
      trials[index].shuffle(using: &generator)
      parts[index % 3].add(&trials[index])
    }
    var merged = ClusteredPercentiles()
    for part in parts.reversed() { merged.merge(part) }
    #expect(merged == whole)
    #expect(merged.estimate(percentile: 95) == whole.estimate(percentile: 95))
  }
}
