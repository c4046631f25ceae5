/// Percentiles of whole numbers in trials, with intervals that treat trials as clusters.
///
/// For every bucket of a log-linear histogram, the sums of the rate "at most this large" are kept
/// by trial. A limit of a percentile is the point where the interval of that rate (Korn and
/// Graubard) just reaches the percentage, so the interval has every number that the data do not
/// rule out.
package struct ClusteredPercentiles: Sendable, Equatable {
  /// The number of trials, including those without numbers.
  package private(set) var clusters: UInt64 = 0
  /// The number of trials with numbers.
  package private(set) var occupiedClusters: UInt64 = 0
  /// The smallest and the largest number; nil if there are none.
  package private(set) var range: ClosedRange<Int64>?
  private var counts = LogLinearHistogram()
  /// In the bucket of the k-th smallest number of a trial, k² − (k − 1)²: up to a bucket, their sum
  /// is the sum of the squares of the trials' counts.
  private var squares = LogLinearHistogram()
  /// In the bucket of each number, the number of values of its trial.
  private var products = LogLinearHistogram()

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
      let bucket = LogLinearHistogram.bucket(holding: number)
      counts.add(1, toBucket: bucket)
      squares.add(UInt64(2 * index + 1), toBucket: bucket)
      products.add(size, toBucket: bucket)
    }
  }

  /// Adds other trials.
  package mutating func merge(_ other: ClusteredPercentiles) {
    clusters += other.clusters
    occupiedClusters += other.occupiedClusters
    if let range = other.range { include(range) }
    counts.merge(other.counts)
    squares.merge(other.squares)
    products.merge(other.products)
  }

  private mutating func include(_ other: ClosedRange<Int64>) {
    let range = range ?? other
    self.range =
      min(range.lowerBound, other.lowerBound)...max(range.upperBound, other.upperBound)
  }

  /// All the numbers of all trials.
  package var histogram: LogLinearHistogram { counts }

  /// The percentile and its interval; nil if there were no numbers.
  ///
  /// The percentile is that of the histogram, and the limits are the outer edges of buckets, within
  /// the numbers seen. Few trials may not bound a high percentile from above: the limit is then the
  /// largest possible number.
  package func estimate(
    percentile percent: Int, atMost numberMax: Double = .infinity, confidence: Double = 0.95
  ) -> Estimate? {
    let tail = Estimate.oneTail(beyond: confidence)
    guard let range, let value = counts.percentile(percent) else { return nil }
    let (smallest, largest) = (Double(range.lowerBound), Double(range.upperBound))
    let share = Double(percent) / 100
    let rank = Int128(LogLinearHistogram.rank(ofPercentile: percent, among: counts.total))
    let rates = cumulativeRates
    var lower = rates.prefix { $0.rate.sums.total < rank }.count
    var upper = lower
    while lower > 0, !rates[lower - 1].rate.isSurelyBelow(share, tail: tail) { lower -= 1 }
    while upper < rates.count, !rates[upper].rate.surelyReaches(share, tail: tail) { upper += 1 }
    return Estimate(
      value: min(max(value, smallest), largest),
      low: lower > 0 ? max(Double(rates[lower].range.lowerBound), smallest) : 0,
      high: upper < rates.count
        ? min(Double(rates[upper].range.upperBound), largest) : max(numberMax, largest))
  }

  /// The rate of numbers up to the end of a bucket.
  private struct CumulativeRate {
    let range: ClosedRange<Int64>
    let rate: ClusteredRate
  }

  /// The rate of numbers below all buckets, then up to each nonempty bucket, rising to 1.
  private var cumulativeRates: [CumulativeRate] {
    let allSquares = squares.total
    var sums = ClusterSums(
      clusters: clusters, occupiedClusters: occupiedClusters,
      units: counts.total, unitsTimesUnits: allSquares)
    var rates = [CumulativeRate(range: 0...0, rate: ClusteredRate(sums: sums))]
    for (bucket, count) in counts.nonEmptyBuckets {
      sums.raise(
        total: count, totalTimesUnits: products.count(inBucket: bucket),
        totalTimesTotal: squares.count(inBucket: bucket))
      let range = LogLinearHistogram.range(ofBucket: bucket)
      rates.append(CumulativeRate(range: range, rate: ClusteredRate(sums: sums)))
    }
    return rates
  }
}

extension ClusteredPercentiles {
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
    counts.nonEmptyBuckets.map { number, count in
      Bucket(
        number: number, count: count, squares: squares.count(inBucket: number),
        products: products.count(inBucket: number))
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
        && first.number == LogLinearHistogram.bucket(holding: range.lowerBound)
        && last.number == LogLinearHistogram.bucket(holding: range.upperBound)
      guard isSound else { return nil }
    }
    for bucket in buckets {
      let isSound =
        bucket.count > 0 && bucket.count < 1 << 48
        && (bucket.count..<1 << 56).contains(bucket.squares)
        && (bucket.count..<1 << 56).contains(bucket.products)
      guard isSound else { return nil }
      counts.add(bucket.count, toBucket: bucket.number)
      squares.add(bucket.squares, toBucket: bucket.number)
      products.add(bucket.products, toBucket: bucket.number)
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
