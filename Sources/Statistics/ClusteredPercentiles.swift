/// Percentiles of whole numbers that come in trials, with intervals that respect trials.
///
/// For every bucket of a log-linear histogram it keeps the sums of the rate "at most this large", by
/// trial. A limit of a percentile is then where the interval of that rate, by Korn and Graubard,
/// just reaches the percentage: the interval holds every number that the data do not rule out.
public struct ClusteredPercentiles: Sendable, Equatable {
  private var clusters: UInt64 = 0
  private var occupiedClusters: UInt64 = 0
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
    numbers.sort()
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
    counts.merge(other.counts)
    squares.merge(other.squares)
    products.merge(other.products)
  }

  /// All the numbers, whatever their trial.
  public var histogram: LogLinearHistogram { counts }

  /// The percentile and its interval, or nothing where there was no number.
  ///
  /// The percentile is that of the histogram, the limits are the outer edges of buckets. Few trials
  /// may not bound a high percentile from above: the limit is infinite then.
  public func estimate(percentile percent: Int, confidence: Double = 0.95) -> Estimate? {
    let tail = Estimate.oneTail(beyond: confidence)
    guard let value = counts.percentile(percent) else { return nil }
    let share = Double(percent) / 100
    let rank = Int128(LogLinearHistogram.rank(ofPercentile: percent, among: counts.total))
    let steps = self.steps
    var lower = steps.prefix { $0.rate.sums.total < rank }.count
    var upper = lower
    while lower > 0, !steps[lower - 1].rate.isSurelyBelow(share, tail: tail) { lower -= 1 }
    while upper < steps.count, !steps[upper].rate.surelyReaches(share, tail: tail) { upper += 1 }
    return Estimate(
      value: value, low: Double(steps[lower].range.lowerBound),
      high: upper < steps.count ? Double(steps[upper].range.upperBound) : .infinity)
  }

  /// The rate of numbers up to a bucket's end.
  private struct Step {
    let range: ClosedRange<Int64>
    let rate: ClusteredRate
  }

  /// The rate of numbers below all buckets, then up to each bucket that holds some, rising to 1.
  private var steps: [Step] {
    let allSquares = squares.total
    var sums = ClusterSums(
      clusters: clusters, occupiedClusters: occupiedClusters,
      units: counts.total, unitsTimesUnits: allSquares)
    var steps = [Step(range: 0...0, rate: ClusteredRate(sums: sums))]
    for (bucket, count) in counts.nonEmptyBuckets {
      sums.raise(
        total: count, totalTimesUnits: products.count(inBucket: bucket),
        totalTimesTotal: squares.count(inBucket: bucket))
      let range = LogLinearHistogram.range(ofBucket: bucket)
      steps.append(Step(range: range, rate: ClusteredRate(sums: sums)))
    }
    return steps
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
