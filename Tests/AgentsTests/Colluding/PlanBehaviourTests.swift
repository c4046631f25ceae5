import Consensus
import JSON
import Testing

struct PlanBehaviourTests {
  // MARK: Lockstep

  @Test func lockstepFollowsOneCoin() throws {
    try expectTrace(
      cell([honest(2), ring("lockstep", 2)], workload: ["proposals": 2]), where: .votes(.approve),
      by: "ring",
      [
        "0.000000000s #1 honest-1 proposes to quarantine worker-1 (unwarranted)",
        "0.000000000s #1 ring-1 votes approve: accepted, 1:0:0",
        "0.000000000s #1 ring-2 votes approve: accepted, 2:0:0",
        "1.000000000s #1 honest-1 votes reject: accepted, 2:1:0",
        "1.000000000s #1 honest-2 votes reject: accepted, 2:2:0",
        "8.000000000s #1 coordinator tallies 2:2:0: approved, WRONG",
        "8.000000000s #1 coordinator executes",
        "10.000000000s #2 honest-2 proposes to quarantine worker-1 (unwarranted)",
        "10.000000000s #2 ring-1 votes reject: accepted, 0:1:0",
        "10.000000000s #2 ring-2 votes reject: accepted, 0:2:0",
        "11.000000000s #2 honest-1 votes reject: accepted, 0:3:0",
        "11.000000000s #2 honest-2 votes reject: accepted, 0:4:0",
        "18.000000000s #2 coordinator tallies 0:4:0: rejected, right",
      ])
  }

  @Test func againstLockstepTiesReject() throws {
    try expectTrace(
      cell(
        [honest(2), ring("lockstep", 2)], safeguards: ["ties": "reject"],
        workload: ["proposals": 2]),
      where: .votes(.approve), by: "ring",
      [
        "0.000000000s #1 honest-1 proposes to quarantine worker-1 (unwarranted)",
        "0.000000000s #1 ring-1 votes approve: accepted, 1:0:0",
        "0.000000000s #1 ring-2 votes approve: accepted, 2:0:0",
        "1.000000000s #1 honest-1 votes reject: accepted, 2:1:0",
        "1.000000000s #1 honest-2 votes reject: accepted, 2:2:0",
        "8.000000000s #1 coordinator tallies 2:2:0: rejected, right",
        "10.000000000s #2 honest-2 proposes to quarantine worker-1 (unwarranted)",
        "10.000000000s #2 ring-1 votes reject: accepted, 0:1:0",
        "10.000000000s #2 ring-2 votes reject: accepted, 0:2:0",
        "11.000000000s #2 honest-1 votes reject: accepted, 0:3:0",
        "11.000000000s #2 honest-2 votes reject: accepted, 0:4:0",
        "18.000000000s #2 coordinator tallies 0:4:0: rejected, right",
      ])
  }

  // MARK: Oppose

  @Test func aRingOpposes() throws {
    try expectTrace(
      cell([honest(2), ring("oppose", 2)]), where: .opposes, by: "ring",
      [
        "0.000000000s #1 honest-1 proposes to quarantine worker-1 (unwarranted)",
        "0.000000000s #1 ring-1 votes approve: accepted, 1:0:0",
        "0.000000000s #1 ring-2 votes approve: accepted, 2:0:0",
        "1.000000000s #1 honest-1 votes reject: accepted, 2:1:0",
        "1.000000000s #1 honest-2 votes reject: accepted, 2:2:0",
        "8.000000000s #1 coordinator tallies 2:2:0: approved, WRONG",
        "8.000000000s #1 coordinator executes",
      ])
  }

  @Test func againstAnOpposingRingACertificateIsNeeded() throws {
    try expectTrace(
      cell([honest(2), ring("oppose", 2)], safeguards: ["rule": "certificate"]), where: .opposes,
      by: "ring",
      [
        "0.000000000s #1 honest-1 proposes to quarantine worker-1 (unwarranted)",
        "0.000000000s #1 ring-1 votes approve: accepted, 1:0:0",
        "0.000000000s #1 ring-2 votes approve: accepted, 2:0:0",
        "1.000000000s #1 honest-1 votes reject: accepted, 2:1:0",
        "1.000000000s #1 honest-2 votes reject: accepted, 2:2:0",
        "8.000000000s #1 coordinator tallies 2:2:0: no_quorum",
      ])
  }

  // MARK: Protect

