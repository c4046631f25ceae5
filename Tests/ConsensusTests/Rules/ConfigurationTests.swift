import Consensus
import JSON
import Testing
import Text

struct ConfigurationTests {
  @Test(arguments: [0, -0.1, 1.0000001, .nan, .infinity])
  func refusesWhatIsNoShare(value: Double) {
    func code(_ make: () throws(ConfigurationError) -> Void) -> String? {
      do {
        try make()
        return nil
      } catch {
        return error.code
      }
    }
    #expect(
      code { () throws(ConfigurationError) in _ = try ConsensusConfig(quorumFraction: value) }
        == "invalid_quorum_fraction")
    #expect(
      code { () throws(ConfigurationError) in _ = try ConsensusConfig(majorityThreshold: value) }
        == "invalid_majority_threshold")
    #expect(
      code { () throws(ConfigurationError) in
        _ = try ConsensusConfig(supermajorityThreshold: value)
      } == "invalid_supermajority_threshold")
    #expect(
      code { () throws(ConfigurationError) in _ = try Safeguards(weightCap: value) }
        == "invalid_weight_cap")
  }

  @Test func refusesOtherSettingsOutOfRange() {
    #expect(throws: ConfigurationError.invalidMaxActiveProposals(0)) {
      try ConsensusConfig(maxActiveProposals: 0)
    }
    #expect(throws: ConfigurationError.invalidDefaultExpirySeconds) {
      try ConsensusConfig(defaultExpirySeconds: .fractional(.infinity))
    }
  }

  @Test func defaultsAreThoseOfThePythonClass() throws {
    let config = try ConsensusConfig()
    #expect(config == .standard)
    #expect(config.quorumFraction == 0.5)
    #expect(config.majorityThreshold == 0.5)
    #expect(config.supermajorityThreshold == 2.0 / 3.0)
    #expect(config.defaultExpirySeconds == 0)
    #expect(config.allowVoteChange == false)
    #expect(config.maxActiveProposals == 10)
    #expect(try Safeguards() == .none)
  }

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
}
