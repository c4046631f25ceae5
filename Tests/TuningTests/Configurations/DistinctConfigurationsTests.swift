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
}
