import Consensus
import TestSupport
import Testing

struct BallotBoxTests {
  private let now = Instant(rank: 10)
  private let later = Instant(rank: 11)

  private func box(
    voters: Int = 4, _ config: ConsensusConfig = .standard, _ safeguards: Safeguards = .none
  ) -> BallotBox {
    BallotBox(
      rules: VotingRules(
        weights: .init(repeating: 1, count: voters), config: config, safeguards: safeguards))
  }

  @Test func checksAVoteInTheOrderOfThePythonClass() throws {
    var box = box()
    let proposal = try box.propose(by: 0, critical: false, deadline: now)
    #expect(throws: Refusal.unknownProposal) { try box.vote(.approve, by: 9, on: 7, at: later) }
    #expect(throws: Refusal.unknownProposal) { try box.vote(.approve, by: 9, on: -1, at: later) }
    #expect(throws: Refusal.unknownVoter) { try box.vote(.approve, by: 4, on: proposal, at: now) }
    #expect(throws: Refusal.unknownVoter) { try box.vote(.approve, by: -1, on: proposal, at: now) }
    try box.vote(.approve, by: 1, on: proposal, at: now)
    #expect(throws: Refusal.alreadyVoted) { try box.vote(.reject, by: 1, on: proposal, at: now) }
    #expect(throws: Refusal.expired) { try box.vote(.approve, by: 9, on: proposal, at: later) }
    #expect(throws: Refusal.notOpen) { try box.vote(.approve, by: 9, on: proposal, at: later) }
  }

  @Test func theDeadlineItselfIsStillInTime() throws {
    var box = box()
    let proposal = try box.propose(by: 0, critical: false, deadline: now)
    for voter in 0..<4 { try box.vote(.approve, by: voter, on: proposal, at: now) }
    #expect(try box.tally(proposal, at: now).decision == .approved)
  }

  @Test func aTallyAfterTheDeadlineCountsNothing() throws {
    var box = box()
    let proposal = try box.propose(by: 0, critical: true, deadline: now)
    for voter in 0..<4 { try box.vote(.approve, by: voter, on: proposal, at: now) }
    let outcome = try box.tally(proposal, at: later)
    #expect(outcome.decision == .noQuorum)
    #expect(outcome.count == BallotCount())
    #expect(outcome.threshold == 0.5)
    #expect(box.ballots[proposal].status == .expired)
    // Once expired, always expired, even for a clock that runs back.
    #expect(try box.tally(proposal, at: now).decision == .noQuorum)
    #expect(throws: Refusal.notOpen) { try box.vote(.approve, by: 0, on: proposal, at: now) }
  }

  @Test func withoutAQuorumTheEndIsFinal() throws {
    var box = box()
    let proposal = try box.propose(by: 0, critical: false)
    try box.vote(.approve, by: 0, on: proposal, at: now)
    let outcome = try box.tally(proposal, at: now)
    #expect(outcome.decision == .noQuorum)
    #expect(box.ballots[proposal].status == .decided)
    #expect(throws: Refusal.notOpen) { try box.vote(.approve, by: 1, on: proposal, at: now) }
    #expect(try box.tally(proposal, at: later) == outcome)
    #expect(try box.execute(proposal) == false)
  }

  @Test func limitsTheOpenProposalsOfEachProposer() throws {
    var box = box(try ConsensusConfig(maxActiveProposals: 2))
    let first = try box.propose(by: 0, critical: false, deadline: now)
    let second = try box.propose(by: 0, critical: false)
    _ = try box.propose(by: 1, critical: false)
    #expect(throws: Refusal.proposalLimit) { try box.propose(by: 0, critical: false) }
    #expect(throws: Refusal.unknownVoter) { try box.propose(by: 4, critical: false) }
    try box.tally(second, at: now)
    _ = try box.propose(by: 0, critical: false)
    #expect(throws: Refusal.proposalLimit) { try box.propose(by: 0, critical: false) }
    // An expired proposal counts as open until somebody touches it.
    #expect(throws: Refusal.expired) { try box.vote(.approve, by: 2, on: first, at: later) }
    _ = try box.propose(by: 0, critical: false)
  }

