import Consensus
import JSON
import TestSupport
import Testing
import Tuning

/// Of settings that decide alike, a search tries one.
struct DistinctConfigurationsTests {
  private func configurations(
    _ space: SearchSpace, voters: Int, critical: Bool = false
  ) throws -> [Configuration] {
    try DistinctConfigurations(
      of: space, groups: [(voters, 1)], kinds: (true, critical), areQuorumsSeen: false,
      countMax: 1_000_000
    ).configurations
  }

  private func field(_ key: String) throws -> RuleField { try #require(RuleField.named(key)) }

  private var ties: (field: RuleField, values: [JSONValue]) {
    get throws { (try field("ties"), ["approve", "reject"]) }
  }

  /// The counts were found by another program, with exact fractions.
  @Test(arguments: zip([4, 7, 10, 13, 31], [22, 107, 274, 619, 7735]))
  func quorumsAndOneThreshold(voters: Int, count: Int) throws {
    let space = SearchSpace(
      own: RuleSettings(), fractions: [.quorum: .all, .majority: .all])
    #expect(try configurations(space, voters: voters).count == count)
  }

  @Test(
    arguments: Effort.some(
      of: [(4, 26), (7, 114), (10, 284), (13, 632), (31, 7766)], inDebugEvery: 2))
  func withTies(voters: Int, count: Int) throws {
    let space = SearchSpace(
      own: RuleSettings(), choices: [try ties], fractions: [.quorum: .all, .majority: .all])
    #expect(try configurations(space, voters: voters).count == count)
  }

  @Test(
    arguments: Effort.some(
      of: [(7, 1745), (4, 124), (10, 8044), (13, 32221)], inDebugEvery: 2))
  func bothThresholds(voters: Int, count: Int) throws {
    let space = SearchSpace(
      own: RuleSettings(),
      fractions: [.quorum: .all, .majority: .all, .supermajority: .all])
    #expect(try configurations(space, voters: voters, critical: true).count == count)
  }

  /// A certificate of four takes three votes, so that any quorum of up to three decides alike.
  @Test func whenTheQuorumIsThereMayMatter() throws {
    var own = RuleSettings()
    try field("rule").set("certificate", in: &own)
    let space = SearchSpace(own: own, fractions: [.quorum: .all])
    func count(areQuorumsSeen: Bool) throws -> Int {
      try DistinctConfigurations(
        of: space, groups: [(4, 1)], kinds: (true, false), areQuorumsSeen: areQuorumsSeen,
        countMax: 100
      ).configurations.count
    }
    #expect(try count(areQuorumsSeen: false) == 2)
    #expect(try count(areQuorumsSeen: true) == 4)
  }

  /// Nothing else decides like a quorum of some number of voters.
  @Test func nothingIsListedAsTheSameAsItself() throws {
    let found = try configurations(
      SearchSpace(own: RuleSettings(), fractions: [.quorum: .all]), voters: 4)
    #expect(found.count == 4)
    #expect(found.map(\.sameAs.count) == [0, 0, 0, 0])
    // The log decides nothing, so its other value is listed.
    let audits = try configurations(
      SearchSpace(
        own: RuleSettings(), choices: [(try field("audit"), ["chained", "anchored"])]), voters: 4)
    #expect(audits.map(\.sameAs.count) == [1])
  }

  /// Of four voters, quorums above one half and up to three quarters decide alike.
  @Test func whatStandsForARangeIsInsideTheSearch() throws {
    let space = SearchSpace(own: RuleSettings(), fractions: [.quorum: .within(0.7...0.72)])
    let found = try configurations(space, voters: 4)
    #expect(found.map(\.settings.config.quorumFraction) == [0.71])
    #expect(found.map { $0.ranges[.quorum] } == [(0.5).nextUp...0.75])
  }
}
