import TestSupport
import Testing

@Suite struct DrawTests {
  /// What a drawing gives over many cases.
  private func many<Value>(_ count: Int = 3000, _ make: (Draw) -> Value) -> [Value] {
    let draw = Draw()
    return (0..<count).map { number in
      draw.start(seed: SplitMix64.seed(of: "many", case: number))
      return make(draw)
    }
  }

  @Test func integersStayInRangeAndReachAllOfIt() {
    #expect(Set(many { $0.int(in: -3...4) }) == Set(-3...4))
    #expect(Set(many { $0.int(in: 5...9) }) == Set(5...9))
    #expect(Set(many { $0.int(in: -9 ... -5) }) == Set(-9 ... -5))
    #expect(Set(many { $0.int(in: 0..<3) }) == [0, 1, 2])
    #expect(Set(many { $0.int(in: 7...7) }) == [7])
    #expect(Set(many(20_000) { $0.integer() as UInt8 }) == Set(0...255))
    #expect(Set(many(20_000) { $0.integer() as Int8 }) == Set(-128...127))
  }

  @Test func widestIntegersReachTheirEnds() {
    let signed = Set(many { $0.int(in: .min ... .max) })
    #expect(signed.isSuperset(of: [.min, -1, 0, 1, .max]))
    let unsigned = Set(many { $0.integer() as UInt64 })
    #expect(unsigned.isSuperset(of: [0, 1, .max]))
    #expect(many { $0.int(in: .min ... -2) }.allSatisfy { $0 <= -2 })
    #expect(Set(many { $0.int(in: .min...0) }).isSuperset(of: [.min, 0]))
  }

  @Test func booleansFollowTheirProbability() {
    #expect(many { $0.bool(probability: 0) }.allSatisfy { !$0 })
    #expect(many { $0.bool(probability: 1) }.allSatisfy { $0 })
    let hits = many(20_000) { $0.bool(probability: 0.2) }.count { $0 }
    #expect(abs(hits - 4000) < 300)
  }

  @Test func doublesStayInRangeAndReachItsEnds() {
    let numbers = many { $0.double(in: -2.5...1.25) }
    #expect(numbers.allSatisfy { (-2.5...1.25).contains($0) })
    #expect(Set(numbers).isSuperset(of: [-2.5, -2, 0, 1, 1.25]))
    #expect(numbers.contains { $0.rounded() != $0 })
    #expect(many { $0.double(in: 0.25...0.5) }.allSatisfy { (0.25...0.5).contains($0) })
    #expect(many { $0.double(in: 1e300...1e301) }.allSatisfy { (1e300...1e301).contains($0) })
  }

  @Test func finiteDoublesAreFiniteAndAwkward() {
    let numbers = many(20_000) { $0.finiteDouble() }
    #expect(numbers.allSatisfy { $0.isFinite })
    #expect(numbers.contains { $0.sign == .minus && $0 == 0 })
    #expect(numbers.contains { $0.isSubnormal })
    #expect(Set(numbers).count > 5000)
  }

  @Test func elementsAllComeUp() {
    #expect(Set(many { $0.element(of: ["a", "b", "c"]) }) == ["a", "b", "c"])
    let weighted = many(10_000) { draw in
      draw.element(weighted: [(3, "often"), (0, "never"), (1, "rarely")])
    }
    let often = weighted.count { $0 == "often" }
    #expect(abs(often - 7500) < 300)
    #expect(!weighted.contains("never"))
  }

  @Test func arraysHaveEveryLength() {
    let arrays = many { $0.array(1...4) { $0.int(in: 0...9) } }
    let lengths = Dictionary(grouping: arrays, by: \.count).mapValues(\.count)
    #expect(Set(lengths.keys) == [1, 2, 3, 4])
    #expect(lengths.values.allSatisfy { abs($0 - 750) < 150 })
    #expect(many { $0.array(3...3) { $0.bool() } }.allSatisfy { $0.count == 3 })
    #expect(many { $0.bytes(0...0) }.allSatisfy { $0.isEmpty })
  }

  @Test func stepsRunAsOftenAsDrawn() {
    let counts = many { draw in
      var count = 0
      draw.steps(2...5) { _ in count += 1 }
      return count
    }
    #expect(Set(counts) == [2, 3, 4, 5])
  }

  @Test func shufflesArePermutationsAndSubsetsKeepTheOrder() {
    let shuffles = many { $0.shuffled([1, 2, 3]) }
    #expect(Set(shuffles).count == 6)
    #expect(shuffles.allSatisfy { $0.sorted() == [1, 2, 3] })
    let subsets = many { $0.subset(of: [1, 2, 3]) }
    #expect(Set(subsets).count == 8)
    #expect(subsets.allSatisfy { $0 == $0.sorted() })
  }

  @Test func nastyTextsAreNasty() {
    let texts = many { $0.string(0...8) }
    let scalars = Set(texts.joined().unicodeScalars)
    #expect(texts.contains(""))
    #expect(scalars.isSuperset(of: ["\0", "\u{1f}", "\"", "\\", "\u{2028}", "\u{10ffff}", "😀"]))
    #expect(texts.contains { $0.unicodeScalars.count > $0.count })
    #expect(many { $0.string(1...8, of: .names) }.joined().allSatisfy { $0.isASCII })
  }

  @Test func oneSeedIsOneCase() {
    let everything: (Draw) -> String = { draw in
      "\(draw.int(in: -99...99)) \(draw.string()) \(draw.finiteDouble()) \(draw.shuffled(0...9))"
    }
    let once = many(200, everything)
    #expect(once == many(200, everything))
    #expect(Set(once).count > 190)
  }

  @Test func replayedChoicesMakeTheSameCase() {
    let draw = Draw()
    let make: (Draw) -> [String] = { draw in
      draw.array(0...9) { $0.string(0...3) + "\($0.int(in: -5...5))" }
    }
    for seed in 0..<200 as Range<UInt64> {
      draw.start(seed: seed)
      let (first, choices) = (make(draw), draw.values)
      draw.replay(choices, seed: 99)
      #expect(make(draw) == first)
      #expect(draw.values == choices)
    }
  }

  @Test func aReplayPastItsChoicesIsSimplestAndStillEnds() {
    let draw = Draw()
    draw.replay([], seed: 1)
    #expect(draw.array(0...9) { $0.int(in: 3...9) }.isEmpty)
    #expect(draw.int(in: 3...9) == 3)
    #expect(draw.string(2...5) == "aa")
    var rolls = 0
    while !draw.bool() { rolls += 1 }
    #expect(rolls > 400)
  }

  @Test func aReplayLogsDrawsAndNotes() {
    let draw = Draw()
    draw.replay([1, 7, 0, 2], seed: 1, isLogging: true)
    _ = draw.note("numbers", draw.array(0...3) { $0.int(in: 0...9) })
    draw.steps(1...1) { _ = $0.int(in: 0...9) }
    draw.note("text", "é\n")
    #expect(draw.log.drawn == ["[7]", "2"])
    #expect(draw.log.notes == ["numbers: [7]", #"text: "\u{00E9}\n""#])
  }
}
