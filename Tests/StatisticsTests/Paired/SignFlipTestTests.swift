import TestSupport
import Testing

@testable import Statistics

struct SignFlipTestTests {
  @Test func agreesWithKnownAnswers() throws {
    for fields in try Fixture.lines("paired.txt", of: "signFlip") {
      let differences = try fields[0].split(separator: ",").map { try #require(Int128($0)) }
      let expected = try Fixture.numbers([fields[1]])[0]
      let pValue = SignFlipTest(differences).pValue
      // The large ones are rounded to a grid, on which some sums may change places.
      let tolerance = differences.contains { $0.magnitude > 1_000_000 } ? 0.01 : 1e-12
      #expect((pValue - expected).magnitude <= tolerance, "\(fields)")
    }
  }

  @Test func noDifferenceIsNoChange() {
    #expect(SignFlipTest([]).pValue == 1)
    #expect(SignFlipTest([0, 0, 0]).pValue == 1)
    #expect(SignFlipTest([5, -5, 0]).pValue == 1)
  }

  @Test func differencesOfOneSizeAreMcNemars() {
    let differences = Array(repeating: Int128(-7), count: 12) + Array(repeating: 7, count: 3)
    let expected = McNemarTest(onlyBase: 12, onlyNew: 3, pairs: 15).pValue
    #expect(SignFlipTest(differences).pValue == expected)
  }

  @Test func nothingButSizesAndSignsMatter() {
    forEverySeed(200) { draw in
      let count = draw.int(in: 1...300)
      let differences = (0..<count).map { _ in Int128(draw.int(in: -9...12)) }
      let pValue = SignFlipTest(differences).pValue
      try requireEqual(SignFlipTest(differences.map { -$0 }).pValue, pValue)
      try requireEqual(SignFlipTest(differences.map { 1_000_003 * $0 }).pValue, pValue)
      let other = SignFlipTest(differences.reversed() + [0]).pValue
      try require((other - pValue).magnitude <= 1e-12 * pValue, "\(other) \(pValue)")
    }
  }

  /// The approximation beside the exact answer, for differences of all kinds, far into the tails.
  @Test func theSaddlepointIsCloseToTheExactTail() {
    forEverySeed(120, premises: ["tail", "heavy"]) { draw in
      let count = draw.int(in: 60...250)
      let (sizeMax, isHeavy) = (draw.int(in: 1...6), draw.int(in: 0...3) == 0)
      let lean = draw.int(in: 0...40)
      var differences = (0..<count).map { _ in
        let size = draw.int(in: 1...sizeMax)
        return draw.int(in: 0...99) < 50 + lean ? size : -size
      }
      if isHeavy { differences[0] = draw.int(in: 5...60) * sizeMax }
      // A common divisor widens the lattice; the saddlepoint is given numbers without one.
      differences.append(1)
      let sum = differences.reduce(0, +).magnitude
      guard sum > 0 else { return }
      let exact = SignFlipTest.countedPValue(differences)
      let sizes = differences.map { Double($0.magnitude) }
      let close = SignFlipSaddlepoint(sizes, total: sizes.reduce(0, +)).pValue(sum: Double(sum))
      let isClose = (close / exact - 1).magnitude < (isHeavy ? 0.25 : 0.05)
      // In the middle one large difference makes two humps, and nobody needs the number.
      try require(isClose || (isHeavy && min(close, exact) > 0.1), "\(close) for \(exact)")
      if exact < 1e-6 { draw.met("tail") }
      if isHeavy { draw.met("heavy") }
    }
  }

  /// What is too much to be counted, and what is rounded, are near what counting says.
  @Test func theWaysToThePValueAgree() {
    var random = SplitMix64(seed: 5)
    for count in [200, 256, 257, 400] {
      let differences = (0..<count).map { _ in Int128(random.next() % 2_000_000) - 900_000 }
      let fine = SignFlipTest(differences).pValue
      let coarse = SignFlipTest.countedPValue(differences.map { Int($0) / 4_000 })
      #expect((fine / coarse - 1).magnitude < 0.1, "\(fine) \(coarse)")
    }
  }

  @Test func allOfOneSignHaveOneSignPatternInTheTail() {
    let differences = (1...2000).map { Int128($0) }
    #expect(SignFlipTest(differences).pValue < 1e-300)
    let few = SignFlipTest([3, 1_000_000_007, 5_000_000_029, 11_000_000_003])
    #expect(few.pValue == 0.125)
  }

  /// Whatever the distribution, if it is the same for both.
  @Test(arguments: [3, 12, 40, 300])
  func errsAsSeldomAsStated(count: Int) {
    var random = SplitMix64(seed: UInt64(count))
    let repeats = Effort.count(4000, inDebug: 100)
    let rejected = (0..<repeats).count { _ in
      func draw() -> Int128 {
        // Mostly nothing, sometimes a little, seldom very much.
        let place = random.nextUnit()
        return place < 0.6 ? 0 : place < 0.97 ? Int128(random.next() % 5) : 1_000
      }
      return SignFlipTest((0..<count).map { _ in draw() - draw() }).pValue <= 0.05
    }
    // 5 % and four standard errors.
    let nominal = 0.05 * Double(repeats)
    #expect(Double(rejected) <= nominal + 4 * (0.95 * nominal).squareRoot(), "\(rejected)")
  }
}
