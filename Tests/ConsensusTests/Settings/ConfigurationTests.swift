import Consensus
import Testing

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
    let activeProposals = ConfigurationError.invalidField(
      key: "max_active_proposals", value: "0", allowed: "a whole number of at least 1")
    #expect(throws: activeProposals) { try ConsensusConfig(maxActiveProposals: 0) }
    #expect(activeProposals.code == "invalid_max_active_proposals")
    let expiry = ConfigurationError.invalidField(
      key: "default_expiry_seconds", value: "inf", allowed: "a finite number")
    #expect(throws: expiry) {
      try ConsensusConfig(defaultExpirySeconds: .fractional(.infinity))
    }
    #expect(expiry.code == "invalid_default_expiry_seconds")
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

  @Test func eachSettingIsWhatTheConstructorWasGiven() throws {
    let config = try ConsensusConfig(
      quorumFraction: 0.75, majorityThreshold: 0.6, supermajorityThreshold: 1,
      defaultExpirySeconds: -1, allowVoteChange: true, maxActiveProposals: 3)
    #expect(config.quorumFraction == 0.75)
    #expect(config.majorityThreshold == 0.6)
    #expect(config.supermajorityThreshold == 1)
    #expect(config.defaultExpirySeconds == -1)
    #expect(config.allowVoteChange)
    #expect(config.maxActiveProposals == 3)
    let safeguards = try Safeguards(
      quorum: .bft, quorumUnit: .weight, ties: .reject, rule: .certificate, tally: .decisive,
      authentication: .hmac, weightCap: 0.25, audit: .anchored)
    #expect(safeguards.quorum == .bft)
    #expect(safeguards.quorumUnit == .weight)
    #expect(safeguards.ties == .reject)
    #expect(safeguards.rule == .certificate)
    #expect(safeguards.tally == .decisive)
    #expect(safeguards.authentication == .hmac)
    #expect(safeguards.weightCap == 0.25)
    #expect(safeguards.audit == .anchored)
  }

  /// What no table would allow is told with what it must be.
  @Test func saysWhatIsAllowed() {
    #expect(
      throws: ConfigurationError.invalidField(
        key: "quorum_fraction", value: "0", allowed: "a number above 0 and at most 1")
    ) { try ConsensusConfig(quorumFraction: 0) }
    let error = ConfigurationError.invalidField(
      key: "weight_cap", value: "1.5", allowed: "a number above 0 and at most 1, or null")
    #expect(throws: error) { try Safeguards(weightCap: 1.5) }
    #expect(
      error.description == "weight_cap must be a number above 0 and at most 1, or null, not 1.5")
  }

  /// Of several settings out of range, the first in the order of the table is told.
  @Test func tellsTheFirstOfSeveral() {
    do {
      _ = try ConsensusConfig(supermajorityThreshold: 2, maxActiveProposals: 0)
      Issue.record("both are out of range")
    } catch {
      #expect(error.code == "invalid_supermajority_threshold")
    }
  }
}
