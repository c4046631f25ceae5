import Agents
import Consensus
import Exactness
import Testing

/// What takes more work than there may be is not begun, and what takes less comes out the same.
struct ExactEffortTests {
  private func electorate(
    weights: [Double], _ share: Double, safeguards: Safeguards = .none
  ) -> StochasticElectorate {
    StochasticElectorate(
      rules: VotingRules(weights: weights, safeguards: safeguards), isWarranted: true,
      groups: weights.map { _ in
        StochasticGroup(count: 1, VoteChances(approve: 0.75, reject: 0.125, silent: 0.125))
      }, effort: ExactEffort.full.share(share))
  }

  /// Equal voters need a dense table, whole weights one of more places, the last ones single sums.
  @Test(
    arguments: [[1, 1, 1], [1, 2, 3], [.pi, 2.718281828459045, 1.4142135623730951]] as [[Double]])
  func littleWorkIsEnoughForLittleAndNoneForNothing(weights: [Double]) throws {
    let full = try electorate(weights: weights, 1).endings(ofCritical: [false])
    #expect(try electorate(weights: weights, 0.01).endings(ofCritical: [false]) == full)
    #expect(throws: ExactProblem.tooManySums) {
      try electorate(weights: weights, 0).endings(ofCritical: [false])
    }
  }

  @Test func theWorstCaseIsWorkToo() throws {
    let weights = [1, 1, 2, 3.0]
    let full = try electorate(weights: weights, 1).worstCases(ofCritical: [false])
    let little = try electorate(weights: weights, 0.01).worstCases(ofCritical: [false])
    #expect(little.map(\.heldBack) == full.map(\.heldBack))
    #expect(little.map(\.allCounted) == full.map(\.allCounted))
    // Enough for each weight by itself, but not for all that they say together.
    #expect(throws: ExactProblem.tooManySums) {
      try electorate(weights: weights, 1e-6).worstCases(ofCritical: [false])
    }
  }
}
