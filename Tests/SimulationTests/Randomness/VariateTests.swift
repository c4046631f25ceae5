import Foundation
import Simulation
import TestSupport
import Testing

struct VariateTests {
  @Test
  func ends() {
    #expect(Variate.unit(at: 0) == 0)
    #expect(Variate.unit(at: .max) == 1 - 0x1p-53)
    #expect(Variate.positiveUnit(at: 0) == 0x1p-53)
    #expect(Variate.positiveUnit(at: .max) == 1)
    #expect(Variate.innerUnit(at: 0) == 0x1p-53)
    #expect(Variate.innerUnit(at: .max) == 1 - 0x1p-53)
  }

  @Test
  func knownNumbers() throws {
    let rows = try Fixture.rows("variates.txt")
    #expect(rows.count == 101)
    for row in rows {
      let word = try #require(UInt64(hexadecimal: row[0]))
      expect(Variate.exponential(at: word), near: try #require(Double(row[1])))
      expect(Variate.normal(at: word), near: try #require(Double(row[2])))
    }
  }

  private func expect(_ number: Double, near expected: Double) {
    #expect(abs(number - expected) <= 2e-15 * abs(expected), "expected \(expected)")
  }

  /// No greater word makes a smaller number, least of all where one formula gives way to another.
  @Test
  func numbersRiseWithTheWord() {
    var random = SplitMix64(seed: 12)
    let seams = [0, 0.075, 0.925, 1.388_794_386_5e-11, 1 - 1.388_794_386_5e-11, 0.5]
    for seam in seams {
      let start = UInt64(seam * 0x1p64)
      var words = (0..<500).map { _ in start &+ random.next() >> UInt64(random.next() % 64) }
      words.append(contentsOf: (0..<500).map { start &+ UInt64($0) << 12 })
      words.sort()
      for (lower, higher) in zip(words, words.dropFirst()) {
        #expect(Variate.unit(at: lower) <= Variate.unit(at: higher))
        #expect(Variate.positiveUnit(at: lower) <= Variate.positiveUnit(at: higher))
        #expect(Variate.exponential(at: lower) <= Variate.exponential(at: higher))
        #expect(Variate.normal(at: lower) <= Variate.normal(at: higher))
      }
    }
  }

  @Test
  func normalNumbersAreSymmetric() {
    var random = SplitMix64(seed: 13)
    for _ in 0..<1_000 {
      let word = random.next()
      #expect(Variate.normal(at: word) == -Variate.normal(at: ~word))
    }
  }

  @Test
  func unitsAreUniform() {
    expectFit(mean: 0.5, variance: 1.0 / 12, kurtosis: 1.8, { $0 }, { $0.nextUnit() })
    expectFit(mean: 0.5, variance: 1.0 / 12, kurtosis: 1.8, { $0 }, { $0.nextPositiveUnit() })
  }

  @Test
  func exponentialNumbersAreExponential() {
    expectFit(mean: 1, variance: 1, kurtosis: 9, { 1 - exp(-$0) }, { $0.nextExponential() })
  }

  @Test
  func normalNumbersAreNormal() {
    expectFit(
      mean: 0, variance: 1, kurtosis: 3, { 0.5 * erfc(-$0 / 2.0.squareRoot()) },
      { $0.nextNormal() })
  }

  private func expectFit(
    mean: Double, variance: Double, kurtosis: Double, _ cumulative: (Double) -> Double,
    _ draw: (inout RandomStream) -> Double
  ) {
    var stream = RandomStream(seed: 14, purpose: 0)
    let samples = (0..<GoodnessOfFit.drawCount).map { _ in draw(&stream) }
    let distance = GoodnessOfFit.kolmogorovSmirnov(samples, cumulative)
    #expect(distance < GoodnessOfFit.kolmogorovSmirnovMax)
    let meanErrors = GoodnessOfFit.standardErrors(
      ofMean: samples, expected: mean, variance: variance)
    #expect(abs(meanErrors) < 4)
    let varianceErrors = GoodnessOfFit.standardErrors(
      ofVariance: samples, mean: mean, expected: variance, kurtosis: kurtosis)
    #expect(abs(varianceErrors) < 4)
  }
}
