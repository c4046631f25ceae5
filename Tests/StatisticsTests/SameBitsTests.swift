import Statistics
import TestSupport
import Testing

/// The bits of many results, against a digest kept from one system: every system and every build
/// mode must come to it.
@Suite struct SameBitsTests {
  @Test func everyIntervalHasTheSameBitsEverywhere() throws {
    var generator = SplitMix64(seed: 9)
    var digest = Digest()
    for _ in 0..<2_000 {
      let distribution = BetaDistribution.random(using: &generator, decades: 7)
      digest.add(distribution.lowerTail(generator.nextUnit()))
      digest.add(distribution.quantile(upperTail: generator.nextUnit()))
    }
    for _ in 0..<50 {
      var rate = ClusteredRate()
      var mean = ClusteredMean()
      var percentiles = ClusteredPercentiles()
      for _ in 0..<20 {
        let proposals = Int(generator.next() % 10)
        rate.add(events: generator.binomial(proposals, 0.3), of: proposals)
        mean.add(total: proposals * Int(generator.next() >> 34), count: proposals)
        var numbers = (0..<proposals).map { _ in Int64(generator.next() >> 34) }
        percentiles.add(&numbers)
      }
      digest.add(try #require(rate.estimate()))
      digest.add(try #require(mean.estimate()))
      digest.add(try #require(mean.estimate(within: 0...1e10, events: [rate])))
      digest.add(try #require(percentiles.estimate(percentile: 50)))
    }
    #expect(digest.value == 2_000_141_401_535_497_090)
  }
}

/// FNV-1a over the bits of numbers.
struct Digest {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func add(_ number: Double) {
    for shift in stride(from: UInt64(0), to: 64, by: 8) {
      value = (value ^ (number.bitPattern >> shift & 0xFF)) &* 0x100_0000_01B3
    }
  }

  mutating func add(_ estimate: Estimate) {
    for number in [estimate.value, estimate.low, estimate.high] { add(number) }
  }
}
