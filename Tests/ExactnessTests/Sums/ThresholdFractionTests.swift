import Consensus
import Testing

@testable import Exactness

/// Thresholds as fractions of whole units, small enough to count in.
struct ThresholdFractionTests {
  private let units = WeightUnits(weights: [1, 2], counts: [300, 300])

  private func fraction(
    _ threshold: Double, ties: Safeguards.Ties = .approve
  ) throws -> ThresholdFraction {
    let rules = VotingRules(
      weights: Array(repeating: 1, count: 300) + Array(repeating: 2, count: 300),
      config: try ConsensusConfig(majorityThreshold: threshold),
      safeguards: try Safeguards(ties: ties))
    let units = try #require(units)
    return try #require(
      ThresholdFraction(
        ActionRules(rules, critical: false), units: units, unitsMax: 900))
  }

  @Test(arguments: [(0.5, 1, 2), (2.0 / 3, 2, 3), (0.7, 7, 10), (1, 1, 1)])
  func aShareThatApprovesIsReached(threshold: Double, numerator: Int, denominator: Int) throws {
    let fraction = try fraction(threshold)
    #expect(fraction.numerator == numerator && fraction.denominator == denominator)
    #expect(fraction.isReached)
  }

  @Test(arguments: [(0.5, 1, 2), (2.0 / 3, 2, 3)])
  func aTieThatRejectsIsNotReached(threshold: Double, numerator: Int, denominator: Int) throws {
    let fraction = try fraction(threshold, ties: .reject)
    #expect(fraction.numerator == numerator && fraction.denominator == denominator)
    #expect(!fraction.isReached)
  }

  /// Nothing is more than all.
  @Test func nothingApprovesAboveOne() throws {
    let fraction = try fraction(1, ties: .reject)
    #expect(fraction.numerator == 1 && fraction.denominator == 1)
    #expect(!fraction.isReached)
  }
}
