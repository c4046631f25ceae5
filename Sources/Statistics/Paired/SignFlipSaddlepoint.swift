import Maths

/// Tail probabilities of a sum of numbers with given sizes and random signs (Lugannani and Rice).
///
/// K(t) = Σ log cosh(a t) is the cumulant generating function. At the saddle point t, where K′(t) is
/// the sum x, the tail is Φ(−r) + φ(r) (1 ÷ v − 1 ÷ r) with r² = 2 (t x − K(t)); on a lattice of span h,
/// v = (1 − exp(−h t)) ÷ h · √K″(t) (Daniels, "Tail probability approximations", 1987).
struct SignFlipSaddlepoint {
  /// Each size, relative to the largest, with its frequency.
  private let classes: [(size: Double, count: Double)]
  private let largest: Double
  private let total: Double

  /// The sum of whole numbers without a common divisor.
  ///
  /// - Parameter total: The sum of the sizes, rounded once.
  init(_ sizes: [Double], total: Double) {
    let sorted = sizes.sorted()
    let largest = sorted[sorted.count - 1]
    var classes: [(size: Double, count: Double)] = []
    for size in sorted {
      if let last = classes.indices.last, classes[last].size == size / largest {
        classes[last].count += 1
      } else {
        classes.append((size / largest, 1))
      }
    }
    self.classes = classes
    self.largest = largest
    self.total = total
  }

  /// The probability of a sum at least as far from zero, for a sum that is not zero.
  func pValue(sum: Double) -> Double {
    // If all have one sign, the tail is one of all possibilities.
    if sum >= total {
      return 2 * exponential(-classes.reduce(0) { $0 + $1.count } * Self.logOfTwo)
    }
    let place = sum / largest
    let saddle = saddle(of: place)
    let cumulants = cumulants(at: saddle)
    let r = (2 * max(0, saddle * place - cumulants.value)).squareRoot()
    // So close to the middle the two terms cancel, and the tail is one half.
    if r < 1e-3 { return 1 }
    // A changed sign changes the sum by twice its size.
    let span = 2 / largest
    let v = -exponentialMinusOne(-span * saddle) / span * cumulants.curvature.squareRoot()
    let density = Self.oneOverSquareRootOfTwoPi * exponential(-0.5 * r * r)
    return min(1, max(0, 2 * (normalCumulative(-r) + density * (1 / v - 1 / r))))
  }

  /// The point at which the slope of K has a given value.
  ///
  /// The slope is concave, so Newton's method comes from below and never goes too far.
  private func saddle(of slope: Double) -> Double {
    var point = slope / classes.reduce(0) { $0 + $1.size * $1.size * $1.count }
    for _ in 0..<200 {
      let cumulants = cumulants(at: point)
      let step = (slope - cumulants.slope) / cumulants.curvature
      guard step > point * 1e-14 && step.isFinite else { return point }
      point += step
    }
    return point
  }

  /// K and its first two derivatives.
  private func cumulants(at t: Double) -> (value: Double, slope: Double, curvature: Double) {
    classes.reduce((0, 0, 0)) { sums, part in
      let u = part.size * t
      let lost = exponential(-2 * u)
      let tangent = -exponentialMinusOne(-2 * u) / (1 + lost)
      return (
        sums.0 + part.count * (u + logarithm(onePlus: lost) - Self.logOfTwo),
        sums.1 + part.count * part.size * tangent,
        sums.2 + part.count * part.size * part.size * 4 * lost / ((1 + lost) * (1 + lost))
      )
    }
  }

  private static let logOfTwo = 0x1.62e42fefa39efp-1
  private static let oneOverSquareRootOfTwoPi = 0x1.9884533d43651p-2
}
