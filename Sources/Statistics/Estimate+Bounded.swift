extension Estimate {
  /// A mean of values between two bounds, with an interval for skewed values.
  ///
  /// Between the bounds, the mean is a share. Each limit is a quantile of the beta distribution with
  /// the share's expectation and variance, after one more unit that may be the worst: it lies at the
  /// bound beyond the limit. If all values lie at the bounds, that is the interval of Clopper and
  /// Pearson. The idea is that of Fay and Feuer ("Confidence intervals for directly standardized
  /// rates", 1997), who match a gamma distribution to weighted sums of Poisson counts.
  ///
  /// - Parameters:
  ///   - variance: The variance of the mean.
  ///   - unseen: The weight of one more unit, relative to all others together.
  static func bounded(
    _ mean: Double, variance: Double, unseen: Double, within bounds: ClosedRange<Double>,
    tail: Double
  ) -> Estimate {
    let size = bounds.upperBound - bounds.lowerBound
    let share = min(max((mean - bounds.lowerBound) / size, 0), 1)
    let relative = variance / (size * size)
    let low = lowerShare(share, variance: relative, unseen: unseen, tail: tail)
    let high = lowerShare(1 - share, variance: relative, unseen: unseen, tail: tail)
    return Estimate(
      value: mean, low: min(mean, bounds.lowerBound + size * low),
      high: max(mean, bounds.upperBound - size * high))
  }

  /// The lower limit of a share, given one more unit at 0.
  private static func lowerShare(
    _ share: Double, variance: Double, unseen: Double, tail: Double
  ) -> Double {
    let whole = 1 + unseen
    let mean = share / whole
    let spread = (variance + unseen * unseen * share) / (whole * whole * (1 + 2 * unseen))
    let size = mean * (1 - mean) / spread - 1
    // Without room for a distribution of such a variance, nothing is ruled out.
    guard share > 0, size > 0 else { return 0 }
    return BetaDistribution(mean * size, (1 - mean) * size).point(lowerTail: tail).value
  }
}
