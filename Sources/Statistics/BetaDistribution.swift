import Maths

/// A beta distribution, with the regularised incomplete beta function and its inverse.
///
/// Both tails keep their relative precision, down to the smallest doubles. Parameters may be
/// anything from tiny fractions to 10^12 and beyond.
package struct BetaDistribution: Sendable, Equatable {
  /// The power of x is one below this.
  package let a: Double
  /// The power of 1 − x is one below this.
  package let b: Double

  /// The density over log odds at the mean: √(ab ÷ 2πn) exp(δ(n) − δ(a) − δ(b)), n = a + b.
  let density: Double

  /// The distribution with density proportional to x^(a − 1) (1 − x)^(b − 1).
  package init(_ a: Double, _ b: Double) {
    precondition(a > 0 && b > 0 && a + b < .infinity, "A beta distribution needs positive numbers.")
    let corrections = stirlingCorrection(a + b) - stirlingCorrection(a) - stirlingCorrection(b)
    let oneOverSquareRootOfTwoPi = 0x1.9884533d43651p-2
    let spread = (a / (a + b)).squareRoot() * b.squareRoot()
    self.init(a, b, density: oneOverSquareRootOfTwoPi * spread * exponential(corrections))
  }

  private init(_ a: Double, _ b: Double, density: Double) {
    self.a = a
    self.b = b
    self.density = density
  }

  /// The distribution of 1 − x: values near 1 become values near 0, where doubles are finer.
  package var mirrored: BetaDistribution { BetaDistribution(b, a, density: density) }

  /// The probability of a value up to x: the regularised incomplete beta function I_x(a, b).
  package func lowerTail(_ x: Double) -> Double {
    precondition(x >= 0 && x <= 1, "A beta variable lies between 0 and 1.")
    if x == 0 || x == 1 { return x }
    return tails(at: UnitPoint(x)).lower
  }

  /// The probability of a value above x.
  package func upperTail(_ x: Double) -> Double {
    precondition(x >= 0 && x <= 1, "A beta variable lies between 0 and 1.")
    if x == 0 || x == 1 { return 1 - x }
    return tails(at: UnitPoint(x)).upper
  }

  /// The quantile at probability p.
  package func quantile(lowerTail p: Double) -> Double { point(lowerTail: p).value }

  /// The quantile whose upper tail has probability q.
  package func quantile(upperTail q: Double) -> Double { mirrored.point(lowerTail: q).complement }

  private func tails(at point: UnitPoint) -> (lower: Double, upper: Double) {
    let drift = self.drift(at: point)
    if isLow(point, drift: drift) {
      let lower = min(1, weight(at: point) * lowerTailRatio(at: point, drift: drift))
      return (lower, 1 - lower)
    }
    let upper = min(
      1, weight(at: point) * mirrored.lowerTailRatio(at: point.mirrored, drift: -drift))
    return (1 - upper, upper)
  }

  /// Whether x is below (a + 1) ÷ (a + b + 2), where the lower tail is easier to compute.
  func isLow(_ point: UnitPoint, drift: Double) -> Bool {
    drift + (point.complement - point.value) >= 0
  }

  /// a − (a + b) x, almost without rounding: the slope at x of the log density over log odds.
  ///
  /// It is positive below the mean. Near the mean it is small, and so it must be computed with
  /// care.
  func drift(at point: UnitPoint) -> Double {
    if point.value > point.complement { return -mirrored.drift(at: point.mirrored) }
    let first = a * point.value
    let firstLost = (-first).addingProduct(a, point.value)
    let second = b * point.value
    let secondLost = (-second).addingProduct(b, point.value)
    // The first product is at most half of a: the larger one is subtracted where it cancels best.
    let rest = a - first
    let restLost = (a - rest) - first
    return (rest - second) + (restLost - firstLost - secondLost)
  }

  /// The density over log odds at x: x^a (1 − x)^b ÷ B(a, b).
  func weight(at point: UnitPoint) -> Double { density * exponential(-divergence(at: point)) }

  /// The logarithm of the weight, for when the weight itself is below the smallest double.
  func logWeight(at point: UnitPoint) -> Double { logarithm(density) - divergence(at: point) }

  /// The logarithm of the ratio of the weights at the mean and at x: n times a Kullback–Leibler
  /// divergence.
  private func divergence(at point: UnitPoint) -> Double {
    let drift = self.drift(at: point)
    return deviance(a, at: point.value, excess: drift)
      + deviance(b, at: point.complement, excess: -drift)
  }

  /// c log(c ÷ nx) − (c − nx), for a parameter c and its excess c − nx over the value for x.
  private func deviance(_ parameter: Double, at x: Double, excess: Double) -> Double {
    let relative = -excess / parameter
    if relative > -0.5 { return parameter * logarithmDeficit(relative) }
    return -parameter * (logarithm(x) + logarithm((a + b) / parameter)) - excess
  }
}
