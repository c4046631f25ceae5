import Agents
import Consensus
import Exactness
import TestSupport
import Testing

/// The sums say what a ballot box says that counts every way to vote.
struct EndingsTests {
  @Test func sumsAgreeWithEveryBallotBox() {
    forEverySeed(
      400,
      premises: [
        "several weights", "somebody waits", "rounded sums", "a known order", "both kinds",
      ]
    ) { draw in
      let electorate = try draw.stochasticElectorate()
      let critical = draw.bool()
      let kinds = draw.element(of: [[critical], [critical, !critical]])
      let groups = electorate.groups
      let endings: EndingChances
      do {
        endings = try electorate.endings(ofCritical: kinds)[0]
      } catch ExactProblem.orderMatters {
        return
      }
      if Set(electorate.rules.weights).count > 1 { draw.met("several weights") }
      if electorate.rules.weights.contains(0.1) { draw.met("rounded sums") }
      if electorate.isOrderKnown { draw.met("a known order") }
      if kinds.count == 2 { draw.met("both kinds") }
      if groups.contains(where: { $0.components.contains { $0.waiting > 0 } }) {
        draw.met("somebody waits")
      }
      let faultyFirst =
        groups.indices.filter { groups[$0].isFaulty }
        + groups.indices.filter { !groups[$0].isFaulty }
      let orders = electorate.isOrderKnown ? [faultyFirst] : [faultyFirst, faultyFirst.reversed()]
      for order in orders {
        let truth = try BruteForce(electorate: electorate, critical: critical, order: order)
          .endings()
        try requireNear(endings.approved, truth.approved, "approved")
        try requireNear(endings.rejected, truth.rejected, "rejected")
        try requireNear(endings.undecided, truth.undecided, "undecided")
      }
    }
  }

  @Test func roundedSumsAreRefusedWhereTheirOrderDecides() throws {
    // 0.1 + 0.2 + 0.3 is one double or another, and against 0.6 it is the half or it is not.
    let weights = [0.1, 0.2, 0.3, 0.6]
    func electorate(isOrderKnown: Bool) -> StochasticElectorate {
      StochasticElectorate(
        rules: VotingRules(weights: weights), isWarranted: false,
        groups: (0..<4).map { _ in StochasticGroup(count: 1, VoteChances(approve: 0.5, reject: 0.5))
        },
        isOrderKnown: isOrderKnown)
    }
    #expect(throws: ExactProblem.orderMatters) {
      try electorate(isOrderKnown: false).endings(ofCritical: [false])
    }
    let known = try electorate(isOrderKnown: true).endings(ofCritical: [false])
    #expect(known[0].approved > 0)
  }

  @Test func aRoundedQuorumIsRefusedWhereTheOrderDecides() throws {
    // 0.2 three times and 0.1 twice, of which 0.6 are asked for: a quorum in some orders only.
    let electorate = StochasticElectorate(
      rules: VotingRules(
        weights: [0.2, 0.1, 0.2, 0.1, 0.2], config: try ConsensusConfig(quorumFraction: 0.75),
        safeguards: try Safeguards(quorumUnit: .weight)),
      isWarranted: false,
      groups: (0..<5).map { _ in
        StochasticGroup(count: 1, VoteChances(approve: 0, reject: 0.5, silent: 0.5))
      }, isOrderKnown: true)
    #expect(throws: ExactProblem.orderMatters) { try electorate.endings(ofCritical: [false]) }
  }

  /// How many vote has nothing to do with what they weigh.
  @Test func aLackOfVotesIsAsUnlikelyWithWeights() throws {
    func electorate(_ weights: [Double]) throws -> StochasticElectorate {
      StochasticElectorate(
        rules: VotingRules(weights: weights, config: try ConsensusConfig(quorumFraction: 0.6)),
        isWarranted: true,
        groups: (0..<2).map { _ in
          StochasticGroup(count: 20, VoteChances(approve: 0.5, reject: 0.4999, silent: 1e-4))
        })
    }
    let equal = try electorate(Array(repeating: 1, count: 40)).endings(ofCritical: [false])[0]
    let mixed = try electorate(
      Array(repeating: 1, count: 20) + Array(repeating: 2, count: 20)
    ).endings(ofCritical: [false])[0]
    #expect(0 < equal.undecided && equal.undecided < 1e-50)
    try requireNear(mixed.undecided, equal.undecided, "undecided")
  }

  @Test func tooManySumsAreToldAndNotTried() {
    let weights = (0..<60).map { (Double($0) + 2).squareRoot() }
    let electorate = StochasticElectorate(
      rules: VotingRules(weights: weights), isWarranted: false,
      groups: weights.map { _ in
        StochasticGroup(count: 1, VoteChances(approve: 0.5, reject: 0.25, silent: 0.25))
      })
    #expect(throws: ExactProblem.tooManySums) { try electorate.endings(ofCritical: [false]) }
  }
}

/// Requires two probabilities to agree in their leading digits, however small they are.
func requireNear(
  _ actual: Double, _ expected: Double, _ name: String, fileID: String = #fileID, line: Int = #line
) throws {
  try require(
    (actual - expected).magnitude <= 1e-12 * expected,
    "\(name): \(actual) should be \(expected)", fileID: fileID, line: line)
}