  @Test func protectsItsTargetAlone() throws {
    let attack = try cell(
      [honest(3), ring("protect", 2, ["targets": ["worker-2"]])],
      workload: ["proposals": 2, "warranted": 1, "targets": 2, "actions": ["terminate": 1]])
    try expectTrace(
      attack, where: .opposes, by: "ring",
      [
        "0.000000000s #1 honest-1 proposes to terminate worker-1 (warranted)",
        "0.000000000s #1 ring-1 votes approve: accepted, 1:0:0",
        "0.000000000s #1 ring-2 votes approve: accepted, 2:0:0",
        "1.000000000s #1 honest-1 votes approve: accepted, 3:0:0",
        "1.000000000s #1 honest-2 votes approve: accepted, 4:0:0",
        "1.000000000s #1 honest-3 votes approve: accepted, 5:0:0",
        "8.000000000s #1 coordinator tallies 5:0:0: approved, right",
        "8.000000000s #1 coordinator executes",
        "10.000000000s #2 honest-2 proposes to terminate worker-2 (warranted)",
        "10.000000000s #2 ring-1 votes reject: accepted, 0:1:0",
        "10.000000000s #2 ring-2 votes reject: accepted, 0:2:0",
        "11.000000000s #2 honest-1 votes approve: accepted, 1:2:0",
        "11.000000000s #2 honest-2 votes approve: accepted, 2:2:0",
        "11.000000000s #2 honest-3 votes approve: accepted, 3:2:0",
        "18.000000000s #2 coordinator tallies 3:2:0: rejected, WRONG",
      ])
  }

  @Test func againstProtectorsACertificateIsNeeded() throws {
    let guarded = try cell(
      [honest(3), ring("protect", 2, ["targets": ["worker-1"]])],
      safeguards: ["rule": "certificate"],
      workload: ["warranted": 1, "actions": ["terminate": 1]])
    try expectTrace(
      guarded, where: .opposes, by: "ring",
      [
        "0.000000000s #1 honest-1 proposes to terminate worker-1 (warranted)",
        "0.000000000s #1 ring-1 votes reject: accepted, 0:1:0",
        "0.000000000s #1 ring-2 votes reject: accepted, 0:2:0",
        "1.000000000s #1 honest-1 votes approve: accepted, 1:2:0",
        "1.000000000s #1 honest-2 votes approve: accepted, 2:2:0",
        "1.000000000s #1 honest-3 votes approve: accepted, 3:2:0",
        "8.000000000s #1 coordinator tallies 3:2:0: no_quorum",
      ])
  }

  // MARK: Frame

  @Test func framesItsTargetAlone() throws {
    let attack = try cell(
      [honest(2), ring("frame", 2, ["targets": ["worker-2"]])],
      workload: ["proposals": 2, "targets": 2])
    try expectTrace(
      attack, where: .opposes, by: "ring",
      [
        "0.000000000s #1 honest-1 proposes to quarantine worker-1 (unwarranted)",
        "0.000000000s #1 ring-1 votes reject: accepted, 0:1:0",
        "0.000000000s #1 ring-2 votes reject: accepted, 0:2:0",
        "1.000000000s #1 honest-1 votes reject: accepted, 0:3:0",
        "1.000000000s #1 honest-2 votes reject: accepted, 0:4:0",
        "8.000000000s #1 coordinator tallies 0:4:0: rejected, right",
        "10.000000000s #2 honest-2 proposes to quarantine worker-2 (unwarranted)",
        "10.000000000s #2 ring-1 votes approve: accepted, 1:0:0",
        "10.000000000s #2 ring-2 votes approve: accepted, 2:0:0",
        "11.000000000s #2 honest-1 votes reject: accepted, 2:1:0",
        "11.000000000s #2 honest-2 votes reject: accepted, 2:2:0",
        "18.000000000s #2 coordinator tallies 2:2:0: approved, WRONG",
        "18.000000000s #2 coordinator executes",
      ])
  }

  @Test func againstAFrameTiesReject() throws {
    try expectTrace(
      cell(
        [honest(2), ring("frame", 2, ["targets": ["worker-1"]])], safeguards: ["ties": "reject"]),
      where: .opposes, by: "ring",
      [
        "0.000000000s #1 honest-1 proposes to quarantine worker-1 (unwarranted)",
        "0.000000000s #1 ring-1 votes approve: accepted, 1:0:0",
        "0.000000000s #1 ring-2 votes approve: accepted, 2:0:0",
        "1.000000000s #1 honest-1 votes reject: accepted, 2:1:0",
        "1.000000000s #1 honest-2 votes reject: accepted, 2:2:0",
        "8.000000000s #1 coordinator tallies 2:2:0: rejected, right",
      ])
  }
}
