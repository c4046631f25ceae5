import Maths
import TestSupport
import Testing

@testable import Tuning

/// Where the curves of a rival are below those of the chosen configuration.
struct HarmCurveTests {
  private func curve(_ degree: Int = 8, _ harm: (Double) -> Double) -> HarmCurve {
    let nodes = ChebyshevNodes(degree + 1)
    return HarmCurve(nodes.places.map(harm), at: nodes)
  }

  @Test(arguments: [-0.9, -1.0 / 3, 0, 0.25, 0.99])
  func linesMeetWhereTheyShould(place: Double) throws {
    let own = [curve { _ in 0.5 }]
    let found = try #require(own.firstPlace(below: [curve { 0.5 - 0.1 * ($0 - place) }]))
    #expect((found - place).magnitude < 2e-8)
    #expect(found >= place - 1e-10)
    // From the other side, it is better from the start.
    #expect(own.firstPlace(below: [curve { 0.5 + 0.1 * ($0 - place) }]) == -1)
    #expect(
      own.firstPlace(below: [curve { 0.5 - 0.1 * ($0 - place) }], before: place - 0.01) == nil)
  }

  /// (x - 1/5)² - 10^-8 is below 0 from 0.1999 to 0.2001 alone, far from all places that are asked.
  @Test func aNarrowDipIsFound() throws {
    let own = [curve { _ in 0.5 }]
    func rival(_ depth: Double) -> [HarmCurve] {
      [curve { 0.5 + ($0 - 0.2) * ($0 - 0.2) - depth }]
    }
    let found = try #require(own.firstPlace(below: rival(1e-8)))
    #expect((found - 0.1999).magnitude < 1e-5)
    // A touch is no dip, and neither is what rounding may have made.
    #expect(own.firstPlace(below: rival(0)) == nil)
    #expect(own.firstPlace(below: rival(-1e-13)) == nil)
    #expect(own.firstPlace(below: rival(1e-13)) == nil)
  }

  @Test func equalCurvesAreNowhereBelow() {
    forEverySeed(200, inDebug: 40) { draw in
      let degree = draw.int(in: 1...30)
      let power = Double(draw.int(in: 0...4))
      func harm(_ place: Double) -> Double {
        (0..<Int(power)).reduce(0.3) { product, _ in product * (1.1 + place) / 2 }
      }
      let own = [curve(degree, harm)]
      // What a different order of sums may make of the same harm.
      let rival = [curve(degree) { harm($0) * (1 - 1e-15 * draw.double(in: 0...3)) }]
      try require(own.firstPlace(below: rival) == nil, "equal")
      try require(rival.firstPlace(below: own) == nil, "equal the other way round")
    }
  }

  /// Each curve is below somewhere, but never all of them.
  @Test func theLargestCurveCounts() throws {
    let own = [curve { _ in 0.5 }]
    let rising = curve { 0.5 + 0.2 * $0 }
    let falling = curve { 0.5 - 0.2 * $0 }
    #expect(own.firstPlace(below: [rising, falling]) == nil)
    let later = try #require(own.firstPlace(below: [falling, curve { 0.6 - 0.2 * $0 }]))
    #expect((later - 0.5).magnitude < 2e-8)
    // The other way round it is enough to be below one of them.
    #expect([rising, falling].firstPlace(below: own) == -1)
    #expect([rising].firstPlace(below: own).map { $0.magnitude < 2e-8 } == true)
    // Who does nothing that is known may be better everywhere.
    #expect(own.firstPlace(below: []) == -1)
  }

  @Test func coveredCurvesAreLeftOut() {
    let high = curve { 0.6 + 0.1 * $0 }
    let low = curve { 0.4 + 0.1 * $0 }
    let other = curve { 0.55 - 0.1 * $0 }
    #expect([low, high].withoutCovered.count == 1)
    #expect([low, other, high].withoutCovered.count == 2)
    #expect([high, high].withoutCovered.count == 1)
  }

  /// Products of straight lines, looked at in many places.
  @Test func nothingIsBelowBefore() {
    forEverySeed(300, inDebug: 60, premises: ["an end", "no end"]) { draw in
      func harms() -> [(Double) -> Double] {
        (0..<draw.int(in: 1...3)).map { _ in
          let lines = (0..<draw.int(in: 1...6)).map { _ in
            (draw.double(in: 0.3...1), draw.double(in: -0.3...0.3))
          }
          return { place in lines.reduce(1) { $0 * ($1.0 + $1.1 * place) } }
        }
      }
      let (own, rival) = (harms(), harms())
      func gap(_ place: Double) -> Double {
        (own.map { $0(place) }.max() ?? 0) - (rival.map { $0(place) }.max() ?? 0)
      }
      let found = own.map { curve(6, $0) }.withoutCovered
        .firstPlace(below: rival.map { curve(6, $0) })
      draw.met(found == nil ? "no end" : "an end")
      let end = found ?? 1
      for step in 0...200 where end > -1 {
        let place = -1 + (end + 1) * Double(step) / 200
        try require(gap(place) < 1e-8, "\(place) before \(end)")
      }
      if let found, found > -1 {
        try require(gap(min(1, found + 1e-6)) > 0, "not below after \(found)")
      }
    }
  }
}
