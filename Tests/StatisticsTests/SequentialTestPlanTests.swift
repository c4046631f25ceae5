import Testing

@testable import Statistics

struct SequentialTestPlanTests {
  /// The number of trials of a test that always gets the same sample.
  private func trials(_ sample: SequentialTest.Sample, limit: Double) -> Int? {
    var test = SequentialTest(limit: limit, range: 0...1, unitsMax: 4, errorRate: 0.025)
    for _ in 0..<100_000 where test.side == nil { test.add(sample) }
    return test.side == nil ? nil : test.trials
  }

  private func expected(
    _ samples: [(sample: SequentialTest.Sample, probability: Double)], limit: Double
  ) -> Double? {
    SequentialTest.trialsExpected(
      limit: limit, range: 0...1, unitsMax: 4, errorRate: 0.025, samples: samples)
  }

  /// Without chance the estimate is no estimate.
  @Test(arguments: [0, 0.05, 0.1, 0.2, 0.9, 1], [0.01, 0.1, 0.5])
  func trialsThatAreAlikeAreForetold(mean: Double, limit: Double) throws {
    let sample = SequentialTest.Sample(total: 4 * mean, units: 4)
    let expected = expected([(sample, 1)], limit: limit)
    guard mean != limit else {
      #expect(expected == nil)
      return
    }
    #expect(
      try #require(expected).rounded(.up) == Double(try #require(trials(sample, limit: limit))))
  }

  @Test func whatIsAtTheEdgeOfTheRangeIsNeverDecided() {
    // Nothing is below 0, so no number of trials shows that a mean is.
    #expect(expected([(.init(total: 0, units: 4), 1)], limit: 0) == nil)
    #expect(expected([(.init(total: 4, units: 4), 1)], limit: 1) == nil)
  }

  @Test func chanceTakesMoreTrials() throws {
    let alike = expected([(.init(total: 1, units: 4), 1)], limit: 0.5)
    let mixed = expected(
      [(.init(total: 0, units: 4), 0.75), (.init(total: 4, units: 4), 0.25)], limit: 0.5)
    #expect(try #require(alike) * 1.5 < (try #require(mixed)))
  }

  // MARK: Binomial weights

  @Test(arguments: [0, 1, 2, 7, 50, 3000], [0, 1e-6, 0.3, 0.5, 0.999, 1])
  func theMomentsAreThoseOfABinomialDistribution(attempts: Int, probability: Double) {
    let values = BinomialWeights(attempts: attempts, probability: probability).values
    let sum = values.reduce(0) { $0 + $1.probability }
    let mean = values.reduce(0) { $0 + $1.probability * Double($1.successes) }
    let square = values.reduce(0) {
      $0 + $1.probability * Double($1.successes) * Double($1.successes)
    }
    let count = Double(attempts)
    #expect((sum - 1).magnitude < 1e-9)
    #expect((mean - count * probability).magnitude < 1e-6 * max(1, count))
    let variance = count * probability * (1 - probability)
    #expect((square - mean * mean - variance).magnitude < 1e-4 * max(1, variance))
    #expect(zip(values, values.dropFirst()).allSatisfy { $0.successes + 1 == $1.successes })
    #expect(values.allSatisfy { (0...attempts).contains($0.successes) })
  }

  @Test func smallOnesAreExact() {
    let values = BinomialWeights(attempts: 3, probability: 0.25).values
    let exact = [27, 27, 9, 1].map { $0 / 64.0 }
    #expect(zip(values, exact).allSatisfy { ($0.probability - $1).magnitude < 1e-12 })
    #expect(values.map(\.successes) == [0, 1, 2, 3])
  }
}
