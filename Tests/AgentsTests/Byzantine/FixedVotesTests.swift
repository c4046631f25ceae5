import Consensus
import JSON
import Testing

/// Strategies that vote the same whatever the others do.
struct FixedVotesTests {
  // MARK: Oppose

  @Test func opposersAtTheBoundOfTheTieApproveWhatTheyLike() throws {
    try expectTrace(
      cell([honest(2), traitor("oppose", 2)]), where: .opposes,
      [
        "0.000000000s #1 honest-1 proposes to quarantine worker-1 (unwarranted)",
        "0.000000000s #1 traitor-1 votes approve: accepted, 1:0:0",
        "0.000000000s #1 traitor-2 votes approve: accepted, 2:0:0",
        "1.000000000s #1 honest-1 votes reject: accepted, 2:1:0",
        "1.000000000s #1 honest-2 votes reject: accepted, 2:2:0",
        "8.000000000s #1 coordinator tallies 2:2:0: approved, WRONG",
        "8.000000000s #1 coordinator executes",
      ])
  }

  @Test func againstOpposersTiesReject() throws {
    try expectTrace(
      cell([honest(2), traitor("oppose", 2)], safeguards: ["ties": "reject"]), where: .opposes,
      [
        "0.000000000s #1 honest-1 proposes to quarantine worker-1 (unwarranted)",
        "0.000000000s #1 traitor-1 votes approve: accepted, 1:0:0",
        "0.000000000s #1 traitor-2 votes approve: accepted, 2:0:0",
        "1.000000000s #1 honest-1 votes reject: accepted, 2:1:0",
        "1.000000000s #1 honest-2 votes reject: accepted, 2:2:0",
        "8.000000000s #1 coordinator tallies 2:2:0: rejected, right",
      ])
  }

  @Test func anOpposerAloneIsHarmless() throws {
    try expectTrace(
      cell([honest(3), traitor("oppose")]), where: .opposes,
      [
        "0.000000000s #1 honest-1 proposes to quarantine worker-1 (unwarranted)",
        "0.000000000s #1 traitor-1 votes approve: accepted, 1:0:0",
        "1.000000000s #1 honest-1 votes reject: accepted, 1:1:0",
        "1.000000000s #1 honest-2 votes reject: accepted, 1:2:0",
        "1.000000000s #1 honest-3 votes reject: accepted, 1:3:0",
        "8.000000000s #1 coordinator tallies 1:3:0: rejected, right",
      ])
  }

  /// Three of four are more than any rule survives: what they say looks like what is true.
  @Test func againstAMajorityOfOpposersNothingHelps() throws {
    let safeguards = try cell(
      [honest(1), traitor("oppose", 3)],
      safeguards: [
        "quorum": "bft", "ties": "reject", "rule": "certificate", "tally": "decisive",
        "authentication": "hmac", "weight_cap": 0.25, "quorum_unit": "weight",
      ])
    try expectTrace(
      safeguards, where: .opposes,
      [
        "0.000000000s #1 honest-1 proposes to quarantine worker-1 (unwarranted)",
        "0.000000000s #1 traitor-1 votes approve: accepted, 1:0:0",
        "0.000000000s #1 traitor-2 votes approve: accepted, 2:0:0",
        "0.000000000s #1 traitor-3 votes approve: accepted, 3:0:0",
        "1.000000000s #1 honest-1 votes reject: accepted, 3:1:0",
        "8.000000000s #1 coordinator tallies 3:1:0: approved, WRONG",
        "8.000000000s #1 coordinator executes",
      ])
  }

  // MARK: Weights

  @Test func aHeavyOpposerOutweighsThree() throws {
    try expectTrace(
      cell([honest(3), traitor("oppose", 1, ["weight": 3])]), where: .opposes,
      [
        "0.000000000s #1 honest-1 proposes to quarantine worker-1 (unwarranted)",
        "0.000000000s #1 traitor-1 votes approve: accepted, 1:0:0",
        "1.000000000s #1 honest-1 votes reject: accepted, 1:1:0",
        "1.000000000s #1 honest-2 votes reject: accepted, 1:2:0",
        "1.000000000s #1 honest-3 votes reject: accepted, 1:3:0",
        "8.000000000s #1 coordinator tallies 1:3:0: approved, WRONG",
        "8.000000000s #1 coordinator executes",
      ])
  }

