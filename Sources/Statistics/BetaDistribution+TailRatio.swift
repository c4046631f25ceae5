import Maths

// The probability of a tail is the density at its edge times a slowly varying ratio. For small
// parameters the ratio is a continued fraction, whose length grows with the square root of the
// parameters. For large parameters it is an integral, whose integrand is then nearly a Gaussian.

extension BetaDistribution {
  /// The lower tail divided by its weight, for a low x.
  func lowerTailRatio(at point: UnitPoint, drift: Double) -> Double {
    if min(a, b) > 20_000 { return integratedRatio(at: point, drift: drift) }
    return 1 / continuedFraction(at: point, drift: drift)
  }

  /// The continued fraction of Didonato and Morris (1992, equation 9), by Lentz's method.
  private func continuedFraction(at point: UnitPoint, drift: Double) -> Double {
    let x = point.value
    var value = a * (drift + 1) / (a + 1)
    var numerators = value
    var denominators = 0.0
    var m = 1.0
    while true {
      let step = a + (2 * m - 1)
      let shared = m * (b - m) * x / step
      let partNumerator = (a + (m - 1)) * (a + b + (m - 1)) * x / step * shared
      let partDenominator =
        m + shared + (a + m) * (drift + 1 + m * (1 + point.complement)) / (step + 2)
      denominators = 1 / (partDenominator + partNumerator * denominators)
      numerators = partDenominator + partNumerator / numerators
      let factor = numerators * denominators
      value *= factor
      if (factor - 1).magnitude <= 0x1p-52 { return value }
      m += 1
    }
  }

  /// The integral of the weight from x down, divided by the weight at x, by Gauss-Legendre
  /// quadrature.
  ///
  /// Over log odds the log density is concave and nearly a parabola.
  private func integratedRatio(at point: UnitPoint, drift: Double) -> Double {
    let n = a + b
    let isLow = point.value <= point.complement
    let smaller = isLow ? point.value : point.complement
    let direction = isLow ? -1.0 : 1.0
    let curvature = n * point.value * point.complement
    // Where the parabola is smaller by the factor exp(-50).
    let half = 50 / (drift + (drift * drift + 100 * curvature).squareRoot())
    var sum = 0.0
    for (node, weight) in gaussLegendre {
      for position in [half * (1 - node), half * (1 + node)] {
        let move = direction * position
        let change =
          n * logarithmDeficit(smaller * exponentialMinusOne(move))
          - n * smaller * exponentialExcess(move) - drift * position
        sum += weight * exponential(change)
      }
    }
    return half * sum
  }
}

/// Positive nodes and weights of the rule with 32 points on −1…1.
private let gaussLegendre: [(node: Double, weight: Double)] = [
  (0x1.8bbc8488cc499p-5, 0x1.8b6d9eaec77adp-4),
  (0x1.27e0ea717f237p-3, 0x1.87bc776f8c6d7p-4),
  (0x1.ea0f7e19c094bp-3, 0x1.8062fc0f6fef9p-4),
  (0x1.53d55ce57bdf6p-2, 0x1.7572bdb3f6e51p-4),
  (0x1.af76b57c6f8f1p-2, 0x1.6705e18e13ed1p-4),
  (0x1.038862866b29dp-1, 0x1.553ee25ebebc6p-4),
  (0x1.2ce9146962ca4p-1, 0x1.40483e126fd14p-4),
  (0x1.537a89c487f8ap-1, 0x1.2854103b35e0cp-4),
  (0x1.76e0931d693bap-1, 0x1.0d9b9a62cac10p-4),
  (0x1.96c69481c4bc5p-1, 0x1.e0bd76c924981p-5),
  (0x1.b2e04fd686a13p-1, 0x1.a1c6ae961fbfap-5),
  (0x1.caea9b4574cb9p-1, 0x1.5ee963a335495p-5),
  (0x1.deac0259f7f42p-1, 0x1.18c5800a355d9p-5),
  (0x1.edf5518053baap-1, 0x1.a0060a8531ffap-6),
  (0x1.f8a212714bcdcp-1, 0x1.0aa3c248696c9p-6),
  (0x1.fe995e70409b6p-1, 0x1.cbf8bc743cc5cp-8),
]
