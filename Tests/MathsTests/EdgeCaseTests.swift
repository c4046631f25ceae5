import Maths
import Testing

/// Zero, infinities, not-a-number, and where results overflow or vanish.
@Suite struct EdgeCaseTests {
  @Test func logarithms() {
    #expect(logarithm(1) == 0)
    #expect(logarithm(0) == -.infinity)
    #expect(logarithm(-0.0) == -.infinity)
    #expect(logarithm(.infinity) == .infinity)
    #expect(logarithm(-1).isNaN)
    #expect(logarithm(-.infinity).isNaN)
    #expect(logarithm(.nan).isNaN)
    #expect(logarithm(onePlus: 0) == 0)
    #expect(logarithm(onePlus: -0.0).sign == .minus)
    #expect(logarithm(onePlus: -1) == -.infinity)
    #expect(logarithm(onePlus: .infinity) == .infinity)
    #expect(logarithm(onePlus: -1.5).isNaN)
    #expect(logarithm(onePlus: .nan).isNaN)
    #expect(logarithmDeficit(0) == 0)
    #expect(logarithmDeficit(-1) == .infinity)
    #expect(logarithmDeficit(.infinity) == .infinity)
    #expect(logarithmDeficit(-2).isNaN)
    #expect(logarithmDeficit(.nan).isNaN)
  }

  @Test func exponentials() {
    #expect(exponential(0) == 1)
    #expect(exponential(-.infinity) == 0)
    #expect(exponential(.infinity) == .infinity)
    #expect(exponential(.nan).isNaN)
    #expect(exponential(709.782_712_893_384) < .infinity)
    #expect(exponential(709.782_712_893_384.nextUp) == .infinity)
    #expect(exponential(-745.133_219_101_941_1) == .leastNonzeroMagnitude)
    #expect(exponential((-745.133_219_101_941_1).nextDown) == 0)
    #expect(exponentialMinusOne(0) == 0)
    #expect(exponentialMinusOne(-0.0).sign == .minus)
    #expect(exponentialMinusOne(-.infinity) == -1)
    #expect(exponentialMinusOne(-1_000) == -1)
    #expect(exponentialMinusOne(1_000) == .infinity)
    #expect(exponentialMinusOne(.nan).isNaN)
    #expect(exponentialExcess(0) == 0)
    #expect(exponentialExcess(-.infinity) == .infinity)
    #expect(exponentialExcess(.infinity) == .infinity)
    #expect(exponentialExcess(.nan).isNaN)
  }

  @Test func gammaFunctions() {
    #expect(logGamma(1) == 0)
    #expect(logGamma(2) == 0)
    #expect(logGamma(0) == .infinity)
    #expect(logGamma(.infinity) == .infinity)
    #expect(logGamma(-0.5).isNaN)
    #expect(logGamma(.nan).isNaN)
    #expect(logGamma(.greatestFiniteMagnitude) == .infinity)
    #expect(stirlingCorrection(0) == .infinity)
    #expect(stirlingCorrection(.infinity) == 0)
    #expect(stirlingCorrection(-1).isNaN)
    #expect(stirlingCorrection(.nan).isNaN)
    #expect(stirlingCorrection(.leastNonzeroMagnitude).isFinite)
  }

  @Test func normalDistribution() {
    #expect(normalCumulative(0) == 0.5)
    #expect(normalCumulative(-.infinity) == 0)
    #expect(normalCumulative(.infinity) == 1)
    #expect(normalCumulative(-40) == 0)
    #expect(normalCumulative(.nan).isNaN)
    #expect(normalQuantile(0.5) == 0)
    #expect(normalQuantile(0) == -.infinity)
    #expect(normalQuantile(1) == .infinity)
    #expect(normalQuantile(-0.1).isNaN)
    #expect(normalQuantile(1.1).isNaN)
    #expect(normalQuantile(.nan).isNaN)
  }

  @Test func functionsRiseAcrossTheirSeams() {
    for seam in [0.707_106_781_186_547_5, 1, 1.414_213_562_373_095, 2, 4] {
      expectRising(logarithm(_:), around: seam)
    }
    for seam in [-0.2928, 0.4142] { expectRising(logarithm(onePlus:), around: seam) }
    for seam in [-40, -0.346_573_590_279_972_6, 0.346_573_590_279_972_6, 1.039_720_770_839_918, 40]
    {
      expectRising(exponential(_:), around: seam)
      expectRising(exponentialMinusOne(_:), around: seam)
    }
  }

  private func expectRising(_ function: (Double) -> Double, around seam: Double) {
    var x = seam
    for _ in 0..<100 { x = x.nextDown }
    for _ in 0..<200 {
      #expect(function(x) <= function(x.nextUp), "at \(x)")
      x = x.nextUp
    }
  }
}
