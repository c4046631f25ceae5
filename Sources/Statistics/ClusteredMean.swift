/// A mean over units that come in trials: a ratio of sums, with an interval that respects trials.
///
/// Values are whole numbers (nanoseconds, votes, cost in small coin), so the sums are exact.
public struct ClusteredMean: Sendable, Equatable {
  /// The exact sums: a trial is a cluster, its values add up to the total.
  public private(set) var sums = ClusterSums()

  /// The mean over no trial.
  public init() {}

  /// The mean that some sums stand for.
  public init(sums: ClusterSums) {
    self.sums = sums
  }

  /// Counts one trial in, also one without a value.
  public mutating func add(total: Int, count: Int) { sums.add(total: total, units: count) }

  /// Counts the trials of another mean in.
  public mutating func merge(_ other: ClusteredMean) { sums.merge(other.sums) }

  /// The mean and its interval, or nothing where there was no value.
  ///
  /// The variance is the linearised one of a ratio, over the t trials that had a value; the interval
  /// uses Student's distribution with t − 1 degrees of freedom and stays within the bounds that the
  /// mean has by its nature. One trial says nothing about the variance: all within the bounds is
  /// possible then. Nor do trials that are all alike: others may be as rare as an event that was
  /// never seen, but those may lie anywhere within the bounds.
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
    let deviations = sums.squaredDeviations
    if deviations == 0 {
      let unseen = Estimate.clopperPearson(events: 0, trials: trials, confidence: confidence)
      let share = unseen?.high ?? 1
      return Estimate(
        value: mean, low: Self.moved(mean, by: share, towards: bounds.lowerBound),
        high: Self.moved(mean, by: share, towards: bounds.upperBound))
    }
    let units = Double(sums.units)
    let error = (trials / (trials - 1) * deviations).squareRoot() / (units * units)
    let reach = error * StudentDistribution(degreesOfFreedom: trials - 1).quantile(upperTail: tail)
    return Estimate(
      value: mean, low: max(bounds.lowerBound, mean - reach),
      high: min(bounds.upperBound, mean + reach))
  }
  /// A mean of which some share is at a bound instead; where there is no bound, the mean.
  private static func moved(_ mean: Double, by share: Double, towards bound: Double) -> Double {
    bound.isFinite ? mean + share * (bound - mean) : mean
  }
}
