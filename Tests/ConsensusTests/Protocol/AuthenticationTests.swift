import Consensus
import JSON
import Testing

struct AuthenticationTests {
  private let keys = ["a": Array("key of a".utf8), "b": Array("key of b".utf8)]

  private func guarded(
    _ config: ConsensusConfig = .standard, instance: String? = "one"
  ) throws -> ConsensusProtocol {
    try ConsensusProtocol(
      voters: ["a", "b"].map { Voter($0, key: keys[$0]) }, config: config,
      safeguards: try Safeguards(authentication: .hmac), instance: instance)
  }

  private func sign(_ content: SignedContent, as voter: String) throws -> SHA256Digest {
    content.authenticationCode(key: try #require(keys[voter]))
  }

  private func opened(
    _ consensus: inout ConsensusProtocol, target: String? = nil
  ) throws -> (id: String, digest: SHA256Digest) {
    let content = SignedContent.proposal(
      instance: try #require(consensus.instance), proposer: "a", action: "release",
      target: target, evidence: [:], expirySeconds: nil, ordinal: consensus.proposals().count)
    let id = try consensus.propose(
      by: "a", action: "release", target: target, at: 0, code: try sign(content, as: "a"))
    #expect(consensus.proposal(id)?.digest == content.digest)
    return (id, content.digest)
  }

  @Test func countsOnlyWhatTheVoterSigned() throws {
    var consensus = try guarded()
    let (id, digest) = try opened(&consensus)
    func content(_ value: VoteValue, _ reason: String?, on id: String) -> SignedContent {
      .vote(
        instance: "one", proposal: id, digest: digest, voter: "b", value: value, reason: reason,
        revision: 0)
    }
    let forgeries: [SHA256Digest?] = [
      nil,
      try sign(content(.approve, nil, on: id), as: "a"),
      try sign(content(.reject, nil, on: id), as: "b"),
      try sign(content(.approve, "why", on: id), as: "b"),
      try sign(content(.approve, nil, on: "prop-0002"), as: "b"),
      SHA256Digest(bytes: .init(repeating: 0, count: 32)),
    ]
    let log = consensus.auditLog.entries.count
    for forgery in forgeries {
      #expect(throws: Refusal.notAuthentic) {
        try consensus.vote(.approve, by: "b", on: id, at: 1, code: forgery)
      }
    }
    #expect(consensus.auditLog.entries.count == log)
    let code = try sign(content(.approve, nil, on: id), as: "b")
    try consensus.vote(.approve, by: "b", on: id, at: 1, code: code)
    #expect(consensus.proposal(id)?.votes.count == 1)
  }

