/// Percentiles of whole numbers in trials, with intervals that treat trials as clusters.
///
/// For every bucket, the sums of the rate "at most this large" are kept by trial. A limit of a
/// percentile is the point where the interval of that rate (Korn and Graubard) just reaches the
/// percentage, so the interval has every number that the data do not rule out.
package struct ClusteredPercentiles: Sendable, Equatable {
  /// The number of trials, including those without numbers.
  package private(set) var clusters: UInt64 = 0
  /// The number of trials with numbers.
  package private(set) var occupiedClusters: UInt64 = 0
  /// The smallest and the largest number; nil if there are none.
  package private(set) var range: ClosedRange<Int64>?
  private var sums = BucketSums()

  /// The percentiles of no trials.
  package init() {}

  /// Adds one trial, which may have no numbers.
  ///
  /// Sorts the numbers, which must not be negative.
  ///
  /// - Complexity: O(n log n) for n numbers.
  package mutating func add(_ numbers: inout [Int64]) {
    clusters += 1
    if numbers.isEmpty { return }
    occupiedClusters += 1
    if numbers.count > 1 { numbers.sort() }
    include(numbers[0]...numbers[numbers.count - 1])
    let size = UInt64(numbers.count)
    for (index, number) in numbers.enumerated() {
      sums.add(
        .init(count: 1, squares: UInt64(2 * index + 1), products: size),
        to: LogLinearBuckets.number(holding: number))
    }
  }

  /// Adds other trials.
  package mutating func merge(_ other: ClusteredPercentiles) {
    clusters += other.clusters
    occupiedClusters += other.occupiedClusters
    if let range = other.range { include(range) }
    sums.merge(other.sums)
  }

  private mutating func include(_ other: ClosedRange<Int64>) {
    let range = range ?? other
    self.range =
      min(range.lowerBound, other.lowerBound)...max(range.upperBound, other.upperBound)
  }

  /// The percentile and its interval; nil if there were no numbers.
  ///
  /// The percentile is the middle of the bucket of the number with the rank percent × total ÷ 100,
  /// rounded up. The limits are the outer edges of buckets, within the numbers seen. Few trials may
  /// not bound a high percentile from above: the limit is then the largest possible number.
  package func estimate(
    percentile percent: Int, atMost numberMax: Double = .infinity, confidence: Double = 0.95
  ) -> Estimate? {
    guard let range else { return nil }
    let tail = Estimate.oneTail(beyond: confidence)
    let (smallest, largest) = (Double(range.lowerBound), Double(range.upperBound))
    let share = Double(percent) / 100
    let rates = cumulativeRates
    let rank = Self.rank(ofPercentile: percent, among: rates[rates.count - 1].rate.sums.units)
    let place = rates.prefix { $0.rate.sums.total < Int128(rank) }.count
    var lower = place
    while lower > 0, !rates[lower - 1].rate.isSurelyBelow(share, tail: tail) { lower -= 1 }
    let upper = rates[place...].firstIndex { $0.rate.surelyReaches(share, tail: tail) }
    return Estimate(
      value: min(max(LogLinearBuckets.middle(of: rates[place].bucket), smallest), largest),
      low: lower > 0
        ? max(Double(LogLinearBuckets.range(of: rates[lower].bucket).lowerBound), smallest) : 0,
      high: upper.map {
        min(Double(LogLinearBuckets.range(of: rates[$0].bucket).upperBound), largest)
      } ?? max(numberMax, largest))
  }

  /// How many numbers there are.
  package var total: UInt64 { sums.inUse.reduce(0) { $0 + $1.sums.count } }

  /// The rank, from 1, of a percentile among a number of sorted values.
  static func rank(ofPercentile percent: Int, among total: UInt64) -> UInt64 {
    precondition(percent > 0 && percent < 100, "A percentile lies between 0 and 100.")
    return UInt64((UInt128(total) * UInt128(percent) + 99) / 100)
  }

  /// The rate of numbers up to the end of a bucket.
  private struct CumulativeRate {
    let bucket: Int
    let rate: ClusteredRate
  }

  /// The rate of numbers below all buckets, then up to each bucket in use, rising to 1.
  private var cumulativeRates: [CumulativeRate] {
    var all = BucketSums.Sums()
    for (_, bucket) in sums.inUse { all += bucket }
    var rising = ClusterSums(
      clusters: clusters, occupiedClusters: occupiedClusters, units: all.count,
      unitsTimesUnits: all.squares)
    var rates = [CumulativeRate(bucket: 0, rate: ClusteredRate(sums: rising))]
    for (bucket, sums) in sums.inUse {
      rising.raise(
        total: sums.count, totalTimesUnits: sums.products, totalTimesTotal: sums.squares)
      rates.append(CumulativeRate(bucket: bucket, rate: ClusteredRate(sums: rising)))
    }
    return rates
  }
}

