import Consensus
import JSON
import Testing

/// Hashes computed with Python 3.11.7's hashlib, hmac and json, on texts the traces do not have.
struct HashTests {
  @Test(arguments: [
    ("mon-1", VoteValue.approve, 1_700_000_000 as Seconds, nil, "e200bc87064c3c51"),
    ("mon-1", .approve, 1_700_000_000.0, nil, "d4eea454fd5f71a6"),
    ("mon-1", .approve, 1_700_000_000.0, "", "d4eea454fd5f71a6"),
    ("a:b", .reject, 1e-7, "naïve 🛑", "7041212fd4532a8e"),
    ("é", .abstain, 1e22, nil, "822a8800fb9f7388"),
  ])
  func votes(voter: String, value: VoteValue, time: Seconds, reason: String?, hash: String) {
    let vote = Vote(voter: voter, value: value, timestamp: time, reason: reason)
    #expect(vote.hash.description == hash)
  }

  @Test func auditEntries() throws {
    let evidence = try JSONDocument(
      parsing: #"{"z":1,"a":[1.0,-0.0,1e-7,1e22,1180591620717411303424,{"é":"🛑"}]}"#)
    guard case .object(let object) = evidence.root.value else { return }
    var consensus = try ConsensusProtocol(voters: ["é"])
    _ = try consensus.propose(by: "é", action: "a\u{7F}\n", evidence: object, at: 0)
    _ = try consensus.propose(by: "é", action: "terminate", target: "w", at: 0.5)
    #expect(
      consensus.auditLog.entries.map(\.hash.description)
        == ["28983fdd9b66be7b8feb6267163a315d", "5f2ede208ba7b3cb5948f64b7157a662"])
  }

  @Test func authenticationCodes() throws {
    let digest = SHA256Digest(bytes: .init(repeating: 0xab, count: 32))
    let vote = SignedContent.vote(
      instance: "one", proposal: "prop-0001", digest: try #require(digest), voter: "é",
      value: .approve, reason: nil, revision: 0)
    #expect(
      vote.authenticationCode(key: Array("secret".utf8)).description
        == "a2bd27b2de6c54ae147812b235a3e8465eb5957fc53bf520cd0a8f836e838d04")
    let proposal = SignedContent.proposal(
      instance: "one", proposer: "é", action: "release", target: nil, evidence: ["b": 1, "a": 2.0],
      expirySeconds: nil, ordinal: 0)
    #expect(
      proposal.authenticationCode(key: Array("secret".utf8)).description
        == "cbf941c87696977ba87b70ebe99856879caf7e87beb80974e879845ee77b7f04")
  }
}
