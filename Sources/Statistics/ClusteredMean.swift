/// A mean over units that come in trials: a ratio of sums, with an interval that respects trials.
///
/// Values are whole numbers (nanoseconds, votes, cost in small coin), so the sums are exact.
public struct ClusteredMean: Sendable, Equatable {
  /// The exact sums: a trial is a cluster, its values add up to the total.
  public private(set) var sums = ClusterSums()

  /// The mean over no trial.
  public init() {}

  /// Counts one trial in, also one without a value.
  public mutating func add(total: Int, count: Int) { sums.add(total: total, units: count) }

  /// Counts the trials of another mean in.
  public mutating func merge(_ other: ClusteredMean) { sums.merge(other.sums) }

  /// The mean and its interval, or nothing where there was no value.
  ///
  /// The variance is the linearised one of a ratio, over the t trials that had a value; the interval
  /// uses Student's distribution with t − 1 degrees of freedom and stays within the bounds that the
  /// mean has by its nature. One trial says nothing about the variance: all within the bounds is
  /// possible then.
  public func estimate(
    within bounds: ClosedRange<Double> = -.infinity ... .infinity, confidence: Double = 0.95
  ) -> Estimate? {
    let tail = Estimate.oneTail(beyond: confidence)
    guard sums.units > 0 else { return nil }
    let mean = sums.ratio
    guard sums.occupiedClusters > 1 else {
      return Estimate(value: mean, low: bounds.lowerBound, high: bounds.upperBound)
    }
    let trials = Double(sums.occupiedClusters)
    let units = Double(sums.units)
    let error = (trials / (trials - 1) * sums.squaredDeviations).squareRoot() / (units * units)
    let reach = error * StudentDistribution(degreesOfFreedom: trials - 1).quantile(upperTail: tail)
    return Estimate(
      value: mean, low: max(bounds.lowerBound, mean - reach),
      high: min(bounds.upperBound, mean + reach))
  }
}
