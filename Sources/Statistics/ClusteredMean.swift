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

  /// Counts many trials in.
  public mutating func add(_ trials: UnsafeBufferPointer<(total: Int, units: Int)>) {
    sums.add(trials)
  }

  /// Counts the trials of another mean in.
  public mutating func merge(_ other: ClusteredMean) { sums.merge(other.sums) }

  /// The mean and its interval, or nothing where there was no value.
  ///
  /// The variance is the linearised one of a ratio, over the t trials that had a value; the interval
  /// uses Student's distribution with t − 1 degrees of freedom and stays within the bounds that the
  /// mean has by its nature.
  public func estimate(
    within bounds: ClosedRange<Double> = -.infinity ... .infinity, confidence: Double = 0.95
  ) -> Estimate? {
    guard sums.units > 0 else { return nil }
    let trials = Double(sums.occupiedClusters)
    let units = Double(sums.units)
    let error = (trials / (trials - 1) * sums.squaredDeviations).squareRoot() / (units * units)
    return .student(
      sums.ratio, error: error, trials: trials, within: bounds, confidence: confidence)
  }
}
