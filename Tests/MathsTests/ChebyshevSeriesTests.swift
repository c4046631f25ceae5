import Maths
import TestSupport
import Testing

/// Polynomials that are known by their values at some places.
struct ChebyshevSeriesTests {
  private func value(_ coefficients: [Double], at place: Double) -> Double {
    coefficients.reversed().reduce(0) { $0 * place + $1 }
  }

  private func series(_ coefficients: [Double], places count: Int) -> ChebyshevSeries {
    let nodes = ChebyshevNodes(count)
    return ChebyshevSeries(nodes.places.map { value(coefficients, at: $0) }, at: nodes)
  }

  /// The square roots of 1/2 and 3/4, and the cosines of 18 and 54 degrees to 17 digits.
  @Test func placesAreTheZerosOfAChebyshevPolynomial() {
    let half = 0.5.squareRoot()
    let known: [[Double]] = [
      [0], [-half, half], [-0.75.squareRoot(), 0, 0.75.squareRoot()],
    ]
    for (number, places) in known.enumerated() {
      let found = ChebyshevNodes(number + 1).places
      #expect(zip(found, places).allSatisfy { ($0 - $1).magnitude < 2e-16 }, "\(found)")
    }
    let five = [-0.95105651629515357, -0.58778525229247313, 0, 0.58778525229247313]
    #expect(zip(ChebyshevNodes(5).places, five).allSatisfy { ($0 - $1).magnitude < 2e-16 })
  }

  /// (x - 1/3)(x + 1/2)², whose values and coefficients were found as fractions.
  @Test(arguments: zip([0.25, -0.75, 2.0 / 3], [-0.046875, -13.0 / 192, 49.0 / 108]))
  func aCubicHasItsValuesEverywhere(place: Double, known: Double) {
    let cubic = series([-1.0 / 12, -1.0 / 12, 2.0 / 3, 1], places: 6)
    #expect((cubic.value(at: place) - known).magnitude < 1e-15)
    #expect((cubic.lowerBound + 1).magnitude < 1e-14)
    #expect((cubic.upperBound - 1.5).magnitude < 1e-14)
  }

  @Test func aConstantNeedsOnePlace() {
    let constant = ChebyshevSeries([0.25], at: ChebyshevNodes(1))
    #expect(constant.value(at: 0.7) == 0.25)
    #expect(constant.lowerBound == 0.25 && constant.upperBound == 0.25)
    #expect(constant.part(from: 0, to: 0.5).value(at: -1) == 0.25)
  }

  @Test func partsAndBoundsAreThoseOfThePolynomial() {
    forEverySeed(400, inDebug: 100, premises: ["bounds that tell its sign"]) { draw in
      let degree = draw.int(in: 0...40)
      let coefficients = (0...degree).map { _ in draw.double(in: -1...1) / Double(degree + 1) }
      let whole = series(coefficients, places: degree + 1 + draw.int(in: 0...3))
      let ends = [draw.double(in: -1...1), draw.double(in: -1...1)].sorted()
      let part = whole.part(from: ends[0], to: ends[1])
      if part.lowerBound > 0 || part.upperBound < 0 { draw.met("bounds that tell its sign") }
      for _ in 0..<20 {
        let place = draw.double(in: -1...1)
        let known = value(coefficients, at: place)
        try require((whole.value(at: place) - known).magnitude < 1e-14, "\(place)")
        let inside = value(coefficients, at: (ends[0] + ends[1] + place * (ends[1] - ends[0])) / 2)
        try require((part.value(at: place) - inside).magnitude < 1e-14, "\(place) of the part")
        try require(part.lowerBound <= inside + 1e-14, "a bound below")
        try require(part.upperBound >= inside - 1e-14, "a bound above")
      }
      let difference = whole - whole
      try require(difference.upperBound == 0 && difference.lowerBound == 0, "no difference")
    }
  }
}
