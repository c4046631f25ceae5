import TestSupport
import Testing

@Suite struct SplitMix64Tests {
  /// The first numbers of seed 1234567, as printed by the authors' C code (splitmix64.c).
  @Test func knownAnswers() {
    var generator = SplitMix64(seed: 1_234_567)
    let numbers = (0..<5).map { _ in generator.next() }
    #expect(
      numbers == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
        4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
      ])
  }

  @Test func boundedNumbersReachBothEnds() {
    var generator = SplitMix64(seed: 1)
    for bound in [0, 1, 2, 9, 63, 64, 255] as [UInt64] {
      var seen = Set<UInt64>()
      for _ in 0..<20_000 {
        seen.insert(generator.next(upTo: bound))
        seen.insert(generator.nextSpread(upTo: bound))
      }
      #expect(seen == Set(0...bound))
    }
  }

  @Test func spreadNumbersVisitTheEndsOfTheWidestRange() {
    var generator = SplitMix64(seed: 2)
    let seen = Set((0..<1000).map { _ in generator.nextSpread(upTo: .max) })
    #expect(seen.isSuperset(of: [0, 1, .max - 1, .max]))
    #expect(seen.contains { (2..<1000).contains($0) })
  }

  @Test func unitNumbersFillTheInterval() {
    var generator = SplitMix64(seed: 3)
    let numbers = (0..<10_000).map { _ in generator.nextUnit() }
    #expect(numbers.allSatisfy { (0..<1).contains($0) })
    let mean: Double = numbers.reduce(0, +) / 10_000
    #expect(abs(mean - 0.5) < 0.02)
  }

  @Test func seedsOfCasesDiffer() {
    let seeds = ["a", "b", "ab", "ba", ""].flatMap { name in
      (0..<2000).map { SplitMix64.seed(of: name, case: $0) }
    }
    #expect(Set(seeds).count == 10_000)
    #expect(SplitMix64.seed(of: "a", case: 7) == SplitMix64.seed(of: "a", case: 7))
  }
}
