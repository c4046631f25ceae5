/// Student's t distribution.
package struct StudentDistribution: Sendable, Equatable {
  /// One less than the number of observations; it may be fractional.
  package let degreesOfFreedom: Double

  /// The distribution of the ratio of a mean and its standard error, both from the same
  /// observations.
  package init(degreesOfFreedom: Double) {
    precondition(degreesOfFreedom > 0, "Degrees of freedom are positive.")
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// The quantile whose upper tail has probability q.
  package func quantile(upperTail q: Double) -> Double {
    if q > 0.5 { return -quantile(upperTail: 1 - q) }
    // t² ÷ (ν + t²) follows a beta distribution, and t has either sign.
    let point = BetaDistribution(degreesOfFreedom / 2, 0.5).point(lowerTail: 2 * q)
    return (degreesOfFreedom * (point.complement / point.value)).squareRoot()
  }
}
