import Consensus
import JSON
import Testing
import Text

@testable import Replay

struct SettingsDecodingTests {
  @Test func readsItselfFromJSON() throws {
    let text = """
      {"quorum_fraction": 0.75, "majority_threshold": 0.6, "supermajority_threshold": 1,
       "default_expiry_seconds": -1, "allow_vote_change": true, "max_active_proposals": 3}
      """
    let document = try JSONDocument(parsing: text)
    let log = ProblemLog(document)
    let config = try ConsensusConfig(JSONCursor(document, log: log))
    #expect(
      try config
        == ConsensusConfig(
          quorumFraction: 0.75, majorityThreshold: 0.6, supermajorityThreshold: 1,
          defaultExpirySeconds: -1, allowVoteChange: true, maxActiveProposals: 3))
    #expect(log.problems.isEmpty)
  }

  @Test func readsSafeguardsFromJSON() throws {
    let text = """
      {"quorum": "bft", "quorum_unit": "weight", "ties": "reject", "rule": "certificate",
       "tally": "decisive", "authentication": "hmac", "weight_cap": 0.25, "audit": "anchored"}
      """
    let document = try JSONDocument(parsing: text)
    let safeguards = try Safeguards(JSONCursor(document, log: ProblemLog(document)))
    #expect(
      try safeguards
        == Safeguards(
          quorum: .bft, quorumUnit: .weight, ties: .reject, rule: .certificate, tally: .decisive,
          authentication: .hmac, weightCap: 0.25, audit: .anchored))
  }

  @Test func reportsWrongKindsAndUnknownKeys() throws {
    let document = try JSONDocument(
      parsing: #"{"ties": "rejected", "rule": 1, "weight_cap": "x", "audits": "anchored"}"#)
    let log = ProblemLog(document)
    #expect(try Safeguards(JSONCursor(document, log: log)) == nil)
    #expect(log.problems.map(\.path) == ["ties", "rule", "weight_cap", "audits"])
  }

  @Test func whatIsLeftOutOrNullHasItsDefault() throws {
    let nulls = Safeguards.fields.map { "\"\($0.key)\": null" }.joined(separator: ", ")
    for text in ["{}", "{\(nulls)}"] {
      let document = try JSONDocument(parsing: text)
      let log = ProblemLog(document)
      #expect(try Safeguards(JSONCursor(document, log: log)) == Safeguards.none)
      #expect(log.problems.isEmpty)
    }
  }

  /// Audit hashes cover the text of a time, and 5 and 5.0 are different texts.
  @Test(arguments: [("5", "5"), ("5.0", "5.0"), ("1e17", "1e+17")])
  func keepsWholeAndFractionalSecondsApart(text: String, written: String) throws {
    let document = try JSONDocument(parsing: "{\"default_expiry_seconds\": \(text)}")
    let config = try ConsensusConfig(JSONCursor(document, log: ProblemLog(document)))
    #expect(config?.defaultExpirySeconds.number.description == written)
  }

  @Test func reportsSecondsBeyondCounting() throws {
    let document = try JSONDocument(parsing: #"{"default_expiry_seconds": 100000000000000000}"#)
    let log = ProblemLog(document)
    #expect(try ConsensusConfig(JSONCursor(document, log: log)) == nil)
    #expect(
      log.problems.map(\.message) == [
        "100000000000000000 is too large; at most 9007199254740992 seconds are allowed"
      ])
  }

  /// What is no number is a mistake in the trace; what is out of range is the protocol's answer.
  @Test(arguments: [
    (#"{"max_active_proposals": 0, "quorum_fraction": 2}"#, "invalid_quorum_fraction"),
    (#"{"max_active_proposals": -1}"#, "invalid_max_active_proposals"),
    (#"{"majority_threshold": 1e300}"#, "invalid_majority_threshold"),
    (#"{"supermajority_threshold": 1000000000000000000000}"#, "invalid_supermajority_threshold"),
  ])
  func throwsWhereASettingIsOutOfRange(text: String, code: String) throws {
    let document = try JSONDocument(parsing: text)
    let log = ProblemLog(document)
    do {
      _ = try ConsensusConfig(JSONCursor(document, log: log))
      Issue.record("nothing was thrown")
    } catch {
      #expect(error.code == code)
    }
    #expect(log.problems.isEmpty)
  }

  @Test(arguments: [
    #"{"max_active_proposals": 1.0}"#, #"{"allow_vote_change": 1}"#, #"{"quorum_fraction": "1"}"#,
    "[]",
  ])
  func reportsWhatIsOfAnotherKind(text: String) throws {
    let document = try JSONDocument(parsing: text)
    let log = ProblemLog(document)
    #expect(try ConsensusConfig(JSONCursor(document, log: log)) == nil)
    #expect(log.problems.count == 1)
  }

  /// A trace may have settings that a scenario would call too large.
  @Test func takesAnyNumberOfActiveProposals() throws {
    let document = try JSONDocument(parsing: #"{"max_active_proposals": 2000000000}"#)
    let config = try ConsensusConfig(JSONCursor(document, log: ProblemLog(document)))
    #expect(config?.maxActiveProposals == 2_000_000_000)
  }
}
