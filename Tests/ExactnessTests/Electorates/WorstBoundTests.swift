import Agents
import Consensus
import TestSupport
import Testing

@testable import Exactness

/// Bounds for electorates with too many combinations of votes to look at each.
struct WorstBoundTests {
  @Test func noAdversaryGoesBeyondABound() {
    forEverySeed(
      Effort.count(2000, inDebug: 300),
      premises: [
        "several weights", "a quorum by weight", "a certificate", "a tight one", "a loose one",
      ]
    ) { draw in
      let electorate = try draw.stochasticElectorate(votersMax: 6)
      let kinds = [false, true]
      let worst = try electorate.worstCases(ofCritical: kinds)
      let bounds = electorate.worstBounds(ofCritical: kinds)
      let wrong: AchievableEndings.Choice = electorate.isWarranted ? .rejected : .approved
      for (worst, bound) in zip(worst, bounds) {
        let reached = worst.heldBack.possible.chance(of: wrong)
        try require(reached <= bound.wrong + 1e-12, "wrong: \(reached) beyond \(bound)")
        let prevented = worst.allCounted.possible.chance(of: .undecided)
        try require(prevented <= bound.undecided + 1e-12, "undecided: \(prevented) beyond \(bound)")
        draw.met(bound.wrong <= reached + 1e-12 ? "a tight one" : "a loose one")
      }
      let safeguards = electorate.rules.safeguards
      if Set(electorate.rules.weights).count > 1 { draw.met("several weights") }
      if safeguards.quorumUnit == .weight { draw.met("a quorum by weight") }
      if safeguards.rule == .certificate { draw.met("a certificate") }
    }
  }

  /// Of equal voters a quorum is a number, so the bound is what is reached, for decisions as well.
  ///
  /// Here some are silent, so that there may be too few.
  @Test(arguments: [false, true], [Safeguards.QuorumUnit.voters, .weight])
  func ofEqualVotersTheBoundIsReached(
    isWarranted: Bool, unit: Safeguards.QuorumUnit
  ) throws {
    let electorate = StochasticElectorate(
      rules: VotingRules(
        weights: Array(repeating: 1, count: 9), safeguards: try Safeguards(quorumUnit: unit)),
      isWarranted: isWarranted,
      groups: [
        StochasticGroup(
          count: 7,
          .seeing(right: 0.9, wrong: 0.1, warranted: isWarranted).heard(0.8, missed: 0.2)),
        StochasticGroup(count: 2, .silent, isFaulty: true),
      ])
    let worst = try electorate.worstCases(ofCritical: [false, true])
    let bounds = electorate.worstBounds(ofCritical: [false, true])
    for (worst, bound) in zip(worst, bounds) {
      let undecided = worst.allCounted.certain.chance(of: .undecided)
      #expect((bound.undecided - undecided).magnitude < 1e-15 && undecided > 0.1)
      // A wrong vote of an honest voter may find no right ones to make a quorum with.
      let wrong = worst.heldBack.certain.chance(of: isWarranted ? .rejected : .approved)
      #expect(bound.wrong >= wrong - 1e-15 && bound.wrong < wrong + 0.01 && wrong > 0.01)
    }
  }

  @Test func rejectionsCountAgainstACertificate() throws {
    let electorate = try StochasticElectorate.withJustACertificate
    #expect(electorate.worstBounds(ofCritical: [false, true]).map(\.undecided) == [0, 1])
  }

  /// Beside a faulty vote of 2 a quorum of 4 takes at least 2 of right votes, if no light one alone.
  @Test func rightVotesWeighWhatAQuorumIsShortOf() throws {
    let electorate = StochasticElectorate(
      rules: VotingRules(
        weights: [1, 1, 1, 3, 2], config: try ConsensusConfig(majorityThreshold: 0.6),
        safeguards: try Safeguards(quorumUnit: .weight)),
      isWarranted: false,
      groups: [
        StochasticGroup(count: 3, .rejecting), StochasticGroup(count: 1, .rejecting),
        StochasticGroup(count: 1, .silent, isFaulty: true),
      ])
    #expect(electorate.worstBounds(ofCritical: [false])[0].wrong == 0)
  }
}
