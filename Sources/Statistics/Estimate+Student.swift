extension Estimate {
  /// A mean over independent trials, with the interval of Student's distribution.
  ///
  /// One trial shows nothing about the variance, so all values within the bounds are possible. The
  /// same is true for trials with equal values: others may be as rare as an event that was never
  /// seen, but may be anywhere within the bounds.
  ///
  /// - Parameter error: The standard error; it is ignored if there is only one trial.
  static func student(
    _ mean: Double, error: Double, trials: Double, within bounds: ClosedRange<Double>,
    confidence: Double
  ) -> Estimate {
    let tail = oneTail(beyond: confidence)
    if trials <= 1 { return Estimate(value: mean, low: bounds.lowerBound, high: bounds.upperBound) }
    if error == 0 {
      let unseen = clopperPearson(events: 0, trials: trials, confidence: confidence)
      let share = unseen?.high ?? 1
      return Estimate(
        value: mean, low: moved(mean, by: share, towards: bounds.lowerBound),
        high: moved(mean, by: share, towards: bounds.upperBound))
    }
    let reach = error * StudentDistribution(degreesOfFreedom: trials - 1).quantile(upperTail: tail)
    return Estimate(
      value: mean, low: max(bounds.lowerBound, mean - reach),
      high: min(bounds.upperBound, mean + reach))
  }

  /// A mean with some share of the values at a bound instead; without a bound, the mean.
  private static func moved(_ mean: Double, by share: Double, towards bound: Double) -> Double {
    bound.isFinite ? mean + share * (bound - mean) : mean
  }
}
