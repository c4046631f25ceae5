import Agents
import Consensus
import JSON
import Scenarios
import Simulation
import TestSupport
import Testing
import Text

struct ScenarioOverrideTests {
  private let text = """
    {
      "name": "base", "electorate": 9,
      "voters": [
        { "name": "honest", "role": "honest", "count": "rest" },
        { "name": "ring", "role": "colluding", "count": 2, "plan": "lockstep" }
      ],
      "network": { "partitions": [{ "from": 1, "to": 2, "groups": ["ring"] }] },
      "sweep": { "voters.ring.count": [1, 2, 3] }
    }
    """

  private func file(_ arguments: String...) throws -> ScenarioFile {
    try ScenarioFile(
      parsing: text, overrides: arguments.compactMap { ScenarioOverride(argument: $0) })
  }

  private func problems(_ arguments: String...) -> [String] {
    let error = #expect(throws: TextProblems.self) {
      try ScenarioFile(
        parsing: text, overrides: arguments.compactMap { ScenarioOverride(argument: $0) })
    }
    return error?.problems.map(\.description) ?? []
  }

  @Test func replacesAnyField() throws {
    let cell = try file(
      "seed=18446744073709551615", "trials=7", "mode=replicated", "config.quorum_fraction=0.75",
      "voters.honest.latency={\"constant\": 2}", "network.partitions[0].to=5.5",
      "workload.actions={\"terminate\": 1}", "description=5 = \"five\"", "electorate=12"
    ).cells[0].scenario
    #expect(cell.seed == .max)
    #expect(cell.trials == 7)
    #expect(cell.mode == .replicated)
    #expect(cell.config.quorumFraction == 0.75)
    #expect(cell.groups[0].latency == .constant(2_000_000_000))
    #expect(cell.network.partitions[0].end.seconds == 5.5)
    #expect(cell.workload.actions.map(\.name) == ["terminate"])
    #expect(cell.description == "5 = \"five\"")
    #expect(cell.voterCount == 12)
  }

  @Test func itsOptionIsNamedInMessages() throws {
    var override = try #require(ScenarioOverride(argument: "voters.rign.count=1"))
    #expect(override.assignment == "voters.rign.count=1")
    override.option = "--set-new"
    let error = #expect(throws: TextProblems.self) {
      try ScenarioFile(parsing: text, overrides: [override])
    }
    #expect(
      error?.problems.first?.description.hasPrefix(
        "--set-new voters.rign.count=1: voters.rign.count: the path does not exist") == true)
  }

  @Test func anAxisIsFixedByItsOwnPathOnly() throws {
    let override = try #require(ScenarioOverride(argument: "voters.ring.count=1"))
    #expect(override.fixes("voters.ring.count"))
    #expect(!override.fixes("voters.ring") && !override.fixes("voters.honest.count"))
  }

  @Test func whatIsOnlySaidDoesNotChangeHowItRuns() throws {
    let plain = try file()
    #expect(plain.runs(like: try file("name=other", "description=other", "expect=[]")))
    #expect(plain.runs(like: try file("voters.ring.camouflage=0.0")))
    for change in [
      "seed=2", "trials=7", "voters.ring.count=1", "electorate=10", "config.quorum_fraction=0.6",
      "voters.ring.plan=oppose", "costs.false_approval=2",
    ] {
      #expect(!plain.runs(like: try file(change)), "\(change)")
    }
  }

  @Test func theLastOneWins() throws {
    #expect(try file("trials=7", "trials=8").cells[0].scenario.trials == 8)
  }

  @Test func aSweptFieldKeepsTheOneValue() throws {
    let fixed = try file("voters.ring.count=4")
    #expect(fixed.cells.map { $0.scenario.groups[1].count } == [4])
    #expect(fixed.axes[0].values == [4])
  }

  @Test func whatWasOverriddenIsPartOfTheScenario() throws {
    #expect(try file().digest != file("seed=2").digest)
    #expect(try file().digest == file("seed=1").digest)
  }

  @Test(arguments: [
    (
      "config.quorum_faction=1",
      """
      --set config.quorum_faction=1: config.quorum_faction: unknown key (did you mean \
      'quorum_fraction'?); allowed are quorum_fraction, majority_threshold, \
      supermajority_threshold, default_expiry_seconds, allow_vote_change, max_active_proposals
      """
    ),
    (
      "voters.rign.count=1",
      """
      --set voters.rign.count=1: voters.rign.count: the path does not exist: there is no group \
      'rign' (did you mean 'ring'?); the groups are honest, ring
      """
    ),
    (
      "config.quorum_fraction=2",
      """
      --set config.quorum_fraction=2: config.quorum_fraction: 2 is not allowed; it must be a number \
      above 0 and at most 1
      """
    ),
    (
      "voters[1].count=1",
      """
      --set voters[1].count=1: voters[1].count: a path must give the name of a group, \
      such as voters.NAME.count
      """
    ),
    (
      "network.partitions[1].to=1",
      """
      --set network.partitions[1].to=1: network.partitions[1].to: the path does not exist: \
      network.partitions has 1 element, counted from 0
      """
    ),
    (
      "a..b=1",
      """
      --set a..b=1: $: this is not a valid path; use keys with '.' between them, and [0], [1] and so \
      on for elements of lists
      """
    ),
    (
      "config={\"quorum_fraction\": 1, \"quorum_fraction\": 1}",
      """
      --set config={"quorum_fraction": 1, "quorum_fraction": 1}: quorum_fraction: the key occurs \
      twice in the same object; each key may occur once
      """
    ),
  ])
  func aBadOneIsToldAsItWasGiven(argument: String, problem: String) {
    #expect(problems(argument) == [problem])
  }

  /// The rest is named in the file, and it is negative in some cells only.
  @Test func whatItBreaksElsewhereIsToldThere() {
    #expect(
      problems("electorate=2") == [
        """
        4:52: voters[0].count: the other groups have 3 voters, more than the electorate of 2; \
        the count 'rest' cannot be negative (cell 3: voters.ring.count = 3)
        """
      ])
  }

  @Test func ofSeveralTheBadOneIsNamed() {
    #expect(
      problems("seed=2", "trials=0", "mode=central") == [
        "--set trials=0: trials: 0 is not allowed; it must be a whole number from 1 to 1000000000000"
      ])
  }

  @Test func needsAnEqualsSign() {
    #expect(ScenarioOverride(argument: "trials") == nil)
    #expect(ScenarioOverride(argument: "a=b=c") == ScenarioOverride(path: "a", value: "b=c"))
  }
}