  @Test func anOldVoteCannotBeReplayedOverANewOne() throws {
    var consensus = try guarded(try ConsensusConfig(allowVoteChange: true))
    let (id, digest) = try opened(&consensus)
    func code(_ value: VoteValue, _ revision: Int) throws -> SHA256Digest {
      try sign(
        .vote(
          instance: "one", proposal: id, digest: digest, voter: "b", value: value, reason: nil,
          revision: revision), as: "b")
    }
    try consensus.vote(.approve, by: "b", on: id, at: 1, code: try code(.approve, 0))
    try consensus.vote(.reject, by: "b", on: id, at: 2, code: try code(.reject, 1))
    #expect(throws: Refusal.notAuthentic) {
      try consensus.vote(.approve, by: "b", on: id, at: 3, code: try code(.approve, 0))
    }
    #expect(consensus.proposal(id)?.votes.map(\.value) == [.reject])
    try consensus.vote(.approve, by: "b", on: id, at: 3, code: try code(.approve, 2))
    #expect(consensus.proposal(id)?.votes.map(\.value) == [.approve])
  }

  @Test func aProposalCannotBeOpenedTwiceWithOneCode() throws {
    var consensus = try guarded()
    let code = try sign(
      .proposal(
        instance: "one", proposer: "a", action: "release", target: nil, evidence: [:],
        expirySeconds: nil, ordinal: 0),
      as: "a")
    #expect(throws: Refusal.notAuthentic) {
      try consensus.propose(by: "a", action: "release", at: 0)
    }
    #expect(throws: Refusal.notAuthentic) {
      try consensus.propose(by: "b", action: "release", at: 0, code: code)
    }
    #expect(throws: Refusal.notAuthentic) {
      try consensus.propose(by: "a", action: "restrict", at: 0, code: code)
    }
    #expect(consensus.proposals().isEmpty)
    _ = try consensus.propose(by: "a", action: "release", at: 0, code: code)
    #expect(throws: Refusal.notAuthentic) {
      try consensus.propose(by: "a", action: "release", at: 0, code: code)
    }
    #expect(consensus.proposals().count == 1)
  }

  @Test func aProposalIsSignedWithAllItSays() throws {
    var consensus = try guarded()
    func code(
      target: String? = "w1", evidence: JSONObject = ["score": 0.9], expirySeconds: Seconds? = 60
    ) throws -> SHA256Digest {
      try sign(
        .proposal(
          instance: "one", proposer: "a", action: "release", target: target, evidence: evidence,
          expirySeconds: expirySeconds, ordinal: 0),
        as: "a")
    }
    let forgeries = [
      try code(target: nil), try code(target: "w2"), try code(evidence: [:]),
      try code(expirySeconds: nil), try code(expirySeconds: 61),
    ]
    func propose(_ code: SHA256Digest) throws {
      _ = try consensus.propose(
        by: "a", action: "release", target: "w1", evidence: ["score": 0.9], expirySeconds: 60,
        at: 0, code: code)
    }
    for forgery in forgeries {
      #expect(throws: Refusal.notAuthentic) { try propose(forgery) }
    }
    #expect(consensus.proposals().isEmpty)
    try propose(try code())
    #expect(consensus.proposals().map(\.target) == ["w1"])
  }

  /// What was signed for one instance is worth nothing in another with the same voters and keys.
  @Test func aCodeFitsOneInstance() throws {
    var first = try guarded()
    var second = try guarded(instance: "two")
    let content = SignedContent.proposal(
      instance: "one", proposer: "a", action: "release", target: nil, evidence: [:],
      expirySeconds: nil, ordinal: 0)
    let code = try sign(content, as: "a")
    _ = try first.propose(by: "a", action: "release", at: 0, code: code)
    #expect(throws: Refusal.notAuthentic) {
      try second.propose(by: "a", action: "release", at: 0, code: code)
    }
    let (id, digest) = try opened(&second)
    let vote = try sign(
      .vote(
        instance: "one", proposal: id, digest: digest, voter: "b", value: .approve, reason: nil,
        revision: 0), as: "b")
    #expect(throws: Refusal.notAuthentic) {
      try second.vote(.approve, by: "b", on: id, at: 1, code: vote)
    }
  }

  /// Even if an instance is named again: the first proposal of both has the same id.
  @Test func aVoteFitsOneProposal() throws {
    var first = try guarded()
    var second = try guarded()
    let (id, digest) = try opened(&first, target: "worker-1")
    let (other, _) = try opened(&second, target: "worker-2")
    #expect(id == other)
    let code = try sign(
      .vote(
        instance: "one", proposal: id, digest: digest, voter: "b", value: .approve, reason: nil,
        revision: 0), as: "b")
    try first.vote(.approve, by: "b", on: id, at: 1, code: code)
    #expect(throws: Refusal.notAuthentic) {
      try second.vote(.approve, by: "b", on: other, at: 1, code: code)
    }
  }

  @Test func everyVoterNeedsAKeyAndTheInstanceAName() throws {
    #expect(throws: ConfigurationError.missingKey("b")) {
      try ConsensusProtocol(
        voters: [Voter("a", key: [1]), Voter("b", key: [])],
        safeguards: try Safeguards(authentication: .hmac), instance: "one")
    }
    for instance in [nil, ""] {
      #expect(throws: ConfigurationError.missingInstance) { try guarded(instance: instance) }
    }
  }

  @Test func withoutTheSafeguardCodesAreIgnored() throws {
    var consensus = try ConsensusProtocol(voters: ["a"])
    let wrong = SHA256Digest(bytes: .init(repeating: 0, count: 32))
    let id = try consensus.propose(by: "a", action: "release", at: 0, code: wrong)
    try consensus.vote(.approve, by: "a", on: id, at: 0, code: wrong)
    #expect(consensus.proposal(id)?.votes.map(\.value) == [.approve])
  }
}
