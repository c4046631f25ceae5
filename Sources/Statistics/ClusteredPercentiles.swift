/// Percentiles of whole numbers that come in trials, with intervals that respect trials.
///
/// For every bucket of a log-linear histogram it keeps the sums of the rate "at most this large", by
/// trial. A limit of a percentile is then where the interval of that rate, by Korn and Graubard,
/// just reaches the percentage: the interval holds every number that the data do not rule out.
public struct ClusteredPercentiles: Sendable, Equatable {
  /// How many trials there are, those without a number included.
  public private(set) var clusters: UInt64 = 0
  /// How many trials have a number.
  public private(set) var occupiedClusters: UInt64 = 0
  /// The smallest and the largest number; nil where there is none.
  public private(set) var range: ClosedRange<Int64>?
  private var counts = LogLinearHistogram()
  /// At the bucket of the k-th smallest number of a trial, k² − (k − 1)²: up to a bucket these add
  /// up to the squares of the trials' counts.
  private var squares = LogLinearHistogram()
  /// At the bucket of each number, how many its trial has.
  private var products = LogLinearHistogram()

  /// Percentiles over no trial.
  public init() {}

  /// Counts one trial in, also one without a number.
  ///
  /// Sorts the numbers, none of which may be negative.
  ///
  /// - Complexity: O(n log n) for n numbers.
  public mutating func add(_ numbers: inout [Int64]) {
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

  /// Counts the trials of another one in.
  public mutating func merge(_ other: ClusteredPercentiles) {
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

  /// All the numbers, whatever their trial.
  public var histogram: LogLinearHistogram { counts }

  /// The percentile and its interval, or nothing where there was no number.
  ///
  /// The percentile is that of the histogram, the limits are the outer edges of buckets, all of them
  /// within the numbers seen. Few trials may not bound a high percentile from above: the limit is
  /// then the largest number that there can be.
  public func estimate(
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

  /// The rate of numbers up to a bucket's end.
  private struct CumulativeRate {
    let range: ClosedRange<Int64>
    let rate: ClusteredRate
  }

  /// The rate of numbers below all buckets, then up to each bucket that holds some, rising to 1.
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
  /// What is known of the numbers in one bucket.
  public struct Bucket: Sendable, Equatable {
    /// Its number.
    public let number: Int
    /// How many numbers it holds.
    public let count: UInt64
    /// What it adds to the squares of the trials' counts.
    public let squares: UInt64
    /// For each of its numbers, how many its trial has, summed up.
    public let products: UInt64

    /// A bucket and its sums.
    public init(number: Int, count: UInt64, squares: UInt64, products: UInt64) {
      self.number = number
      self.count = count
      self.squares = squares
      self.products = products
    }
  }

  /// The buckets that hold something, in rising order: with the numbers of trials and the range,
  /// all there is to write down.
  public var buckets: [Bucket] {
    counts.nonEmptyBuckets.map { number, count in
      Bucket(
        number: number, count: count, squares: squares.count(inBucket: number),
        products: products.count(inBucket: number))
    }
  }

  /// Percentiles that were written down, or nil if no trials have such.
  public init?(
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
  /// Whether the upper limit of the rate lies below a share.
  fileprivate func isSurelyBelow(_ share: Double, tail: Double) -> Bool {
    guard let (events, trials) = effectiveCounts else { return false }
    return BetaDistribution(events + 1, trials - events).upperTail(share) < tail
  }

  /// Whether the lower limit of the rate is a share or more.
  fileprivate func surelyReaches(_ share: Double, tail: Double) -> Bool {
    guard let (events, trials) = effectiveCounts, events > 0 else { return false }
    return BetaDistribution(events, trials - events + 1).lowerTail(share) <= tail
  }
}
