import Maths

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
  /// The variance is the linearised variance of a ratio, over the t trials with values. It is
  /// stretched as Student's distribution with t − 1 degrees of freedom stretches a normal interval.
  /// Values that were not seen may lie at either end of the extremes: one more unit, or as many as
  /// hang together in a trial.
  ///
  /// - Parameters:
  ///   - bounds: The possible values of the mean.
  ///   - extremes: The values between which all units lie, as far as is known; the bounds if nil.
  ///   - events: The rates of events from which the values come. The largest design effect shows how
  ///     many units hang together.
  package func estimate(
    within bounds: ClosedRange<Double> = -.infinity ... .infinity,
    extremes: ClosedRange<Double>? = nil, events: [ClusteredRate] = [], confidence: Double = 0.95
  ) -> Estimate? {
    guard sums.units > 0 else { return nil }
    let trials = Double(sums.occupiedClusters)
    let units = Double(sums.units)
    let error = (trials / (trials - 1) * sums.squaredDeviations).squareRoot() / (units * units)
    let extremes = extremes ?? bounds
    let size = extremes.upperBound - extremes.lowerBound
    guard trials > 1, error > 0, size > 0, size < .infinity else {
      return .student(
        sums.ratio, error: error, trials: trials, within: bounds, confidence: confidence)
    }
    let tail = Estimate.oneTail(beyond: confidence)
    let stretch =
      StudentDistribution(degreesOfFreedom: trials - 1).quantile(upperTail: tail)
      / normalQuantile(1 - tail)
    let share = (sums.ratio - extremes.lowerBound) / size
    // Its own design effect is too small unless all values are extremes.
    let own = (error / size) * (error / size) * units / (share * (1 - share))
    let together = events.compactMap(\.designEffect).reduce(max(own, 1), max)
    return .bounded(
      sums.ratio, variance: error * error * stretch * stretch, unseen: together / units,
      within: extremes, tail: tail)
  }
}
