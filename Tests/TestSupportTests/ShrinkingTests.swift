import TestSupport
import Testing

/// Each property fails in many ways; the one that is reported must be the least.
@Suite struct ShrinkingTests {
  /// The draws and notes of the smallest case, or what went wrong.
  private func smallest(
    startingAt seed: UInt64? = nil, _ body: (Draw) throws -> Void
  ) -> String {
    var property = Property("shrinking", caseCount: 5000)
    property.shrinkAttemptsMax = 20_000
    let settings = RunSettings(onlySeed: seed)
    guard case .failed(let example) = property.run(settings: settings, body) else {
      return "nothing failed"
    }
    return (example.log.drawn + example.log.notes).joined(separator: "; ")
  }

  @Test func anIntegerShrinksToTheBound() {
    #expect(smallest { try require($0.int(in: 0...1000) < 42) } == "42")
    #expect(smallest { try require($0.int(in: -1000...1000) > -42) } == "-42")
    #expect(smallest { try require($0.int(in: -1000...1000).magnitude < 42) } == "42")
    #expect(smallest { try require($0.int(in: 17...1000) > 1000) } == "17")
    #expect(smallest { try require($0.int(in: -1000 ... -17) > 1000) } == "-17")
    #expect(smallest { try require(($0.integer() as UInt64) < 1 << 60) } == "1152921504606846976")
  }

  @Test func aSumShrinksToOneElement() {
    let least = smallest { draw in
      let numbers = draw.array(0...50) { $0.int(in: 0...1000) }
      try require(numbers.reduce(0, +) < 1000)
    }
    #expect(least == "[1000]")
  }

  @Test func aSumThatNeedsTwoShrinksToTwo() {
    let least = smallest { draw in
      let numbers = draw.array(0...50) { $0.int(in: 0...700) }
      try require(numbers.reduce(0, +) < 1000)
    }
    #expect(least == "[300, 700]")
  }

  @Test func oneBadElementStandsAlone() {
    let least = smallest { draw in
      let numbers = draw.array(0...200) { $0.int(in: 0...10_000) }
      try require(!numbers.contains { $0 > 9000 })
    }
    #expect(least == "[9001]")
  }

  @Test func elementsOfManyChoicesAreLeftOutWhole() {
    let least = smallest { draw in
      let rows = draw.array(0...20) { $0.array(0...20) { $0.int(in: -50...50) } }
      try require(!rows.contains { $0.contains(-7) })
    }
    #expect(least == "[[-7]]")
  }

  @Test func equalValuesShrinkTogether() {
    let least = smallest { draw in
      let numbers = draw.array(0...40) { $0.int(in: 0...200) }
      try require(Set(numbers).count == numbers.count)
    }
    #expect(least == "[0, 0]")
    let pair = smallest { draw in
      let (left, right) = (draw.int(in: 0...50), draw.int(in: 0...50))
      try require(left < 10 || left != right)
    }
    #expect(pair == "10; 10")
  }

  @Test func anUnsortedArrayShrinksToAPair() {
    let least = smallest { draw in
      let numbers = draw.array(0...40) { $0.int(in: 0...200) }
      try require(numbers == numbers.sorted())
    }
    #expect(least == "[1, 0]")
  }

  @Test func orderThatDoesNotMatterIsSorted() {
    let least = smallest { draw in
      let numbers = draw.array(0...40) { $0.int(in: 0...9) }
      try require(Set(numbers).count < 4)
    }
    #expect(least == "[0, 1, 2, 3]")
  }

  @Test func aCountDrawnFirstShrinksWithItsElements() {
    let least = smallest { draw in
      let count = draw.int(in: 0...12)
      let numbers = (0..<count).map { _ in draw.int(in: 0...100) }
      try require(!numbers.contains { $0 >= 50 })
    }
    #expect(least == "1; 50")
  }

  @Test func stepsThatDoNotMatterGo() {
    let least = smallest { draw in
      var balance = 0
      try draw.steps(0...60) { draw in
        switch draw.element(of: ["wait", "deposit", "withdraw"]) {
        case "deposit": balance += draw.int(in: 1...100)
        case "withdraw": balance -= draw.int(in: 1...100)
        default: break
        }
        try require(balance > -150)
      }
    }
    #expect(least == #""withdraw"; 50; "withdraw"; 100"#)
  }

  @Test func textsShrinkToTheOneCharacter() {
    let least = smallest { try require(!$0.string(0...30).unicodeScalars.contains("\u{2028}")) }
    #expect(least == #""\u{2028}""#)
    #expect(smallest { try require($0.string(0...30, of: .ascii).count < 3) } == #""aaa""#)
  }

