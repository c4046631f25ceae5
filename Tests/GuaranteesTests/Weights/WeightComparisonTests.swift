import Consensus
import Testing

@testable import Guarantees

/// What rounding might tip, whichever way it has tipped the votes at hand.
struct WeightComparisonTests {
  /// 0.6 for and as much against: a tie in one order of the votes, and less than a half in another.
  @Test(arguments: [[0, 1, 2], [2, 1, 0]])
  func aTieMightGoEitherWay(order: [Int]) throws {
    let rules = VotingRules(weights: [0.1, 0.2, 0.3, 0.6])
    let comparison = WeightComparison(rules, RankedVoters(rules), critical: false)
    let votes =
      [Attack.Arrival(.approve, by: 3)] + order.map { Attack.Arrival(.reject, by: $0) }
    #expect(comparison.decision(votes) == (order == [0, 1, 2] ? .rejected : .approved))
    #expect(comparison.mightDecide(.approved, votes))
    #expect(comparison.mightDecide(.rejected, votes))
  }

  @Test func whatIsNoTieGoesOneWay() throws {
    let rules = VotingRules(weights: [0.1, 0.2, 0.3, 0.7])
    let comparison = WeightComparison(rules, RankedVoters(rules), critical: false)
    let votes =
      [Attack.Arrival(.approve, by: 3)] + (0..<3).map { Attack.Arrival(.reject, by: $0) }
    #expect(comparison.mightDecide(.approved, votes))
    #expect(!comparison.mightDecide(.rejected, votes))
  }
}