  @Test func executesAnApprovedProposalOnce() throws {
    var box = box()
    let proposal = try box.propose(by: 0, critical: false)
    #expect(try box.execute(proposal) == false)
    for voter in 0..<4 { try box.vote(.approve, by: voter, on: proposal, at: now) }
    let outcome = try box.tally(proposal, at: now)
    #expect(try box.execute(proposal) == true)
    #expect(try box.execute(proposal) == false)
    #expect(try box.tally(proposal, at: later) == outcome)
    #expect(box.ballots[proposal].status == .executed)
    #expect(throws: Refusal.unknownProposal) { try box.execute(1) }
    #expect(throws: Refusal.unknownProposal) { try box.tally(1, at: now) }
  }

  @Test func aDecisionOutlivesItsProposal() throws {
    var box = box()
    let proposal = try box.propose(by: 0, critical: false, deadline: now)
    for voter in 0..<4 { try box.vote(.approve, by: voter, on: proposal, at: now) }
    let outcome = try box.tally(proposal, at: now)
    #expect(outcome.decision == .approved)
    #expect(try box.tally(proposal, at: later) == outcome)
    #expect(try box.execute(proposal))
    #expect(try box.tally(proposal, at: later) == outcome)
  }

  @Test func aChangedVoteKeepsItsPlace() throws {
    let config = try ConsensusConfig(allowVoteChange: true)
    var box = BallotBox(rules: VotingRules(weights: [0.1, 0.2, 0.3], config: config))
    let proposal = try box.propose(by: 0, critical: false)
    #expect(try box.vote(.reject, by: 1, on: proposal, at: now) == 0)
    #expect(try box.vote(.approve, by: 2, on: proposal, at: now) == 1)
    #expect(try box.vote(.approve, by: 0, on: proposal, at: now) == 2)
    #expect(try box.vote(.approve, by: 1, on: proposal, at: now) == 0)
    #expect(Array(box.votersInOrder(on: proposal)) == [1, 2, 0])
    // In the order of first votes, as Python adds up its dictionary.
    let inOrderOfVotes: Double = (0.2 + 0.3) + 0.1
    let inOrderOfVoters: Double = (0.1 + 0.2) + 0.3
    #expect(inOrderOfVotes != inOrderOfVoters)
    #expect(box.ballots[proposal].count.approveWeight == inOrderOfVotes)
    try box.vote(.abstain, by: 0, on: proposal, at: now)
    #expect(box.ballots[proposal].count.abstain == 1)
    #expect(box.ballots[proposal].count.approveWeight == 0.5)
  }

  @Test func countsOnlyWhatIsAuthenticIfGuarded() throws {
    var box = box(.standard, try Safeguards(authentication: .hmac))
    #expect(throws: Refusal.notAuthentic) {
      try box.propose(by: 0, critical: false, isAuthentic: false)
    }
    let proposal = try box.propose(by: 0, critical: false)
    #expect(throws: Refusal.notAuthentic) {
      try box.vote(.approve, by: 0, on: proposal, at: now, isAuthentic: false)
    }
    #expect(throws: Refusal.unknownVoter) {
      try box.vote(.approve, by: 9, on: proposal, at: now, isAuthentic: false)
    }
    #expect(box.ballots[proposal].votersHeard == 0)
    try box.vote(.approve, by: 0, on: proposal, at: now)
    #expect(throws: Refusal.notAuthentic) {
      try box.vote(.approve, by: 0, on: proposal, at: now, isAuthentic: false)
    }
  }

  @Test func aResetBoxIsAsNew() throws {
    var box = box(try ConsensusConfig(maxActiveProposals: 1))
    let first = try box.propose(by: 0, critical: false)
    try box.vote(.approve, by: 1, on: first, at: now)
    box.reset()
    #expect(box.ballots.isEmpty)
    let second = try box.propose(by: 0, critical: true)
    #expect(second == 0)
    #expect((0..<4).allSatisfy { box.vote(of: $0, on: second) == nil })
    #expect(Array(box.votersInOrder(on: second)).isEmpty)
  }
}
