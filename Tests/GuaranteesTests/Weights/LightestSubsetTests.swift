import TestSupport
import Testing

@testable import Guarantees

struct LightestSubsetTests {
  @Test func isTheLightestOfAllSubsets() {
    forEverySeed(300, premises: ["found", "none", "the count matters"]) { draw in
      let weights = draw.array(0...8) { $0.int(in: 1...6) }
      let countMin = draw.int(in: 0...4)
      let sumMin = draw.int(in: 0...20)
      let sums = (0..<1 << weights.count).map { mask in
        weights.indices.filter { mask >> $0 & 1 == 1 }
      }.filter { $0.count >= countMin }.map { $0.reduce(0) { $0 + weights[$1] } }
      let best = sums.filter { $0 >= sumMin }.min()
      let found = LightestSubset(
        of: weights, countMin: countMin, sumMax: weights.reduce(0, +), where: { $0 >= sumMin })
      guard let found else {
        draw.met("none")
        return try requireEqual(best, nil)
      }
      draw.met("found")
      try requireEqual(found.places.reduce(0) { $0 + weights[$1] }, best)
      try require(found.places.count >= countMin)
      try requireEqual(found.places, Array(Set(found.places)).sorted())
      let light = LightestSubset(
        of: weights, countMin: 0, sumMax: weights.reduce(0, +), where: { $0 >= sumMin })
      if light?.places != found.places { draw.met("the count matters") }
    }
  }

  @Test func tooLargeATableIsNotBuilt() {
    let weights = Array(repeating: 1000, count: 100)
    #expect(LightestSubset(of: weights, countMin: 1, sumMax: 100_000, where: { _ in true }) == nil)
  }
}
