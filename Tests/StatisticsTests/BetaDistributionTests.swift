import Statistics
import TestSupport
import Testing

@Suite struct BetaDistributionTests {
  @Test(arguments: [
    BetaFunction(name: "lowerTail", compute: { $0.lowerTail($1) }),
    BetaFunction(name: "upperTail", compute: { $0.upperTail($1) }),
    BetaFunction(name: "lowerQuantile", compute: { $0.quantile(lowerTail: $1) }),
    BetaFunction(name: "upperQuantile", compute: { $0.quantile(upperTail: $1) }),
  ])
  func agreesWithKnownAnswers(_ function: BetaFunction) throws {
    var agreements = 0
    for fields in try Fixture.lines("beta.txt", of: function.name) {
      let numbers = try Fixture.numbers(fields.prefix(4))
      let (a, b, argument, truth) = (numbers[0], numbers[1], numbers[2], numbers[3])
      let answer = function.compute(BetaDistribution(a, b), argument)
      #expect(
        relativeError(answer, truth) < 5e-13 / min(1, a, b).squareRoot(),
        "\(function.name) of \(a), \(b) at \(argument)")
      if let scipy = Double(fields[4]) {
        #expect(relativeError(answer, scipy) < 2e-9)
        agreements += 1
      }
    }
    #expect(agreements > 150)
  }

  @Test func tailsAddUpToOne() {
    var generator = SplitMix64(seed: 1)
    for _ in 0..<5_000 {
      let distribution = BetaDistribution.random(using: &generator)
      let x = generator.nextUnit()
      let sum = distribution.lowerTail(x) + distribution.upperTail(x)
      #expect((sum - 1).magnitude < 1e-12, "\(distribution) at \(x)")
    }
  }

  @Test func quantilesInvertTheTails() {
    var generator = SplitMix64(seed: 2)
    for _ in 0..<5_000 {
      let distribution = BetaDistribution.random(using: &generator)
      let p = 0.001 + 0.998 * generator.nextUnit()
      let x = distribution.quantile(lowerTail: p)
      if x < 1e-300 || x > 0.999 { continue }
      // The tail itself moves this much from one x to the next.
      let grain = distribution.lowerTail(x.nextUp) - distribution.lowerTail(x.nextDown)
      #expect((distribution.lowerTail(x) - p).magnitude < 1e-11 + grain, "\(distribution) at \(p)")
      let complement = distribution.mirrored.quantile(upperTail: p)
      #expect((x + complement - 1).magnitude <= 0x1p-52, "\(distribution) at \(p)")
    }
  }

  @Test func endsAreExact() {
    let distribution = BetaDistribution(2, 3)
    #expect(distribution.lowerTail(0) == 0)
    #expect(distribution.lowerTail(1) == 1)
    #expect(distribution.upperTail(0) == 1)
    #expect(distribution.upperTail(1) == 0)
    #expect(distribution.quantile(lowerTail: 0) == 0)
    #expect(distribution.quantile(lowerTail: 1) == 1)
    #expect(distribution.quantile(upperTail: 0) == 1)
    #expect(distribution.quantile(upperTail: 1) == 0)
  }

  @Test func farTailsKeepTheirDigits() {
    // (1 - x)^b and x^a have closed forms.
    #expect(relativeError(BetaDistribution(1, 300).upperTail(0.9), 1e-300) < 1e-13)
    #expect(relativeError(BetaDistribution(30, 1).lowerTail(1e-10), 1e-300) < 1e-13)
    #expect(relativeError(BetaDistribution(1, 1).quantile(lowerTail: 1e-300), 1e-300) < 1e-13)
    #expect(relativeError(BetaDistribution(0.5, 1).quantile(lowerTail: 1e-150), 1e-300) < 1e-13)
    // 0.5^1000
    #expect(relativeError(BetaDistribution(1e-3, 1).quantile(lowerTail: 0.5), 0x1p-1000) < 1e-12)
    #expect(relativeError(BetaDistribution(1e-3, 1).quantile(upperTail: 0.5), 0x1p-1000) < 1e-12)
    // 0.75^1000, seen from the other side.
    #expect(
      relativeError(
        BetaDistribution(1e-3, 1).quantile(upperTail: 0.25), 1.151_498_540_124_827e-125) < 1e-11)
    #expect(BetaDistribution(1e-3, 1).quantile(lowerTail: 0.025) == 0)
    #expect(BetaDistribution(1, 1e-3).quantile(lowerTail: 0.975) == 1)
    #expect(BetaDistribution(1e-9, 1).quantile(upperTail: 0.4) == 0)
  }

  @Test func absurdParametersStillGiveProbabilities() {
    var generator = SplitMix64(seed: 3)
    for _ in 0..<3_000 {
      let distribution = BetaDistribution.random(using: &generator, decades: 60)
      let p = generator.nextUnit()
      #expect((0...1).contains(distribution.lowerTail(p)))
      #expect((0...1).contains(distribution.upperTail(p)))
      #expect((0...1).contains(distribution.quantile(lowerTail: p)))
      #expect((0...1).contains(distribution.quantile(upperTail: p)))
    }
  }
}

struct BetaFunction: Sendable, CustomTestStringConvertible {
  let name: String
  let compute: @Sendable (BetaDistribution, Double) -> Double

  var testDescription: String { name }
}

extension BetaDistribution {
  /// A distribution with parameters up to so many powers of ten from 1, either way.
  static func random(using generator: inout SplitMix64, decades: Int = 3) -> BetaDistribution {
    func parameter() -> Double {
      var value = 1 + 9 * generator.nextUnit()
      let power = Int.random(in: -decades..<decades, using: &generator)
      for _ in 0..<power.magnitude { value = power < 0 ? value / 10 : value * 10 }
      return value
    }
    return BetaDistribution(parameter(), parameter())
  }
}
