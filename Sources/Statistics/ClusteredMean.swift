/// A mean over units in trials: a ratio of sums, with an interval that treats trials as clusters.
///
/// Values are whole numbers (nanoseconds, votes, millionths of a cost), so the sums are exact.
package struct ClusteredMean: Sendable, Equatable {
  /// The exact sums: a trial is a cluster, and the sum of its values is the total.
  package private(set) var sums = ClusterSums()

  /// The mean of no trials.
  package init() {}

  /// The mean of some sums.
  package init(sums: ClusterSums) {
    self.sums = sums
  }

  /// Adds one trial, which may have no values.
  package mutating func add(total: Int, count: Int) { sums.add(total: total, units: count) }

  /// Adds many trials.
  package mutating func add(_ trials: UnsafeBufferPointer<(total: Int, units: Int)>) {
    sums.add(trials)
  }

  /// Adds the trials of another mean.
  package mutating func merge(_ other: ClusteredMean) { sums.merge(other.sums) }

  /// The mean and its interval; nil if there were no values.
  ///
  /// The variance is the linearised variance of a ratio, over the t trials with values. The
  /// interval uses Student's distribution with t − 1 degrees of freedom, and stays within the
  /// possible values of the mean.
  package func estimate(
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
