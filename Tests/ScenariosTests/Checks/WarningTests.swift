import Scenarios
import TestSupport
import Testing
import Text

/// What is allowed, but hardly meant.
struct WarningTests {
  /// The warnings without their places.
  private func warnings(
    _ fields: String, voters: String = #"{"name": "h", "role": "honest", "count": 3}"#
  ) throws -> [String] {
    try ScenarioFile.checked(
      Array("{\"name\": \"s\", \"voters\": [\(voters)]\(fields)}".utf8)
    ).warnings.map { "\($0.path): \($0.message)" }
  }

  /// Three bundled scenarios mean what is hardly meant elsewhere.
  @Test func bundledScenariosHaveFew() throws {
    #expect(try warnings("") == [])
    let doubtful = try BundledScenario.fileNames().filter { name in
      let text = Array(try BundledScenario.text(of: name).utf8)
      return try !ScenarioFile.checked(text).warnings.isEmpty
    }
    #expect(
      doubtful == [
        "adversarial-network.json", "canary-abstainers-decide.json", "expiry-before-deadline.json",
      ])
  }

  @Test(arguments: [
    ("Terminate", "terminate"), ("terminat", "terminate"), ("ESCALATE", "escalate"),
    ("escalete", "escalate"), ("terminates", "terminate"),
  ])
  func anActionIsNearlyCritical(action: String, meant: String) throws {
    let found = try warnings(#", "workload": {"actions": {"\#(action)": 1, "quarantine": 1}}"#)
    #expect(
      found == [
        "workload.actions.\(action): '\(action)' is not critical; did you mean '\(meant)', "
          + "which is?"
      ])
  }

  @Test(arguments: ["terminate", "escalate", "release", "restrict", "evict", "observe"])
  func otherActionsAreMeant(action: String) throws {
    #expect(try warnings(#", "workload": {"actions": {"\#(action)": 1}}"#) == [])
  }

  @Test func proposalsExpireBeforeTheirTally() throws {
    let expiry = #", "config": {"default_expiry_seconds": 5}"#
    #expect(
      try warnings(expiry) == [
        "config.default_expiry_seconds: proposals expire after 5 s, before the tally after "
          + "8 s, so no tally at the deadline decides; use at least the deadline, or 0 for never"
      ])
    #expect(try warnings(expiry + #", "safeguards": {"tally": "decisive"}"#) == [])
    #expect(try warnings(expiry + #", "workload": {"tally": "quorum"}"#) == [])
    #expect(try warnings(expiry + #", "workload": {"deadline": 5}"#) == [])
  }

  @Test func nobodyVotesByTheFacts() throws {
    let opposer = #"{"name": "t", "role": "byzantine", "count": 3, "strategy": "oppose"}"#
    #expect(
      try warnings("", voters: opposer) == [
        "voters: there is no honest voter, so nobody votes by the facts"
      ])
    let sweep = #", "sweep": {"voters.h.count": [0, 1, 2]}"#
    let both = #"{"name": "h", "role": "honest", "count": 3}, "# + opposer
    #expect(
      try warnings(sweep, voters: both) == [
        "voters: there is no honest voter, so nobody votes by the facts "
          + "(cell 1: voters.h.count = 0)"
      ])
  }

  @Test func votesCannotArriveByTheDeadline() throws {
    let slow = #"{"name": "h", "role": "honest", "count": 3, "latency": 7.5}"#
    func late(_ least: String) -> [String] {
      [
        "voters[0].latency: the votes of group 'h' take at least \(least) s, longer than the "
          + "deadline of 8 s, so none arrives in time"
      ]
    }
    #expect(try warnings("", voters: slow) == [])
    #expect(
      try warnings(#", "network": {"latency": {"uniform": {"from": 1, "to": 2}}}"#, voters: slow)
        == late("8.5"))
    let hostile = #", "network": {"scheduler": "adversarial", "max_delay": 2}"#
    #expect(try warnings(hostile, voters: slow) == late("9.5"))
    #expect(try warnings(hostile + #", "workload": {"deadline": 10}"#, voters: slow) == [])
  }

  @Test func anAxisChangesNothing() throws {
    let voters =
      #"{"name": "h", "role": "honest", "count": 3}, "#
      + #"{"name": "t", "role": "byzantine", "count": 0, "strategy": "oppose"}"#
    let idle = #""voters.t.rate": [0.5, 1]"#
    #expect(
      try warnings(#", "sweep": {\#(idle), "seed": [1, 2]}"#, voters: voters) == [
        "sweep.voters.t.rate: no value of this axis changes anything; all its cells give the "
          + "same numbers"
      ])
    #expect(try warnings(#", "sweep": {"seed": [1, 2]}"#) == [])
    #expect(try warnings(#", "sweep": {\#(idle), "voters.t.count": [0, 1]}"#, voters: voters) == [])
  }

  /// Values from the command line have its words for a place.
  @Test func overridesAreWarnedOf() throws {
    let found = try ScenarioFile.checked(
      Array(#"{"name": "s", "voters": [{"name": "h", "role": "honest", "count": 3}]}"#.utf8),
      overrides: [ScenarioOverride(path: "config.default_expiry_seconds", value: "2")]
    ).warnings
    #expect(found.map { $0.place.description } == ["--set config.default_expiry_seconds=2"])
  }
}
