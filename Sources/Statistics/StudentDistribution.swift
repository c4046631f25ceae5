/// Student's t distribution.
public struct StudentDistribution: Sendable, Equatable {
  /// One less than the number of observations; it need not be whole.
  public let degreesOfFreedom: Double

  /// The distribution of a mean over its standard error, both from the same observations.
  public init(degreesOfFreedom: Double) {
    precondition(degreesOfFreedom > 0, "Degrees of freedom are positive.")
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// The value that is exceeded with probability q.
  public func quantile(upperTail q: Double) -> Double {
    if q > 0.5 { return -quantile(upperTail: 1 - q) }
    // t² ÷ (ν + t²) follows a beta distribution, t having either sign.
    let point = BetaDistribution(degreesOfFreedom / 2, 0.5).point(lowerTail: 2 * q)
    return (degreesOfFreedom * (point.complement / point.value)).squareRoot()
  }
}
