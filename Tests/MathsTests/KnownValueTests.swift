import Maths
import Testing

/// Every function against values computed to many more digits.
@Suite struct KnownValueTests {
  @Test(arguments: [
    Function("logarithm", logarithm(_:), ulpsMax: 0.51),
    Function("logarithmOnePlus", logarithm(onePlus:), ulpsMax: 0.51),
    Function("logarithmDeficit", logarithmDeficit(_:), ulpsMax: 6),
    Function("exponential", exponential(_:), ulpsMax: 0.76),
    Function("exponentialMinusOne", exponentialMinusOne(_:), ulpsMax: 0.51),
    Function("exponentialExcess", exponentialExcess(_:), ulpsMax: 6),
    Function("normalCumulative", normalCumulative(_:), ulpsMax: 4),
    Function("normalQuantile", normalQuantile(_:), ulpsMax: 8),
    Function("logGamma", logGamma(_:), ulpsMax: 8),
  ])
  func staysWithinItsUlps(_ function: Function) throws {
    for known in try KnownValue.all(of: function.name) {
      #expect(
        known.ulps(function.compute(known.argument)) <= function.ulpsMax,
        "\(function.name)(\(known.argument))")
    }
  }

  @Test func exponentialOfNormalResultsIsNearlyRounded() throws {
    for known in try KnownValue.all(of: "exponential") where known.nearest.isNormal {
      #expect(known.ulps(exponential(known.argument)) <= 0.51, "\(known.argument)")
    }
  }

  @Test(arguments: [
    Function("logGamma", logGamma(_:), ulpsMax: 0),
    Function("normalQuantile", normalQuantile(_:), ulpsMax: 0),
  ])
  func staysWithin1e15Relative(_ function: Function) throws {
    for known in try KnownValue.all(of: function.name) {
      #expect(known.relativeError(function.compute(known.argument)) < 1e-15, "\(known.argument)")
    }
  }

  @Test func stirlingCorrectionIsPreciseOnTheScaleOfALogarithm() throws {
    for known in try KnownValue.all(of: "stirlingCorrection") {
      let error = known.absoluteError(stirlingCorrection(known.argument))
      #expect(error <= 2e-15 * max(1, known.nearest), "\(known.argument)")
    }
  }
}

struct Function: Sendable, CustomTestStringConvertible {
  let name: String
  let compute: @Sendable (Double) -> Double
  let ulpsMax: Double

  init(_ name: String, _ compute: @escaping @Sendable (Double) -> Double, ulpsMax: Double) {
    self.name = name
    self.compute = compute
    self.ulpsMax = ulpsMax
  }

  var testDescription: String { name }
}
