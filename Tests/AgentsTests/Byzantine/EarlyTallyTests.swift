import JSON
import Testing

/// Strategies that tally before the others have voted.
struct EarlyTallyTests {
  private let threeWhoCome = [
    honest(1, "first"), honest(1, "second", ["latency": 2]), honest(1, "third", ["latency": 3]),
  ]

  // MARK: Rush

  @Test func oneTraitorAndOneEarlyHonestVoteMakeATie() throws {
    try expectTrace(
      cell(threeWhoCome + [traitor("rush")]), where: .tallies,
      [
        "0.000000000s #1 first-1 proposes to quarantine worker-1 (unwarranted)",
        "0.000000000s #1 traitor-1 votes approve: accepted, 1:0:0",
        "1.000000000s #1 first-1 votes reject: accepted, 1:1:0",
        "1.000000000s #1 traitor-1 tallies 1:1:0: approved, WRONG",
        "1.000000000s #1 coordinator executes",
        "2.000000000s #1 second-1 votes reject: refused, not_open",
        "3.000000000s #1 third-1 votes reject: refused, not_open",
      ])
  }

  @Test(
    arguments: [
      ["tally": "decisive"], ["ties": "reject"], ["quorum": "bft"], ["rule": "certificate"],
    ] as [JSONValue])
  func againstTheRushOfOneOfFour(safeguards: JSONValue) throws {
    try expectTrace(
      cell(threeWhoCome + [traitor("rush")], safeguards: safeguards), where: .opposes,
      [
        "0.000000000s #1 first-1 proposes to quarantine worker-1 (unwarranted)",
        "0.000000000s #1 traitor-1 votes approve: accepted, 1:0:0",
        "1.000000000s #1 first-1 votes reject: accepted, 1:1:0",
        "2.000000000s #1 second-1 votes reject: accepted, 1:2:0",
        "3.000000000s #1 third-1 votes reject: accepted, 1:3:0",
        "8.000000000s #1 coordinator tallies 1:3:0: rejected, right",
      ])
  }

  @Test func whoRushesWaitsForTheWrongOutcome() throws {
    try expectTrace(
      cell(threeWhoCome + [traitor("rush")], workload: ["warranted": 1]), where: .opposes,
      [
        "0.000000000s #1 first-1 proposes to quarantine worker-1 (warranted)",
        "0.000000000s #1 traitor-1 votes reject: accepted, 0:1:0",
        "1.000000000s #1 first-1 votes approve: accepted, 1:1:0",
        "2.000000000s #1 second-1 votes approve: accepted, 2:1:0",
        "3.000000000s #1 third-1 votes approve: accepted, 3:1:0",
        "8.000000000s #1 coordinator tallies 3:1:0: approved, right",
        "8.000000000s #1 coordinator executes",
      ])
  }

  @Test func lightTraitorsRushAQuorumOfVoters() throws {
    try expectTrace(
      cell([honest(2, "honest", ["weight": 5]), traitor("rush", 2)]), where: .tallies,
      [
        "0.000000000s #1 honest-1 proposes to quarantine worker-1 (unwarranted)",
        "0.000000000s #1 traitor-1 votes approve: accepted, 1:0:0",
        "0.000000000s #1 traitor-2 votes approve: accepted, 2:0:0",
        "0.000000000s #1 traitor-1 tallies 2:0:0: approved, WRONG",
        "0.000000000s #1 coordinator executes",
        "1.000000000s #1 honest-1 votes reject: refused, not_open",
        "1.000000000s #1 honest-2 votes reject: refused, not_open",
      ])
  }

  @Test func aQuorumOfWeightWaitsForTheHeavy() throws {
    try expectTrace(
      cell(
        [honest(2, "honest", ["weight": 5]), traitor("rush", 2)],
        safeguards: ["quorum_unit": "weight"]),
      where: .opposes,
      [
        "0.000000000s #1 honest-1 proposes to quarantine worker-1 (unwarranted)",
        "0.000000000s #1 traitor-1 votes approve: accepted, 1:0:0",
        "0.000000000s #1 traitor-2 votes approve: accepted, 2:0:0",
        "1.000000000s #1 honest-1 votes reject: accepted, 2:1:0",
        "1.000000000s #1 honest-2 votes reject: accepted, 2:2:0",
        "8.000000000s #1 coordinator tallies 2:2:0: rejected, right",
      ])
  }

  // MARK: Premature tally

  @Test func aTallyAtTheOpeningEndsInNoQuorum() throws {
    try expectTrace(
      cell([honest(2), traitor("premature_tally")]), where: .tallies,
      [
        "0.000000000s #1 honest-1 proposes to quarantine worker-1 (unwarranted)",
        "0.000000000s #1 traitor-1 votes approve: accepted, 1:0:0",
        "0.000000000s #1 traitor-1 tallies 1:0:0: no_quorum",
        "1.000000000s #1 honest-1 votes reject: refused, not_open",
        "1.000000000s #1 honest-2 votes reject: refused, not_open",
      ])
  }

  @Test func aDecisiveTallyDoesNotEndAnythingEarly() throws {
    try expectTrace(
      cell([honest(2), traitor("premature_tally")], safeguards: ["tally": "decisive"]),
      where: .tallies,
      [
        "0.000000000s #1 honest-1 proposes to quarantine worker-1 (unwarranted)",
        "0.000000000s #1 traitor-1 votes approve: accepted, 1:0:0",
        "0.000000000s #1 traitor-1 tallies 1:0:0: pending",
        "1.000000000s #1 honest-1 votes reject: accepted, 1:1:0",
        "1.000000000s #1 honest-2 votes reject: accepted, 1:2:0",
        "8.000000000s #1 coordinator tallies 1:2:0: rejected, right",
      ])
  }
}
