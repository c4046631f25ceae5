import JSON
import Testing

struct PivotTests {
  @Test func theFewestWhoSufficeTurnTheOutcome() throws {
    try expectTrace(
      cell([honest(1), ring("pivot", 3)]), where: .opposes, by: "ring",
      [
        "0.000000000s #1 honest-1 proposes to quarantine worker-1 (unwarranted)",
        "1.000000000s #1 honest-1 votes reject: accepted, 0:1:0",
        "7.999999999s #1 ring-1 votes approve: accepted, 1:1:0",
        "7.999999999s #1 ring-2 votes approve: accepted, 2:1:0",
        "7.999999999s #1 ring-3 votes reject: accepted, 2:2:0",
        "8.000000000s #1 coordinator tallies 2:2:0: approved, WRONG",
        "8.000000000s #1 coordinator executes",
      ])
  }

  @Test func againstAPivotTiesReject() throws {
    try expectTrace(
      cell([honest(2), ring("pivot", 2)], safeguards: ["ties": "reject"]), where: .waits,
      by: "ring",
      [
        "0.000000000s #1 honest-1 proposes to quarantine worker-1 (unwarranted)",
        "1.000000000s #1 honest-1 votes reject: accepted, 0:1:0",
        "1.000000000s #1 honest-2 votes reject: accepted, 0:2:0",
        "7.999999999s #1 ring-1 votes reject: accepted, 0:3:0",
        "7.999999999s #1 ring-2 votes reject: accepted, 0:4:0",
        "8.000000000s #1 coordinator tallies 0:4:0: rejected, right",
      ])
  }

  @Test func whereAllAreTooFewEachVotesTheTruth() throws {
    try expectTrace(
      cell([honest(3), ring("pivot", 1)]), where: .waits, by: "ring",
      [
        "0.000000000s #1 honest-1 proposes to quarantine worker-1 (unwarranted)",
        "1.000000000s #1 honest-1 votes reject: accepted, 0:1:0",
        "1.000000000s #1 honest-2 votes reject: accepted, 0:2:0",
        "1.000000000s #1 honest-3 votes reject: accepted, 0:3:0",
        "7.999999999s #1 ring-1 votes reject: accepted, 0:4:0",
        "8.000000000s #1 coordinator tallies 0:4:0: rejected, right",
      ])
  }

  /// The honest are wrong by themselves, and no traitor is needed.
  @Test func nobodyBetraysWhatIsWrongAnyway() throws {
    try expectTrace(
      cell([honest(3, "honest", ["accuracy": 0]), ring("pivot", 1)]), where: .waits, by: "ring",
      [
        "0.000000000s #1 honest-1 proposes to quarantine worker-1 (unwarranted)",
        "1.000000000s #1 honest-1 votes approve: accepted, 1:0:0",
        "1.000000000s #1 honest-2 votes approve: accepted, 2:0:0",
        "1.000000000s #1 honest-3 votes approve: accepted, 3:0:0",
        "7.999999999s #1 ring-1 votes reject: accepted, 3:1:0",
        "8.000000000s #1 coordinator tallies 3:1:0: approved, WRONG",
        "8.000000000s #1 coordinator executes",
      ])
  }
}