extension ClusteredPercentiles {
  /// The number of buckets that there are.
  package static var bucketCount: Int { LogLinearBuckets.count }

  /// The data on the numbers in one bucket.
  package struct Bucket: Sendable, Equatable {
    /// The index of the bucket.
    package let number: Int
    /// The number of values in it.
    package let count: UInt64
    /// Its contribution to the squares of the trials' counts.
    package let squares: UInt64
    /// The sum over its values of the number of values of the same trial.
    package let products: UInt64

    /// A bucket with its sums, as stored.
    package init(number: Int, count: UInt64, squares: UInt64, products: UInt64) {
      self.number = number
      self.count = count
      self.squares = squares
      self.products = products
    }
  }

  /// The nonempty buckets in ascending order: with the numbers of trials and the range, all that is
  /// stored.
  package var buckets: [Bucket] {
    sums.inUse.map { number, sums in
      Bucket(
        number: number, count: sums.count, squares: sums.squares, products: sums.products)
    }
  }

  /// Stored percentiles; nil if no trials have such.
  package init?(
    clusters: UInt64, occupiedClusters: UInt64, range: ClosedRange<Int64>?, buckets: [Bucket]
  ) {
    self.init()
    let isRising = zip(buckets, buckets.dropFirst()).allSatisfy { $0.number < $1.number }
    guard isRising, clusters < 1 << 48, occupiedClusters <= clusters,
      (range == nil) == buckets.isEmpty, (occupiedClusters == 0) == buckets.isEmpty
    else { return nil }
    if let range, let first = buckets.first, let last = buckets.last {
      let isSound =
        range.lowerBound >= 0
        && first.number == LogLinearBuckets.number(holding: range.lowerBound)
        && last.number == LogLinearBuckets.number(holding: range.upperBound)
      guard isSound else { return nil }
    }
    for bucket in buckets {
      let isSound =
        (0..<LogLinearBuckets.count).contains(bucket.number)
        && bucket.count > 0 && bucket.count < 1 << 48
        && (bucket.count..<1 << 56).contains(bucket.squares)
        && (bucket.count..<1 << 56).contains(bucket.products)
      guard isSound else { return nil }
      sums.add(
        .init(count: bucket.count, squares: bucket.squares, products: bucket.products),
        to: bucket.number)
    }
    self.clusters = clusters
    self.occupiedClusters = occupiedClusters
    self.range = range
    guard cumulativeRates.allSatisfy(\.rate.sums.isSound) else { return nil }
  }
}

extension ClusteredRate {
  /// Whether the upper limit of the rate is below a share.
  fileprivate func isSurelyBelow(_ share: Double, tail: Double) -> Bool {
    guard let (events, trials) = effectiveCounts else { return false }
    return BetaDistribution(events + 1, trials - events).upperTail(share) < tail
  }

  /// Whether the lower limit of the rate is at least a share.
  fileprivate func surelyReaches(_ share: Double, tail: Double) -> Bool {
    guard let (events, trials) = effectiveCounts, events > 0 else { return false }
    return BetaDistribution(events, trials - events + 1).lowerTail(share) <= tail
  }
}
