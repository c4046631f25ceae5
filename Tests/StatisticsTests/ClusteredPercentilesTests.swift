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

  @Test func percentilesMatchASortedList() throws {
    var generator = SplitMix64(seed: 5)
    for size in [1, 2, 3, 10, 99, 100, 101, 1_000] {
      var percentiles = ClusteredPercentiles()
      let values = (0..<size).map { _ in Int64(generator.next() >> 20) >> (generator.next() % 40) }
      for value in values {
        var numbers = [value]
        percentiles.add(&numbers)
      }
      for percent in [1, 5, 50, 55, 95, 99] {
        // 0.55 × 100 exceeds 55 in doubles.
        let exact = values.sorted()[(percent * size + 99) / 100 - 1]
        let percentile = try #require(percentiles.estimate(percentile: percent)).value
        #expect((percentile - Double(exact)).magnitude <= 0.00025 * Double(exact))
      }
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
    // 2,048 buckets between 2^19 and 2^20, each 256 wide; 1,000,000 is in the one from 3,906 × 256.
    #expect(estimate.low == 999_936)
    #expect(estimate.high == 1_000_191)
    #expect(estimate.value == 1_000_063.5)
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

  /// Where the numbers leave a percentile open to above, it ends where they can end.
  @Test func anOpenLimitEndsWhereNumbersEnd() throws {
    var percentiles = ClusteredPercentiles()
    for trial in 1...3 {
      var numbers = [Int64(trial)]
      percentiles.add(&numbers)
    }
    #expect(try #require(percentiles.estimate(percentile: 99, atMost: 50)).high == 50)
    #expect(try #require(percentiles.estimate(percentile: 99)).high == .infinity)
    // Numbers that were seen lie within the limits, whatever was said of them.
    #expect(try #require(percentiles.estimate(percentile: 99, atMost: 2)).high == 3)
    // Half of many trials lie below; nothing is open there.
    for trial in 1...200 {
      var numbers = [Int64(trial)]
      percentiles.add(&numbers)
    }
    #expect(try #require(percentiles.estimate(percentile: 50, atMost: 1e6)).high < 130)
  }

  /// Sums that no trials have must not be let in: estimating from them would trap.
  @Test func bucketsThatNoTrialsHaveAreRefused() {
    typealias Bucket = ClusteredPercentiles.Bucket
    func read(_ buckets: Bucket..., clusters: UInt64 = 2) -> ClusteredPercentiles? {
      ClusteredPercentiles(
        clusters: clusters, occupiedClusters: 2, range: 3...5, buckets: buckets)
    }
    let first = Bucket(number: 3, count: 1, squares: 1, products: 1)
    let last = Bucket(number: 5, count: 1, squares: 1, products: 1)
    #expect(read(first, last) != nil)
    #expect(read(first, last, clusters: 1) == nil)
    for wrong in [
      Bucket(number: 5, count: 0, squares: 1, products: 1),
      Bucket(number: 5, count: 2, squares: 1, products: 2),
      Bucket(number: 5, count: 2, squares: 2, products: 1),
      Bucket(number: 5, count: 1, squares: 1 << 56, products: 1),
      Bucket(number: 5, count: 1, squares: 1, products: 1 << 56),
      Bucket(number: 5, count: 1 << 48, squares: 1 << 50, products: 1 << 50),
      Bucket(number: 6, count: 1, squares: 1, products: 1),
      Bucket(number: 3, count: 1, squares: 1, products: 1),
    ] { #expect(read(first, wrong) == nil, "\(wrong)") }
    // More products than squares allow.
    #expect(read(Bucket(number: 3, count: 1, squares: 1, products: 9), last) == nil)
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