  @Test func doublesShrinkToWholeNumbers() {
    #expect(smallest { try require($0.double(in: 0...100) < 3.3) } == "4.0")
    let fraction = smallest { draw in
      let number = draw.double(in: 0...100)
      try require(number < 3.3 || number.rounded() == number)
    }
    #expect(fraction.hasPrefix("3.3"))
  }

  @Test func shufflesAndSubsetsShrinkTowardsNothing() {
    #expect(smallest { try require($0.shuffled(0...5).first == 0) } == "[1, 0, 2, 3, 4, 5]")
    #expect(smallest { try require(!$0.subset(of: 0...9).contains(4)) } == "[4]")
    let weighted = smallest { draw in
      let element = draw.element(weighted: [(9, "a"), (1, "b"), (1, "c")])
      try require(element == "a")
    }
    #expect(weighted == #""b""#)
  }

  @Test func aFailureOfAnotherKindIsNotFollowed() {
    struct Other: Error {}
    let body: (Draw) throws -> Void = { draw in
      let number = draw.int(in: 0...1000)
      if number == 0 { throw Other() }
      try require(number < 100, "too large")
      try require(number != 50, "fifty")
    }
    for seed in 0..<50 as Range<UInt64> {
      #expect(["0", "50", "100", "nothing failed"].contains(smallest(startingAt: seed, body)))
    }
    let large = (0..<50 as Range<UInt64>).first { smallest(startingAt: $0, body) == "100" }
    #expect(large != nil)
  }

  @Test func loweringDoesNotMakeACaseLonger() {
    let body: (Draw) throws -> Void = { draw in
      if !draw.bool() { draw.steps(5...5) { _ = $0.bool() } }
      throw CancellationError()
    }
    let least = Set((0..<20).map { smallest(startingAt: $0, body) })
    #expect(least.contains("true"))
  }

  @Test func loopsWithoutACollectionShrinkToo() {
    let body: (Draw) throws -> Void = { draw in
      var numbers: [Int] = []
      while draw.bool(probability: 0.95) { numbers.append(draw.int(in: 0...100)) }
      try require(!(numbers.contains(91) && numbers.contains(18)))
    }
    let least = Set((0..<200).map { smallest(startingAt: $0, body) })
    #expect(least == ["true; 18; true; 91; false", "nothing failed"])
  }

  @Test func valuesThatMustBeZeroTogetherAre() {
    let body: (Draw) throws -> Void = { draw in
      let (left, right) = (draw.int(in: 0...50), draw.int(in: 0...50))
      try require(left + right > 0 && (left < 10 || right < 20) || draw.int(in: 0...9) < 5)
    }
    let least = Set((0..<20).map { smallest(startingAt: $0, body) })
    #expect(least == ["0; 0; 5", "nothing failed"])
  }

  @Test func elementsThatMayChangePlacesAreSorted() {
    let body: (Draw) throws -> Void = { draw in
      let numbers = draw.array(0...30) { $0.int(in: -9...9) }
      try require(!(numbers.contains(3) && numbers.contains(8)))
      try require(!(numbers.contains(-3) && numbers.contains(7)))
    }
    let least = Set((0..<60).map { smallest(startingAt: $0, body) })
    #expect(least == ["[3, 8]", "[7, -3]", "nothing failed"])
  }

  /// Failures without rhyme or reason, over a structure that changes with every choice.
  @Test func anyBodyShrinksToACaseThatFails() {
    for number in 0..<100 as Range<UInt64> {
      var smallest: [UInt64] = []
      let outcome = Property("chaos \(number)", caseCount: 100).run { draw in
        var sum = number
        draw.steps(0...6) { draw in
          sum &+= UInt64(draw.array(0...draw.int(in: 0...5)) { $0.bool() }.count { $0 })
          if draw.bool() { sum &+= UInt64(draw.string().utf8.count) }
          for byte in draw.bytes(0...3) { sum = sum &* 31 &+ UInt64(byte) }
          draw.steps(0...2) { sum ^= $0.integer(in: 0...9) }
        }
        var mixed = SplitMix64(seed: sum)
        smallest = draw.values
        try require(mixed.next(upTo: 3) > 0)
      }
      guard case .failed(let example) = outcome else {
        Issue.record("chaos \(number) did not fail")
        continue
      }
      #expect(!example.isUnstable)
      #expect(smallest.count <= 20)
    }
  }

  @Test func shrinkingStopsAtItsBound() {
    var property = Property("bounded", caseCount: 50)
    property.shrinkAttemptsMax = 25
    var runs = 0
    let outcome = property.run { draw in
      runs += 1
      let numbers = draw.array(0...500) { $0.integer() as UInt64 }
      try require(numbers.count < 5)
    }
    guard case .failed(let example) = outcome else {
      Issue.record("nothing failed")
      return
    }
    #expect(example.attempts == 25)
    #expect(runs < 50 + 25)
  }
}
