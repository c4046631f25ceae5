import Drawing
import TestSupport
import Testing

struct ScaleTests {
  @Test(
    arguments: [
      (0.0, 1.0, 6, [0, 0.2, 0.4, 0.6, 0.8, 1]), (0, 1, 5, [0, 0.5, 1]),
      (0, 0.3, 4, [0, 0.1, 0.2, 0.3]),
      (3, 31, 6, [5, 10, 15, 20, 25, 30]), (-1, 1, 3, [-1, 0, 1]),
      (0.001, 0.0012, 3, [0.001, 0.0011, 0.0012]),
      (0, 7, 1, [0]), (0.4, 0.6, 1, [0.5]),
    ] as [(Double, Double, Int, [Double])])
  func linearTicksAreRound(first: Double, last: Double, most: Int, ticks: [Double]) {
    #expect(Scale(.linear, first...last, from: 0, to: 100).ticks(most: most) == ticks)
  }

  @Test(
    arguments: [
      (1e-4, 1.0, 5, [1e-4, 1e-3, 0.01, 0.1, 1]), (1e-4, 1, 3, [1e-4, 0.01, 1]),
      (2e-5, 0.3, 9, [1e-4, 1e-3, 0.01, 0.1]), (0.2, 0.9, 4, [0.2, 0.4, 0.6, 0.8]),
    ] as [(Double, Double, Int, [Double])])
  func logarithmicTicksArePowersOfTen(first: Double, last: Double, most: Int, ticks: [Double]) {
    #expect(Scale(.logarithmic, first...last, from: 0, to: 100).ticks(most: most) == ticks)
  }

  @Test func valuesStandWhereTheyShould() {
    let up = Scale(.linear, 0...10, from: 200, to: 0)
    #expect(up.place(of: 0) == 200 && up.place(of: 2.5) == 150 && up.place(of: 10) == 0)
    #expect(up.place(of: -3) == 200 && up.place(of: 12) == 0)
    let decades = Scale(.logarithmic, 1e-4...1, from: 0, to: 100)
    for (value, place) in [(1e-4, 0.0), (1e-3, 25), (0.01, 50), (0.1, 75), (1, 100)] {
      #expect(abs(decades.place(of: value) - place) < 1e-9)
    }
  }

  /// Whatever the ends are, there are ticks, few enough, in order, inside, and as round as can be.
  @Test func ticksAreFewAndInside() {
    forEverySeed(2000, inDebug: 300, premises: ["linear", "logarithmic"]) { draw in
      let isLinear = draw.bool()
      draw.met(isLinear ? "linear" : "logarithmic")
      let size = draw.element(of: [1e-9, 1e-4, 0.01, 1, 30, 1e6])
      let low = size * Double(draw.int(in: 1...1000)) / 100
      let high = low * (1 + Double(draw.int(in: 1...100_000)) / 100)
      let most = draw.int(in: 2...8)
      let ticks = Scale(isLinear ? .linear : .logarithmic, low...high, from: 0, to: 1)
        .ticks(most: most)
      try require(!ticks.isEmpty && ticks.count <= most, "\(ticks) of \(low)...\(high)")
      try require(
        ticks.allSatisfy { $0 >= low * (1 - 1e-9) && $0 <= high * (1 + 1e-9) }, "\(ticks)")
      try require(zip(ticks, ticks.dropFirst()).allSatisfy { $0 < $1 }, "\(ticks)")
    }
  }
}
