import Consensus
import TestSupport
import Testing

@testable import Detection

/// How many decisions turn if a bloc is one voter, by the rules in force.
@Suite struct DecisionRulesTests {
  /// Seven voters of whom the last three vote as one: 5:2, 2:5, 4:3 and 1:6.
  private let lines = ["++++", "+++-", "--+-", "--+-", "+---", "+---", "+---"]

  private func turned(
    _ lines: [String], _ members: [Int], weights: [Double]? = nil, quorum: Double = 1e-9,
    threshold: Double = 0.5, safeguards: Safeguards = .none, isCritical: Bool = false
  ) throws -> Int {
    let config = try ConsensusConfig(
      quorumFraction: quorum, majorityThreshold: threshold, supermajorityThreshold: 0.7)
    let rules = VotingRules(
      weights: weights ?? lines.map { _ in 1 }, config: config, safeguards: safeguards)
    let votes = VoteMatrix(lines: lines)
    let isCritical = Array(repeating: isCritical, count: votes.proposalCount)
    return DecisionRules(rules, isCritical: isCritical).decisionsTurned(by: members, in: votes)
  }

  @Test func numbersDecideWhereTheMajorityIsTight() throws {
    // With the bloc as one vote: 3:2, 2:3, 4:1, 1:4.
    #expect(try turned(lines, [4, 5, 6]) == 0)
    // 5:2 reaches seven tenths, 3:2 does not; 4:1 does, 4:3 does not.
    #expect(try turned(lines, [4, 5, 6], threshold: 0.7) == 2)
    #expect(try turned(lines, [4, 5, 6], isCritical: true) == 2)
  }

  /// A bloc of two sides is no vote at all: 2:1 becomes 1:0, 1:1 becomes nothing.
  @Test func aDividedBlocCountsForNobody() throws {
    let lines = ["+0", "+-", "-+"]
    #expect(try turned(lines, [1, 2], threshold: 0.7) == 2)
    #expect(try turned(lines, [1, 2], threshold: 0.6) == 1)
    #expect(try turned(lines, [1, 2], threshold: 0.5) == 1)
  }

  /// By heads 3:2 becomes 1:2; by weight, one heavy voter decides anyway, and a heavy bloc keeps its
  /// heaviest vote.
  @Test func weightsCount() throws {
    let lines = ["-", "-", "+", "+", "+"]
    #expect(try turned(lines, [2, 3, 4]) == 1)
    #expect(try turned(lines, [2, 3, 4], weights: [5, 1, 1, 1, 1]) == 0)
    #expect(try turned(lines, [2, 3, 4], weights: [1, 1, 4, 1, 1]) == 0)
  }

  @Test func tiesAreAsTheRulesSay() throws {
    // 2:2 becomes 1:2.
    let lines = ["-", "-", "+", "+"]
    #expect(try turned(lines, [2, 3]) == 1)
    #expect(try turned(lines, [2, 3], safeguards: try Safeguards(ties: .reject)) == 0)
  }

  /// The bloc's votes make the quorum: two of five voters, one of four.
  @Test func theQuorumIsThatOfFewerVoters() throws {
    let lines = ["0", "0", "0", "+", "+"]
    #expect(try turned(lines, [3, 4], quorum: 0.4) == 1)
    #expect(try turned(lines, [3, 4], quorum: 0.25) == 0)
  }

  @Test func certificatesNeedAsManyOfThoseWhoAreLeft() throws {
    let safeguards = try Safeguards(rule: .certificate)
    // Five of seven approve, as a certificate of seven asks; three of five, where five ask for four.
    let lines = ["+", "+", "-", "-", "+", "+", "+"]
    #expect(try turned(lines, [4, 5, 6], safeguards: safeguards) == 1)
    #expect(try turned(lines, [4, 5, 6]) == 0)
  }

  /// Without rules, those who voted decide, however few.
  @Test func theDefaultIsAMajority() {
    let votes = VoteMatrix(lines: lines + lines.map { _ in "0000" })
    let majority = DecisionRules.majority(
      voters: votes.voterCount, proposals: votes.proposalCount)
    #expect(majority.decisionsTurned(by: [4, 5, 6], in: votes) == 0)
    // 4:3 becomes 2:3.
    #expect(majority.decisionsTurned(by: [1, 2, 3], in: votes) == 1)
  }
}