  @Test func aWeightCapMakesTheHeavyOpposerOneOfFour() throws {
    let capped = try cell(
      [honest(3), traitor("oppose", 1, ["weight": 3])], safeguards: ["weight_cap": 0.25])
    try expectTrace(
      capped, where: .opposes,
      [
        "0.000000000s #1 honest-1 proposes to quarantine worker-1 (unwarranted)",
        "0.000000000s #1 traitor-1 votes approve: accepted, 1:0:0",
        "1.000000000s #1 honest-1 votes reject: accepted, 1:1:0",
        "1.000000000s #1 honest-2 votes reject: accepted, 1:2:0",
        "1.000000000s #1 honest-3 votes reject: accepted, 1:3:0",
        "8.000000000s #1 coordinator tallies 1:3:0: rejected, right",
      ])
  }

  // MARK: Approve all, reject all

  @Test func approversMakeATie() throws {
    try expectTrace(
      cell([honest(2), traitor("approve_all", 2)]), where: .votes(.approve),
      [
        "0.000000000s #1 honest-1 proposes to quarantine worker-1 (unwarranted)",
        "0.000000000s #1 traitor-1 votes approve: accepted, 1:0:0",
        "0.000000000s #1 traitor-2 votes approve: accepted, 2:0:0",
        "1.000000000s #1 honest-1 votes reject: accepted, 2:1:0",
        "1.000000000s #1 honest-2 votes reject: accepted, 2:2:0",
        "8.000000000s #1 coordinator tallies 2:2:0: approved, WRONG",
        "8.000000000s #1 coordinator executes",
      ])
  }

  @Test func againstApproversACertificateIsNeeded() throws {
    let guarded = try cell(
      [honest(2), traitor("approve_all", 2)], safeguards: ["rule": "certificate"])
    try expectTrace(
      guarded, where: .votes(.approve),
      [
        "0.000000000s #1 honest-1 proposes to quarantine worker-1 (unwarranted)",
        "0.000000000s #1 traitor-1 votes approve: accepted, 1:0:0",
        "0.000000000s #1 traitor-2 votes approve: accepted, 2:0:0",
        "1.000000000s #1 honest-1 votes reject: accepted, 2:1:0",
        "1.000000000s #1 honest-2 votes reject: accepted, 2:2:0",
        "8.000000000s #1 coordinator tallies 2:2:0: no_quorum",
      ])
  }

  @Test func approversHelpWhereTheActionIsWarranted() throws {
    try expectTrace(
      cell([honest(1), traitor("approve_all", 2)], workload: ["warranted": 1]),
      where: .votes(.approve),
      [
        "0.000000000s #1 honest-1 proposes to quarantine worker-1 (warranted)",
        "0.000000000s #1 traitor-1 votes approve: accepted, 1:0:0",
        "0.000000000s #1 traitor-2 votes approve: accepted, 2:0:0",
        "1.000000000s #1 honest-1 votes approve: accepted, 3:0:0",
        "8.000000000s #1 coordinator tallies 3:0:0: approved, right",
        "8.000000000s #1 coordinator executes",
      ])
  }

  @Test func rejectersKeepACriticalActionFromItsSupermajority() throws {
    let attack = try cell(
      [honest(3), traitor("reject_all", 2)],
      workload: ["warranted": 1, "actions": ["terminate": 1]])
    try expectTrace(
      attack, where: .votes(.reject),
      [
        "0.000000000s #1 honest-1 proposes to terminate worker-1 (warranted)",
        "0.000000000s #1 traitor-1 votes reject: accepted, 0:1:0",
        "0.000000000s #1 traitor-2 votes reject: accepted, 0:2:0",
        "1.000000000s #1 honest-1 votes approve: accepted, 1:2:0",
        "1.000000000s #1 honest-2 votes approve: accepted, 2:2:0",
        "1.000000000s #1 honest-3 votes approve: accepted, 3:2:0",
        "8.000000000s #1 coordinator tallies 3:2:0: rejected, WRONG",
      ])
  }

