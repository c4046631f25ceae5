import Simulation
import TestSupport
import Testing

struct BoundedIntegerTests {
  /// The same integers from arithmetic without bounds, skipped words included.
  @Test
  func knownIntegers() throws {
    let rows = try Fixture.rows("integers.txt")
    #expect(rows.count == 12)
    for row in rows {
      let numbers = row.compactMap { UInt64($0) }
      try #require(numbers.count == 14)
      var stream = RandomStream(seed: numbers[0], purpose: 9)
      for expected in numbers[2...] {
        #expect(stream.nextInteger(below: numbers[1]) == expected)
      }
    }
  }

  /// Chi-square over the remainders, with the value that chance exceeds once in a thousand times.
  ///
  /// Below 3 × 2^62, one remainder of three would come twice as often if no word were passed over.
  @Test(
    arguments: [
      (3, 3, 13.82), (10, 10, 27.88), (1 << 63 + 1, 16, 37.70), (3 << 62, 3, 13.82),
    ] as [(UInt64, Int, Double)])
  func everyIntegerIsAsLikely(bound: UInt64, cells: Int, chiSquareMax: Double) {
    var stream = RandomStream(seed: 10, purpose: bound)
    var counts = Array(repeating: 0, count: cells)
    for _ in 0..<GoodnessOfFit.drawCount {
      let integer = stream.nextInteger(below: bound)
      counts[Int(integer % UInt64(cells))] += 1
    }
    #expect(GoodnessOfFit.chiSquare(counts) < chiSquareMax)
  }

  @Test
  func noIntegerBelowZeroTraps() async {
    await #expect(processExitsWith: .failure) {
      var stream = RandomStream(seed: 1, purpose: 1)
      _ = stream.nextInteger(below: 0)
    }
  }
}
