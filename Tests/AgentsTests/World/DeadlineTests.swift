import JSON
import Testing

/// What comes first where much happens at one instant.
struct DeadlineTests {
  // MARK: Votes

  @Test func aVoteAtTheDeadlineCounts() throws {
    try expectTrace(
      cell([honest(2, "honest", ["latency": 8])]),
      [
        "0.000000000s #1 honest-1 proposes to quarantine worker-1 (unwarranted)",
        "8.000000000s #1 honest-1 votes reject: accepted, 0:1:0",
        "8.000000000s #1 honest-2 votes reject: accepted, 0:2:0",
        "8.000000000s #1 coordinator tallies 0:2:0: rejected, right",
      ])
  }

  @Test func aNanosecondLaterItIsRefused() throws {
    try expectTrace(
      cell([honest(1, "honest", ["latency": 8]), honest(1, "late", ["latency": 8.000000001])]),
      [
        "0.000000000s #1 honest-1 proposes to quarantine worker-1 (unwarranted)",
        "8.000000000s #1 honest-1 votes reject: accepted, 0:1:0",
        "8.000000000s #1 coordinator tallies 0:1:0: rejected, right",
        "8.000000001s #1 late-1 votes reject: refused, not_open",
      ])
  }

  @Test func votesOfTheOpeningComeBeforeATallyOfTheOpening() throws {
    try expectTrace(
      cell([honest(2, "honest", ["latency": 0]), traitor("premature_tally")]),
      [
        "0.000000000s #1 honest-1 proposes to quarantine worker-1 (unwarranted)",
        "0.000000000s #1 traitor-1 votes approve: accepted, 1:0:0",
        "0.000000000s #1 honest-1 votes reject: accepted, 1:1:0",
        "0.000000000s #1 honest-2 votes reject: accepted, 1:2:0",
        "0.000000000s #1 traitor-1 tallies 1:2:0: rejected, right",
      ])
  }

  // MARK: Tallies

  @Test func talliesAsSoonAsTheQuorumIsThere() throws {
    let abstainer = honest(1, "shy", ["abstain": 1])
    try expectTrace(
      cell(
        [abstainer, honest(1, "second", ["latency": 2]), honest(2, "third", ["latency": 3])],
        workload: ["tally": "quorum"]),
      [
        "0.000000000s #1 shy-1 proposes to quarantine worker-1 (unwarranted)",
        "1.000000000s #1 shy-1 votes abstain: accepted, 0:0:1",
        "2.000000000s #1 second-1 votes reject: accepted, 0:1:1",
        "3.000000000s #1 third-1 votes reject: accepted, 0:2:1",
        "3.000000000s #1 third-2 votes reject: accepted, 0:3:1",
        "3.000000000s #1 coordinator tallies 0:3:1: rejected, right",
      ])
  }

  @Test func talliesAsSoonAsAllAreThere() throws {
    let abstainer = honest(1, "shy", ["abstain": 1])
    try expectTrace(
      cell(
        [abstainer, honest(1, "second", ["latency": 2]), honest(1, "third", ["latency": 3])],
        workload: ["tally": "all"]),
      [
        "0.000000000s #1 shy-1 proposes to quarantine worker-1 (unwarranted)",
        "1.000000000s #1 shy-1 votes abstain: accepted, 0:0:1",
        "2.000000000s #1 second-1 votes reject: accepted, 0:1:1",
        "3.000000000s #1 third-1 votes reject: accepted, 0:2:1",
        "3.000000000s #1 coordinator tallies 0:2:1: rejected, right",
      ])
  }

  @Test(arguments: ["quorum", "all"])
  func talliesAtTheDeadlineAtTheLatest(tally: String) throws {
    let short = try cell(
      [honest(1), gone(2)], workload: ["tally": .string(tally)])
    #expect(trace(short).suffix(1) == ["8.000000000s #1 coordinator tallies 0:1:0: no_quorum"])
  }

  @Test func aQuorumAloneIsNotDecisive() throws {
    try expectTrace(
      cell(
        [honest(2), honest(1, "third", ["latency": 3]), gone(1)], safeguards: ["tally": "decisive"],
        workload: ["tally": "quorum"]),
      [
        "0.000000000s #1 honest-1 proposes to quarantine worker-1 (unwarranted)",
        "1.000000000s #1 honest-1 votes reject: accepted, 0:1:0",
        "1.000000000s #1 honest-2 votes reject: accepted, 0:2:0",
        "1.000000000s #1 coordinator tallies 0:2:0: pending",
        "3.000000000s #1 third-1 votes reject: accepted, 0:3:0",
        "3.000000000s #1 coordinator tallies 0:3:0: rejected, right",
      ])
  }

  // MARK: Expiry

  @Test func whatHasExpiredIsNotDecided() throws {
    try expectTrace(
      cell([honest(2), honest(2, "late", ["latency": 6])], config: ["default_expiry_seconds": 5]),
      [
        "0.000000000s #1 honest-1 proposes to quarantine worker-1 (unwarranted)",
        "1.000000000s #1 honest-1 votes reject: accepted, 0:1:0",
        "1.000000000s #1 honest-2 votes reject: accepted, 0:2:0",
        "6.000000000s #1 late-1 votes reject: refused, expired",
        "6.000000000s #1 late-2 votes reject: refused, not_open",
        "8.000000000s #1 coordinator tallies 0:2:0: no_quorum",
      ])
  }

  @Test func whatExpiresAtTheDeadlineIsDecided() throws {
    try expectTrace(
      cell([honest(2, "honest", ["latency": 8])], config: ["default_expiry_seconds": 8]),
      [
        "0.000000000s #1 honest-1 proposes to quarantine worker-1 (unwarranted)",
        "8.000000000s #1 honest-1 votes reject: accepted, 0:1:0",
        "8.000000000s #1 honest-2 votes reject: accepted, 0:2:0",
        "8.000000000s #1 coordinator tallies 0:2:0: rejected, right",
      ])
  }

  // MARK: Decisive tallies

  /// Proposals then expire at the workload's deadline, whatever the configuration says.
  @Test func aDecisiveTallyKeepsProposalsOpenUntilTheDeadline() throws {
    try expectTrace(
      cell(
        [
          honest(2, "honest", ["latency": 8]), honest(1, "late", ["latency": 8.000000001]), gone(1),
        ], config: ["default_expiry_seconds": 5], safeguards: ["tally": "decisive"]),
      [
        "0.000000000s #1 honest-1 proposes to quarantine worker-1 (unwarranted)",
        "8.000000000s #1 honest-1 votes reject: accepted, 0:1:0",
        "8.000000000s #1 honest-2 votes reject: accepted, 0:2:0",
        "8.000000000s #1 coordinator tallies 0:2:0: rejected, right",
        "8.000000001s #1 late-1 votes reject: refused, not_open",
      ])
  }

  @Test func atTheDeadlineADecisiveTallyTakesWhatIsThere() throws {
    try expectTrace(
      cell([honest(3), traitor("oppose"), gone(2)], safeguards: ["tally": "decisive"]),
      [
        "0.000000000s #1 honest-1 proposes to quarantine worker-1 (unwarranted)",
        "0.000000000s #1 traitor-1 votes approve: accepted, 1:0:0",
        "1.000000000s #1 honest-1 votes reject: accepted, 1:1:0",
        "1.000000000s #1 honest-2 votes reject: accepted, 1:2:0",
        "1.000000000s #1 honest-3 votes reject: accepted, 1:3:0",
        "8.000000000s #1 coordinator tallies 1:3:0: rejected, right",
      ])
  }
}
