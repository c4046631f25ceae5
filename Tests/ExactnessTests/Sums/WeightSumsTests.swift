import TestSupport
import Testing

@testable import Exactness

struct WeightSumsTests {
  /// All sums of some weights, in whatever order they are added.
  private func sums(_ weights: [Double]) -> [Double] {
    func continued(_ sum: Double, _ rest: [Double]) -> [Double] {
      if rest.isEmpty { return [sum] }
      return rest.indices.flatMap { index in
        var others = rest
        return continued(sum + others.remove(at: index), others)
      }
    }
    return continued(0, weights)
  }

  /// The smallest and the largest sum are those of some order, found here by trying all of them.
  @Test func theExtremesAreThoseOfSomeOrder() throws {
    var differing = 0
    forEverySeed(60) { draw in
      let weights = draw.array(2...4) { Double($0.int(in: 1...30)) / 10 }
      let values = Set(weights).sorted()
      let counts = values.map { value in weights.count { $0 == value } }
      let classes = WeightClasses(
        values: values,
        sums: zip(values, counts).map { value, count in
          (0..<count).reduce(into: [0.0]) { sums, _ in sums.append(sums[sums.count - 1] + value) }
        })
      let found = WeightSums(classes, areExact: false).range { counts[$0] }
      let all = sums(weights)
      let (low, high) = (all.min() ?? 0, all.max() ?? 0)
      if low == high {
        try require(found == low...high)
      } else {
        differing += 1
        // A little more, for the rounding of shares.
        try require(found.lowerBound < low && found.lowerBound > low * (1 - 0x1p-48))
        try require(found.upperBound > high && found.upperBound < high * (1 + 0x1p-48))
      }
    }
    #expect(differing > 5)
  }
}
