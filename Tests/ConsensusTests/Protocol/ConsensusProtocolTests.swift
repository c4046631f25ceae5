import Consensus
import JSON
import Testing

struct ConsensusProtocolTests {
  @Test func refusesImpossibleElectorates() throws {
    #expect(throws: ConfigurationError.noVoters) { try ConsensusProtocol(voters: []) }
    #expect(throws: ConfigurationError.duplicateVoters("a")) {
      try ConsensusProtocol(voters: ["a", "b", "a"])
    }
    // Names that look alike are two names.
    #expect(throws: Never.self) { try ConsensusProtocol(voters: ["é", "e\u{301}"]) }
    for weight in [0, -1, .nan, .infinity] {
      #expect(throws: ConfigurationError.nonpositiveWeight("b")) {
        try ConsensusProtocol(voters: ["a", Voter("b", weight: weight)])
      }
    }
  }

  @Test func keepsTheTimesItIsTold() throws {
    var consensus = try ConsensusProtocol(
      voters: ["a"], config: try ConsensusConfig(defaultExpirySeconds: 30))
    let id = try consensus.propose(by: "a", action: "release", at: 100)
    #expect(consensus.proposal(id)?.expiresAt?.number.description == "130")
    try consensus.vote(.approve, by: "a", on: id, at: 130)
    try consensus.tally(id, at: 130)
    let proposal = try #require(consensus.proposal(id))
    #expect(proposal.createdAt == 100 && proposal.decidedAt == 130)
    #expect(proposal.status == .decided && proposal.result?.isApproved == true)
  }

  @Test(arguments: [(nil, 130), (0, nil), (-3, nil), (5, 105)] as [(Seconds?, Seconds?)])
  func theProposersExpiryWins(expiry: Seconds?, expiresAt: Seconds?) throws {
    var consensus = try ConsensusProtocol(
      voters: ["a"], config: try ConsensusConfig(defaultExpirySeconds: 30))
    let id = try consensus.propose(by: "a", action: "release", expirySeconds: expiry, at: 100)
    #expect(consensus.proposal(id)?.expiresAt == expiresAt)
  }

  /// Python takes a time of exactly 0 for none.
  @Test func anExpiryAtZeroIsNone() throws {
    var consensus = try ConsensusProtocol(voters: ["a"])
    let id = try consensus.propose(by: "a", action: "release", expirySeconds: 5, at: -5)
    #expect(consensus.proposal(id)?.expiresAt == 0)
    try consensus.vote(.approve, by: "a", on: id, at: 1)
    #expect(try consensus.tally(id, at: 2).isApproved)
  }

  @Test func eachTallyAfterExpiryIsLogged() throws {
    var consensus = try ConsensusProtocol(voters: ["a"])
    let id = try consensus.propose(by: "a", action: "release", expirySeconds: 1, at: 0)
    for time in [2, 3] as [Seconds] { try consensus.tally(id, at: time) }
    #expect(consensus.auditLog.entries.map(\.event.type) == ["propose", "expired", "expired"])
    #expect(consensus.summary().expired == 1)
  }

  @Test func aTallyThatDecidesNothingNewIsNotLogged() throws {
    var consensus = try ConsensusProtocol(voters: ["a"])
    let id = try consensus.propose(by: "a", action: "release", at: 0)
    let result = try consensus.tally(id, at: 1)
    #expect(try consensus.tally(id, at: 2) == result)
    #expect(consensus.auditLog.entries.count == 2)
  }

  @Test func aPendingTallyIsLoggedAndLeavesTheProposalOpen() throws {
    var consensus = try ConsensusProtocol(
      voters: ["a", "b", "c"], safeguards: try Safeguards(tally: .decisive))
    let id = try consensus.propose(by: "a", action: "release", expirySeconds: 10, at: 0)
    #expect(try consensus.tally(id, at: 1).decision == .pending)
    #expect(consensus.proposal(id)?.status == .open)
    #expect(consensus.auditLog.entries.last?.event.type == "tally")
    #expect(try consensus.tally(id, at: 10).decision == .noQuorum)
  }

  @Test func answersHistoryByProposal() throws {
    var consensus = try ConsensusProtocol(voters: ["a", "b"])
    let first = try consensus.propose(by: "a", action: "release", at: 0)
    let second = try consensus.propose(by: "a", action: "release", at: 0)
    try consensus.vote(.reject, by: "b", on: second, at: 0)
    try consensus.vote(.abstain, by: "b", on: first, at: 1)
    let history = try consensus.history(ofVoter: "b")
    #expect(history.map(\.proposal) == [first, second])
    #expect(history.map(\.vote.value) == [.abstain, .reject])
    #expect(throws: Refusal.unknownVoter) { try consensus.history(ofVoter: "c") }
  }

  @Test func knowsWhatIsCritical() {
    #expect(ProposalAction.isCritical("terminate") && ProposalAction.isCritical("escalate"))
    for name in ["quarantine", "release", "restrict", "Terminate", "custom", ""] {
      #expect(!ProposalAction.isCritical(name))
    }
  }
}
