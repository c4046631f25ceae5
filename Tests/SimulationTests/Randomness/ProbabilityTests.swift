import Simulation
import Testing

struct ProbabilityTests {
  /// How many of the lowest words let the event occur.
  @Test(
    arguments: [
      (0x1p-64, 1), (0x1.8p-64, 2), (0x1.4p-64, 1), (0x1p-63, 2), (0x1p-12, 1 << 52),
      (0.5, 1 << 63), (0.25, 1 << 62), (1 - 0x1p-53, 0 &- 1 << 11),
      (0.1, 1_844_674_407_370_955_264),
    ] as [(Double, UInt64)])
  func thresholds(value: Double, wordCount: UInt64) {
    let probability = Probability(value)
    #expect(probability.occurs(at: 0))
    #expect(probability.occurs(at: wordCount - 1))
    #expect(!probability.occurs(at: wordCount))
    #expect(!probability.occurs(at: .max))
    #expect(probability.isPossible)
  }

  @Test(arguments: [0, -0.0, 0x1p-66, .leastNonzeroMagnitude])
  func neverMeansNever(value: Double) {
    let probability = Probability(value)
    #expect(!probability.occurs(at: 0))
    #expect(!probability.isPossible)
    #expect(probability == .never)
  }

  @Test
  func alwaysMeansAlways() {
    #expect(Probability.always.occurs(at: .max))
    #expect(Probability.always.occurs(at: 0))
    #expect(Probability.always == Probability(1))
  }

  @Test(arguments: [0.02, 0.5, 0.95])
  func frequency(value: Double) {
    let probability = Probability(value)
    var stream = RandomStream(seed: 11, purpose: 0)
    let outcomes = (0..<GoodnessOfFit.drawCount).map { _ in
      stream.nextBool(probability) ? 1.0 : 0
    }
    let errors = GoodnessOfFit.standardErrors(
      ofMean: outcomes, expected: value, variance: value * (1 - value))
    #expect(abs(errors) < 4)
  }

  @Test
  func othersTrap() async {
    await #expect(processExitsWith: .failure) { _ = Probability(-0.1) }
    await #expect(processExitsWith: .failure) { _ = Probability(1.000_1) }
    await #expect(processExitsWith: .failure) { _ = Probability(.nan) }
  }
}
