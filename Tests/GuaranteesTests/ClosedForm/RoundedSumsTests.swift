import Consensus
import Guarantees
import Testing

/// Votes that weigh tenths, whose sums hang on the order in which they arrive.
struct RoundedSumsTests {
  /// 0.6 against 0.3 + 0.2 + 0.1 is a tie, against 0.1 + 0.2 + 0.3 it is not.
  @Test func theOrderOfVotesIsTheAdversarys() throws {
    let question = GuaranteeQuestion(
      weights: [0.1, 0.2, 0.3, 0.6], config: try ConsensusConfig(quorumFraction: 1))
    var exhaustive = try #require(Exhaustive(question))
    for answer in [
      ClosedForm(question).answer(.noFalseApproval, .normal),
      exhaustive.answer(.noFalseApproval, .normal),
    ] {
      #expect(answer.tolerated == 0)
      let attack = try #require(answer.attack)
      #expect(attack.faulty == [3])
      #expect(attack.succeeds(under: question.rules, critical: false))
    }
  }

  /// 0.1 + 0.2 + 0.5 is as much as 0.8, but 0.5 + 0.2 + 0.1 is less.
  @Test func theOrderOfRightVotesIsTheAdversarysToo() throws {
    let question = GuaranteeQuestion(
      weights: [0.1, 0.2, 0.5, 0.8], config: try ConsensusConfig(quorumFraction: 1))
    var exhaustive = try #require(Exhaustive(question))
    for answer in [
      ClosedForm(question).answer(.noFalseRejection, .normal),
      exhaustive.answer(.noFalseRejection, .normal),
    ] {
      #expect(answer.tolerated == 0)
      let attack = try #require(answer.attack)
      #expect(attack.faulty == [3])
      #expect(attack.succeeds(under: question.rules, critical: false))
    }
  }

  /// Without the first of three equal voters the others are three quarters, without the last they
  /// round to less: who stands where matters, not only who weighs what.
  @Test func equalVotersAreNotAlikeWhereTheirSumIsRounded() throws {
    let question = GuaranteeQuestion(
      weights: [0.2, 0.1, 0.2, 0.1, 0.2], config: try ConsensusConfig(quorumFraction: 0.75),
      safeguards: try Safeguards(quorumUnit: .weight, tally: .decisive))
    var exhaustive = try #require(Exhaustive(question))
    let answer = exhaustive.answer(.decision, .normal)
    #expect(answer.tolerated == 0)
    #expect(try #require(answer.attack).faulty != [0])
    #expect(try #require(answer.attack).succeeds(under: question.rules, critical: false))
    #expect(ClosedForm(question).answer(.decision, .normal).proof == .lowerBound)
  }

  /// Two replicas with the same votes round to different sides.
  @Test func theSameVotesInTwoOrdersDisagree() throws {
    let question = GuaranteeQuestion(
      weights: [0.1, 0.2, 0.3, 0.6], config: try ConsensusConfig(quorumFraction: 1))
    var exhaustive = try #require(Exhaustive(question))
    let answer = exhaustive.answer(.agreement, .normal)
    #expect(answer.tolerated == -1)
    #expect(try #require(answer.attack).succeeds(under: question.rules, critical: false))
    #expect(ClosedForm(question).answer(.agreement, .normal).proof == .lowerBound)
  }

  /// Only the lightest leave the weight that a replica approves with, and another rejects with.
  @Test func theLightestFillAQuorum() throws {
    let question = GuaranteeQuestion(
      weights: [5, 4, 1],
      config: try ConsensusConfig(quorumFraction: 0.6, majorityThreshold: 0.82))
    let answer = ClosedForm(question).answer(.agreement, .normal)
    #expect(answer.tolerated == -1 && answer.proof == .closedForm)
    #expect(answer.attack != nil)
  }
}
