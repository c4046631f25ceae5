import Consensus
import JSON
import Scenarios
import Testing

@testable import Tuning

/// How a configuration differs from the scenario's own settings.
struct ConfigurationOwnTests {
  /// All quorums above one and up to two of four voters decide alike; 0.4 stands for them.
  @Test func whatDecidesAlikeIsNoChange() throws {
    let plan = try TuneStudyTests.plan(
      TuneStudyTests.four(#", "tune": {"search": {"quorum_fraction": "all"}}"#))
    let own = plan.configurations[plan.own]
    #expect(own.settings.config.quorumFraction == 0.4)
    #expect(own.ranges[.quorum] == (0.25).nextUp...0.5)
    #expect(own.changes(from: plan.scenario.ruleSettings).isEmpty)
    let others = plan.configurations.indices.filter { $0 != plan.own }
    #expect(others.count == 3)
    for place in others {
      let changes = plan.configurations[place].changes(from: plan.scenario.ruleSettings)
      #expect(changes.map(\.key) == ["quorum_fraction"])
    }
  }

  @Test func ownSettingsAreFoundAmongListedValues() throws {
    let plan = try TuneStudyTests.plan(
      TuneStudyTests.four(
        """
        , "tune": {"search": {"tally": ["decisive", "anytime"], "quorum_fraction": [0.9, 0.5]}}
        """))
    #expect(plan.isOwnSearched)
    #expect(plan.configurations.count == 4)
    #expect(plan.configurations[plan.own].settings == plan.scenario.ruleSettings)
  }

  @Test func theLargestListIsLeftOutFirst() throws {
    func values(_ key: String, _ values: [JSONValue]) throws -> (field: RuleField, [JSONValue]) {
      (try #require(RuleField.named(key)), values)
    }
    let lists = [
      try values("ties", ["approve", "reject"]), try values("max_active_proposals", [1, 2, 3]),
      try values("audit", ["chained"]),
    ]
    #expect(
      SearchSpace(own: RuleSettings(), choices: lists).largestField == "max_active_proposals")
    let fractions: [FractionField: SearchSpace.Fractions] = [.quorum: .all, .majority: .all]
    #expect(
      SearchSpace(own: RuleSettings(), choices: lists, fractions: fractions).largestField
        == "majority_threshold")
  }
}
