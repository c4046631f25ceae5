/// Rates as a person says them.
extension Double {
  /// How a rate is rounded.
  package enum RateRounding: Sendable {
    case nearest
    /// To a rate that is not lower, for what is at most so high.
    case up
    /// To a rate that is not higher, for what is at least so high.
    case down

    fileprivate var opposite: Self {
      switch self {
      case .nearest: .nearest
      case .up: .down
      case .down: .up
      }
    }

    fileprivate var rule: FloatingPointRoundingRule {
      switch self {
      case .nearest: .toNearestOrAwayFromZero
      case .up: .up
      case .down: .down
      }
    }
  }

  /// The rate with at most two digits that are not 0: `one in 40,000 trials`, `2.5 % of trials`,
  /// `all but one in 2,000 trials`, `no trials`, `all trials`.
  ///
  /// Below 0.1 % it is one in so many, since nobody imagines 0.0025 %.
  ///
  /// - Parameter noun: What it is a share of, in the plural.
  package func spokenRate(of noun: String, rounding: RateRounding = .nearest) -> String {
    if self <= 0 { return "no \(noun)" }
    if self >= 1 { return "all \(noun)" }
    // No rate below 1 is all.
    if self > 0.99 {
      return "all but " + (1 - self).spokenRate(of: noun, rounding: rounding.opposite)
    }
    // The denominator of a higher rate is smaller.
    if self < 0.001 {
      let denominator = (1 / self).withTwoDigits(rounding.opposite.rule)
      return "one in \(Int(exactly: denominator)?.grouped ?? denominator.brief) \(noun)"
    }
    return "\((self * 100).withTwoDigits(rounding.rule).brief) % of \(noun)"
  }

  /// A positive number, rounded to two digits.
  private func withTwoDigits(_ rule: FloatingPointRoundingRule) -> Double {
    if isInfinite { return self }
    var unit = 1.0
    while self / unit >= 100 { unit *= 10 }
    while self / unit < 10 { unit /= 10 }
    let digits = self / unit
    // What differs from two digits only by the rounding of doubles has two digits.
    let nearest = digits.rounded()
    let isExact = (digits - nearest).magnitude < 1e-9
    return (isExact ? nearest : digits.rounded(rule)) * unit
  }
}
