import Foundation
import Simulation
import TestSupport
import Testing

struct DistributionTests {
  /// Words and the nanoseconds that arithmetic with sixty digits makes of them.
  ///
  /// Delays below five hours agree to the nanosecond, longer ones as far as a double has digits.
  @Test
  func knownDelays() throws {
    let rows = try Fixture.rows("delays.txt")
    #expect(rows.count == 303)
    for row in rows {
      let word = try #require(UInt64(hexadecimal: row[3]))
      let expected = try #require(Int64(row[4]))
      let delay = try distribution(row).sample(at: word)
      #expect(abs(delay.count - expected) <= expected >> 44, "\(row)")
    }
  }

  private func distribution(_ row: [String]) throws -> Distribution {
    let first = Nanoseconds(try #require(Int64(row[1])))
    switch row[0] {
    case "uniform": return .uniform(from: first, to: Nanoseconds(try #require(Int64(row[2]))))
    case "exponential": return .exponential(mean: first)
    default: return .lognormal(median: first, sigma: try #require(Double(row[2])))
    }
  }

  @Test
  func aConstantIsConstant() {
    let constant = Distribution.constant(5)
    #expect(constant.sample(at: 0) == 5)
    #expect(constant.sample(at: .max) == 5)
    #expect(constant.isConstant)
    #expect(!Distribution.exponential(mean: 5).isConstant)
  }

  @Test
  func aUniformDelayTakesBothEnds() {
    let uniform = Distribution.uniform(from: 3, to: 6)
    #expect(uniform.sample(at: 0) == 3)
    #expect(uniform.sample(at: 1 << 62 - 1) == 3)
    #expect(uniform.sample(at: 1 << 62) == 4)
    #expect(uniform.sample(at: .max) == 6)
    #expect(Distribution.uniform(from: 4, to: 4).sample(at: .max) == 4)
    let whole = Distribution.uniform(from: 0, to: Distribution.longest)
    #expect(whole.sample(at: .max) == Distribution.longest)
  }

  @Test
  func delaysStopAtTheLongest() {
    let longest = Distribution.longest
    #expect(Distribution.exponential(mean: longest).sample(at: .max) == longest)
    #expect(Distribution.lognormal(median: 1, sigma: 1e300).sample(at: .max) == longest)
    #expect(Distribution.lognormal(median: 1, sigma: 1e300).sample(at: 0) == 0)
    #expect(Distribution.lognormal(median: 0, sigma: 1e300).sample(at: .max) == 0)
    #expect(Distribution.constant(longest).sample(at: 0) == longest)
  }

  @Test
  func uniformDelaysFit() {
    expectFit(
      .uniform(from: 1_000_000_000, to: 3_000_000_000), mean: 2, variance: 1.0 / 3, kurtosis: 1.8
    ) { seconds in (seconds - 1) / 2 }
  }

  @Test
  func exponentialDelaysFit() {
    expectFit(.exponential(mean: 500_000_000), mean: 0.5, variance: 0.25, kurtosis: 9) { seconds in
      1 - exp(-seconds / 0.5)
    }
  }

  @Test
  func lognormalDelaysFit() {
    let factor = exp(0.25)
    let kurtosis = pow(factor, 4) + 2 * pow(factor, 3) + 3 * pow(factor, 2) - 3
    expectFit(
      .lognormal(median: 2_000_000_000, sigma: 0.5), mean: 2 * factor.squareRoot(),
      variance: 4 * factor * (factor - 1), kurtosis: kurtosis
    ) { seconds in 0.5 * erfc(-log(seconds / 2) / 0.5 / 2.0.squareRoot()) }
  }

  /// A sampler that is five per cent off does not pass for the right one.
  @Test
  func theTestIsSharp() {
    let distance = distance(of: .exponential(mean: 525_000_000)) { 1 - exp(-$0 / 0.5) }
    #expect(distance > GoodnessOfFit.kolmogorovSmirnovMax)
  }

  private func expectFit(
    _ distribution: Distribution, mean: Double, variance: Double, kurtosis: Double,
    cumulative: (Double) -> Double
  ) {
    #expect(distance(of: distribution, to: cumulative) < GoodnessOfFit.kolmogorovSmirnovMax)
    #expect(abs(distribution.meanNanoseconds / 1e9 - mean) < 1e-9)
    let samples = seconds(of: distribution)
    let meanErrors = GoodnessOfFit.standardErrors(
      ofMean: samples, expected: mean, variance: variance)
    #expect(abs(meanErrors) < 4)
    let varianceErrors = GoodnessOfFit.standardErrors(
      ofVariance: samples, mean: mean, expected: variance, kurtosis: kurtosis)
    #expect(abs(varianceErrors) < 4)
  }

  private func distance(
    of distribution: Distribution, to cumulative: (Double) -> Double
  ) -> Double {
    GoodnessOfFit.kolmogorovSmirnov(seconds(of: distribution), cumulative)
  }

  private func seconds(of distribution: Distribution) -> [Double] {
    var stream = RandomStream(seed: 15, purpose: 0)
    return (0..<GoodnessOfFit.drawCount).map { _ in stream.nextDelay(distribution).seconds }
  }

  @Test
  func mistakesTrap() async {
    await #expect(processExitsWith: .failure) { _ = Distribution.constant(-1) }
    await #expect(processExitsWith: .failure) { _ = Distribution.uniform(from: 2, to: 1) }
    await #expect(processExitsWith: .failure) { _ = Distribution.exponential(mean: .max) }
    await #expect(processExitsWith: .failure) {
      _ = Distribution.lognormal(median: 1, sigma: -1)
    }
  }
}
