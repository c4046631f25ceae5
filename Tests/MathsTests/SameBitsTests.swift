import Maths
import Testing

/// The bits of many results, against a digest kept from one system: every system and every build
/// mode must come to it.
@Suite struct SameBitsTests {
  @Test func everyFunctionGivesTheSameBitsEverywhere() {
    var digest = Digest()
    var word: UInt64 = 1
    for _ in 0..<20_000 {
      word = word &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let unit = Double(word >> 11) * 0x1p-53
      let number = 40 * unit - 20
      digest.add(logarithm(unit))
      digest.add(logarithm(exponential(35 * number)))
      digest.add(logarithm(onePlus: -unit))
      digest.add(logarithm(onePlus: unit))
      digest.add(logarithmDeficit(2 * unit - 1))
      digest.add(exponential(number))
      digest.add(exponentialMinusOne(0.05 * number))
      digest.add(exponentialExcess(0.05 * number))
      digest.add(logGamma(20 * unit))
      digest.add(stirlingCorrection(20 * unit))
      digest.add(normalCumulative(number))
      digest.add(normalQuantile(unit))
    }
    #expect(digest.value == 12_906_416_055_351_115_838)
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
}