  /// With certificates two rejecters of five decide nothing; nor does anyone else, which is the
  /// most that can be had while they are more than a third.
  @Test func againstRejectersACertificateIsNeeded() throws {
    let guarded = try cell(
      [honest(3), traitor("reject_all", 2)], safeguards: ["rule": "certificate"],
      workload: ["warranted": 1, "actions": ["terminate": 1]])
    try expectTrace(
      guarded, where: .votes(.reject),
      [
        "0.000000000s #1 honest-1 proposes to terminate worker-1 (warranted)",
        "0.000000000s #1 traitor-1 votes reject: accepted, 0:1:0",
        "0.000000000s #1 traitor-2 votes reject: accepted, 0:2:0",
        "1.000000000s #1 honest-1 votes approve: accepted, 1:2:0",
        "1.000000000s #1 honest-2 votes approve: accepted, 2:2:0",
        "1.000000000s #1 honest-3 votes approve: accepted, 3:2:0",
        "8.000000000s #1 coordinator tallies 3:2:0: no_quorum",
      ])
  }

  @Test func rejectersDoNotMindAnUnwarrantedAction() throws {
    try expectTrace(
      cell([honest(1), traitor("reject_all", 2)]), where: .votes(.reject),
      [
        "0.000000000s #1 honest-1 proposes to quarantine worker-1 (unwarranted)",
        "0.000000000s #1 traitor-1 votes reject: accepted, 0:1:0",
        "0.000000000s #1 traitor-2 votes reject: accepted, 0:2:0",
        "1.000000000s #1 honest-1 votes reject: accepted, 0:3:0",
        "8.000000000s #1 coordinator tallies 0:3:0: rejected, right",
      ])
  }

  // MARK: Random

  @Test func coinsMayMakeATie() throws {
    try expectTrace(
      cell([honest(2), traitor("random", 2)]), trial: 5, where: .votes(.approve),
      [
        "0.000000000s #1 honest-1 proposes to quarantine worker-1 (unwarranted)",
        "0.000000000s #1 traitor-1 votes approve: accepted, 1:0:0",
        "0.000000000s #1 traitor-2 votes approve: accepted, 2:0:0",
        "1.000000000s #1 honest-1 votes reject: accepted, 2:1:0",
        "1.000000000s #1 honest-2 votes reject: accepted, 2:2:0",
        "8.000000000s #1 coordinator tallies 2:2:0: approved, WRONG",
        "8.000000000s #1 coordinator executes",
      ])
  }

  @Test func againstCoinsTiesReject() throws {
    try expectTrace(
      cell([honest(2), traitor("random", 2)], safeguards: ["ties": "reject"]), trial: 5,
      where: .votes(.approve),
      [
        "0.000000000s #1 honest-1 proposes to quarantine worker-1 (unwarranted)",
        "0.000000000s #1 traitor-1 votes approve: accepted, 1:0:0",
        "0.000000000s #1 traitor-2 votes approve: accepted, 2:0:0",
        "1.000000000s #1 honest-1 votes reject: accepted, 2:1:0",
        "1.000000000s #1 honest-2 votes reject: accepted, 2:2:0",
        "8.000000000s #1 coordinator tallies 2:2:0: rejected, right",
      ])
  }

  // MARK: Abstain

  @Test func abstainersLeaveNoQuorum() throws {
    try expectTrace(
      cell([honest(1, "honest", ["weight": 3]), traitor("abstain", 2)]), where: .votes(.abstain),
      [
        "0.000000000s #1 honest-1 proposes to quarantine worker-1 (unwarranted)",
        "0.000000000s #1 traitor-1 votes abstain: accepted, 0:0:1",
        "0.000000000s #1 traitor-2 votes abstain: accepted, 0:0:2",
        "1.000000000s #1 honest-1 votes reject: accepted, 0:1:2",
        "8.000000000s #1 coordinator tallies 0:1:2: no_quorum",
      ])
  }

  /// Where abstainers are light a quorum of weight is there without them; where all weigh the same
  /// no safeguard can tell them from voters who are not there.
  @Test func aQuorumOfWeightCanDoWithoutLightAbstainers() throws {
    let guarded = try cell(
      [honest(1, "honest", ["weight": 3]), traitor("abstain", 2)],
      config: ["quorum_fraction": 0.3], safeguards: ["quorum_unit": "weight"])
    try expectTrace(
      guarded, where: .votes(.abstain),
      [
        "0.000000000s #1 honest-1 proposes to quarantine worker-1 (unwarranted)",
        "0.000000000s #1 traitor-1 votes abstain: accepted, 0:0:1",
        "0.000000000s #1 traitor-2 votes abstain: accepted, 0:0:2",
        "1.000000000s #1 honest-1 votes reject: accepted, 0:1:2",
        "8.000000000s #1 coordinator tallies 0:1:2: rejected, right",
      ])
  }
}
