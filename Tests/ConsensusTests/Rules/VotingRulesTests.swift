import Consensus
import TestSupport
import Testing

struct VotingRulesTests {
  static let quorums: [(Int, Double, Int)] = [
    (1, 0.5, 1), (2, 0.5, 1), (3, 0.5, 2), (4, 0.5, 2), (5, 0.5, 3), (10, 0.7, 7), (10, 0.1, 1),
    (3, 1.0 / 3, 1), (3, 2.0 / 3, 2), (6, 2.0 / 3, 4), (7, 1, 7), (5, 1e-9, 1),
    // 0.55 · 100 is 55.00000000000001 as a double, and Python rounds that up.
    (100, 0.55, 56),
  ]

  @Test(arguments: quorums)
  func quorumIsTheFractionRoundedUp(voters: Int, fraction: Double, required: Int) throws {
    let config = try ConsensusConfig(quorumFraction: fraction)
    let rules = VotingRules(weights: .init(repeating: 1, count: voters), config: config)
    #expect(rules.quorumRequired == required)
  }

  @Test(arguments: [
    (1, 0, 1, 1), (3, 0, 1, 2), (4, 1, 3, 3), (6, 1, 3, 4), (7, 2, 5, 5), (10, 3, 7, 7),
  ])
  func byzantineNumbers(voters: Int, faults: Int, quorum: Int, certificate: Int) throws {
    #expect(VotingRules.maxByzantineFaults(voters: voters) == faults)
    #expect(VotingRules.bftQuorum(voters: voters) == quorum)
    let config = try ConsensusConfig(quorumFraction: 0.01)
    let weights = [Double](repeating: 1, count: voters)
    let rules = VotingRules(
      weights: weights, config: config, safeguards: try Safeguards(quorum: .bft))
    #expect(rules.quorumRequired == quorum)
    #expect(rules.certificateSize == certificate)
  }

  @Test func theFractionStillAppliesUnderByzantineQuorumWhereItAsksForMore() throws {
    let rules = VotingRules(
      weights: [1, 1, 1, 1], config: try ConsensusConfig(quorumFraction: 1),
      safeguards: try Safeguards(quorum: .bft))
    #expect(rules.quorumRequired == 4)
  }

  struct Share: Sendable {
    let threshold: Double
    let weights: [Double]
    let approving: Int
    let isApproved: Bool

    init(_ threshold: Double, _ weights: [Double], _ approving: Int, _ isApproved: Bool) {
      self.threshold = threshold
      self.weights = weights
      self.approving = approving
      self.isApproved = isApproved
    }
  }

  @Test(arguments: [
    // 2 of 3 against 2/3, 7 of 10 against 0.7, sums of 0.1: compared as doubles, as Python does.
    Share(2.0 / 3, [1, 1, 1], 2, true), Share(0.67, [1, 1, 1], 2, false),
    Share(0.7, [Double](repeating: 1, count: 10), 7, true),
    Share(0.6, [Double](repeating: 0.1, count: 5), 3, true),
    Share(0.5, [0.1, 0.2, 0.3], 2, true), Share(0.5, [0.1, 0.2, 0.31], 2, false),
    Share(1, [0.1, 0.2, 0.3], 3, true), Share(1, [0.1, 0.2, 0.3], 2, false),
    Share(0.5, [1, 1], 1, true), Share(0.500001, [1, 1], 1, false),
  ])
  func thresholdIsComparedInDoubles(share: Share) throws {
    let (threshold, weights) = (share.threshold, share.weights)
    let config = try ConsensusConfig(majorityThreshold: threshold, supermajorityThreshold: 1)
    var box = BallotBox(rules: VotingRules(weights: weights, config: config))
    let proposal = try box.propose(by: 0, critical: false)
    for voter in weights.indices {
      try box.vote(
        voter < share.approving ? .approve : .reject, by: voter, on: proposal, at: Instant(rank: 0))
    }
    let decision = try box.tally(proposal, at: Instant(rank: 0)).decision
    #expect(decision == (share.isApproved ? .approved : .rejected))
  }

  @Test func criticalActionsNeedTheSupermajority() throws {
    let rules = VotingRules(weights: [1, 1, 1, 1, 1])
    var count = BallotCount()
    (count.approve, count.reject) = (3, 2)
    (count.approveWeight, count.rejectWeight) = (3, 2)
    #expect(rules.decide(count, critical: false) == .approved)
    #expect(rules.decide(count, critical: true) == .rejected)
  }

  @Test func tiesAreApprovedUnlessGuarded() throws {
    var count = BallotCount()
    (count.approve, count.reject) = (1, 1)
    (count.approveWeight, count.rejectWeight) = (1, 1)
    let plain = VotingRules(weights: [1, 1])
    let guarded = VotingRules(weights: [1, 1], safeguards: try Safeguards(ties: .reject))
    #expect(plain.decide(count, critical: false) == .approved)
    #expect(guarded.decide(count, critical: false) == .rejected)
  }

  /// Against the table of outcomes written out by hand, for seven voters: f = 2, certificate 5.
  @Test(arguments: [
    (5, 0, Decision.approved), (4, 0, .noQuorum), (5, 2, .approved), (4, 3, .noQuorum),
    (0, 5, .rejected), (2, 5, .rejected), (3, 4, .noQuorum), (0, 4, .noQuorum),
  ])
  func certificates(approve: Int, reject: Int, expected: Decision) throws {
    let rules = VotingRules(
      weights: .init(repeating: 1, count: 7), safeguards: try Safeguards(rule: .certificate))
    var count = BallotCount()
    (count.approve, count.reject) = (approve, reject)
    (count.approveWeight, count.rejectWeight) = (Double(approve), Double(reject))
    #expect(rules.decide(count, critical: false) == expected)
  }

  @Test func aCertificateForACriticalActionAlsoNeedsTheSupermajority() throws {
    let rules = VotingRules(
      weights: [1, 1, 1, 1, 1, 1, 30], safeguards: try Safeguards(rule: .certificate))
    var count = BallotCount()
    (count.approve, count.reject) = (6, 1)
    (count.approveWeight, count.rejectWeight) = (6, 30)
    #expect(rules.decide(count, critical: false) == .approved)
    #expect(rules.decide(count, critical: true) == .noQuorum)
  }

  @Test func aCertificateDoesNotReplaceTheQuorum() throws {
    let rules = VotingRules(
      weights: .init(repeating: 1, count: 7), config: try ConsensusConfig(quorumFraction: 0.9),
      safeguards: try Safeguards(rule: .certificate))
    var count = BallotCount()
    count.approve = 6
    #expect(rules.quorumRequired == 7)
    #expect(rules.decide(count, critical: false) == .noQuorum)
  }
}
