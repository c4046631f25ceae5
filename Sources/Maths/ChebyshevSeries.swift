// A polynomial of degree n is known everywhere once it is known at n + 1 places. If these are the
// zeros of a Chebyshev polynomial, little more is lost by that than in the values themselves. As no
// Chebyshev polynomial leaves the numbers from -1 to 1, the sum of the coefficients bounds the whole.

/// The places at which a polynomial is asked for, to know it everywhere from -1 to 1.
package struct ChebyshevNodes: Sendable {
  /// The places, ascending.
  package let places: [Double]
  /// The cosines of all multiples, from 0 on, of half a turn divided by twice the number of places.
  private let cosines: [Double]

  /// So many places, for a polynomial of a smaller degree; traps without any.
  package init(_ count: Int) {
    precondition(count > 0, "a polynomial is known at one place at least")
    // Of a whole turn, each quarter has the same numbers.
    let quarter = (0...count).map { cosineOfQuarterTurn($0, of: count) }
    let half = quarter + quarter.dropLast().reversed().map { -$0 }
    cosines = half + half.dropFirst().dropLast().reversed()
    places = (0..<count).map { -half[2 * $0 + 1] }
  }

  /// The sum of Chebyshev polynomials with these values at the places.
  fileprivate func coefficients(_ values: [Double]) -> [Double] {
    precondition(values.count == places.count, "there is a value at each place")
    let count = values.count
    return (0..<count).map { degree in
      var sum = 0.0
      for (place, value) in values.reversed().enumerated() {
        sum += value * cosines[degree * (2 * place + 1) % (4 * count)]
      }
      return sum * (degree == 0 ? 1 : 2) / Double(count)
    }
  }
}

/// A polynomial on the numbers from -1 to 1, as a sum of Chebyshev polynomials.
package struct ChebyshevSeries: Sendable {
  private let nodes: ChebyshevNodes
  /// The share of each Chebyshev polynomial, constant first.
  private var coefficients: [Double]

  /// The polynomial with these values at some places.
  package init(_ values: [Double], at nodes: ChebyshevNodes) {
    self.nodes = nodes
    coefficients = nodes.coefficients(values)
  }

  /// The value at a place.
  package func value(at place: Double) -> Double {
    var (last, beforeLast) = (0.0, 0.0)
    for coefficient in coefficients.dropFirst().reversed() {
      (last, beforeLast) = (coefficient + 2 * place * last - beforeLast, last)
    }
    return coefficients[0] + place * last - beforeLast
  }

  /// The same polynomial on a part of the numbers from -1 to 1, which is stretched to all of them.
  package func part(from: Double, to: Double) -> ChebyshevSeries {
    let (middle, half) = ((from + to) / 2, (to - from) / 2)
    return ChebyshevSeries(nodes.places.map { value(at: middle + half * $0) }, at: nodes)
  }

  /// What the polynomial is nowhere below, but for rounding; close to its least value if it is nearly
  /// a straight line.
  package var lowerBound: Double { coefficients[0] - reach }

  /// What the polynomial is nowhere above, but for rounding.
  package var upperBound: Double { coefficients[0] + reach }

  /// How far it may be from its mean.
  private var reach: Double { coefficients.dropFirst().reduce(0) { $0 + $1.magnitude } }

  /// The difference of two polynomials at the same places.
  package static func - (one: ChebyshevSeries, other: ChebyshevSeries) -> ChebyshevSeries {
    var difference = one
    for degree in difference.coefficients.indices {
      difference.coefficients[degree] -= other.coefficients[degree]
    }
    return difference
  }
}

/// The cosine of a part of a quarter turn, from 0 to the whole of it.
private func cosineOfQuarterTurn(_ part: Int, of parts: Int) -> Double {
  // Beyond the middle, sine and cosine change places.
  let isBeyond = 2 * part > parts
  let angle = Double.pi / 2 * Double(isBeyond ? parts - part : part) / Double(parts)
  var (term, sum, number) = (isBeyond ? angle : 1, isBeyond ? angle : 1, isBeyond ? 1.0 : 0.0)
  while term.magnitude > 1e-18 {
    term *= -angle * angle / ((number + 1) * (number + 2))
    sum += term
    number += 2
  }
  return sum
}
