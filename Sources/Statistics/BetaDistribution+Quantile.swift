import Maths

extension BetaDistribution {
  /// The quantile at probability p.
  func point(lowerTail p: Double) -> UnitPoint {
    precondition(p >= 0 && p <= 1, "A probability lies between 0 and 1.")
    if p == 0 || p == 1 { return UnitPoint(p) }
    return p > 0.5 ? mirrored.solve(lowerTail: 1 - p).mirrored : solve(lowerTail: p)
  }

  /// Finds the quantile on the scale of log odds, for p up to a half.
  ///
  /// There the logarithm of either tail is concave, so Newton's method converges from any start.
  /// Halley's correction triples the number of digits in each step near the end, and a bracket
  /// limits the effect of rounding.
  private func solve(lowerTail p: Double) -> UnitPoint {
    let target = logarithm(p)
    let nearZero = logOddsNearZero(logTail: target)
    let nearOne = -mirrored.logOddsNearZero(logTail: logarithm(onePlus: -p))
    if nearZero < -37 - logarithm(a + b) { return UnitPoint(logOdds: nearZero) }

    var low = min(nearZero - logOfTwo, 0)
    var high = max(nearOne + logOfTwo, 0)
    var logOdds = startingLogOdds(p, nearZero: nearZero)
    while true {
      let point = UnitPoint(logOdds: logOdds)
      let drift = self.drift(at: point)
      let (logTail, ratio) = logLowerTail(at: point, drift: drift)
      let gap = target - logTail
      let newton = gap * ratio
      let bend = 0.5 * newton * (drift - 1 / ratio)
      var next = logOdds + (bend.magnitude < 0.5 ? newton / (1 + bend) : newton)
      // The last step reduces a relative error to its cube.
      if gap.magnitude < 1e-5 || (next - logOdds).magnitude <= 2 * logOdds.ulp {
        return UnitPoint(logOdds: next)
      }
      if gap > 0 { low = logOdds } else { high = logOdds }
      if !(next > low && next < high) { next = low + 0.5 * (high - low) }
      if next <= low || next >= high { return UnitPoint(logOdds: next) }
      logOdds = next
    }
  }

  /// The logarithm of the lower tail, and the ratio of the tail to its derivative by log odds.
  private func logLowerTail(
    at point: UnitPoint, drift: Double
  ) -> (logTail: Double, ratio: Double) {
    if isLow(point, drift: drift) {
      let ratio = lowerTailRatio(at: point, drift: drift)
      return (logWeight(at: point) + logarithm(ratio), ratio)
    }
    let weight = self.weight(at: point)
    let upper = weight * mirrored.lowerTailRatio(at: point.mirrored, drift: -drift)
    return (logarithm(onePlus: -upper), (1 - upper) / weight)
  }

  /// The log odds of a point if the lower tail were x^a ÷ a B(a, b) everywhere.
  ///
  /// Exact for points near zero, and never more than log 2 above the true log odds, or above 0.
  private func logOddsNearZero(logTail: Double) -> Double {
    let larger = max(a, b)
    let smaller = min(a, b)
    let logShares =
      smaller * logarithm(smaller / (a + b)) + larger * logarithm(onePlus: -smaller / (a + b))
    let logBeta = logShares - logarithm(density)
    return (logTail + logarithm(a) + logBeta) / a
  }

  /// An initial guess at the log odds of the quantile, for p up to a half.
  private func startingLogOdds(_ p: Double, nearZero: Double) -> Double {
    let ofMean = logarithm(a / b)
    guard min(a, b) >= 1 else { return nearZero < -logOfTwo ? nearZero : ofMean }
    // Abramowitz and Stegun, 26.5.22.
    let z = -normalQuantile(p)
    let perA = 1 / (2 * a - 1)
    let perB = 1 / (2 * b - 1)
    let h = 2 / (perA + perB)
    let lambda = (z * z - 3) / 6
    let skew = (perB - perA) * (lambda + 5.0 / 6 - 2 / (3 * h))
    return ofMean - 2 * (z * (h + lambda).squareRoot() / h - skew)
  }
}

private let logOfTwo = 0x1.62e42fefa39efp-1
