import Consensus
import JSON
import Testing

/// Attackers who at times behave: sleepers, camouflage and a rate.
struct DisguiseTests {
  @Test func sleepersActFromTheirProposalOn() throws {
    try expectTrace(
      cell([honest(2), ring("oppose", 2, ["from_proposal": 2])], workload: ["proposals": 2]),
      where: .opposes, by: "ring",
      [
        "0.000000000s #1 honest-1 proposes to quarantine worker-1 (unwarranted)",
        "0.000000000s #1 ring-1 votes reject: accepted, 0:1:0",
        "0.000000000s #1 ring-2 votes reject: accepted, 0:2:0",
        "1.000000000s #1 honest-1 votes reject: accepted, 0:3:0",
        "1.000000000s #1 honest-2 votes reject: accepted, 0:4:0",
        "8.000000000s #1 coordinator tallies 0:4:0: rejected, right",
        "10.000000000s #2 honest-2 proposes to quarantine worker-1 (unwarranted)",
        "10.000000000s #2 ring-1 votes approve: accepted, 1:0:0",
        "10.000000000s #2 ring-2 votes approve: accepted, 2:0:0",
        "11.000000000s #2 honest-1 votes reject: accepted, 2:1:0",
        "11.000000000s #2 honest-2 votes reject: accepted, 2:2:0",
        "18.000000000s #2 coordinator tallies 2:2:0: approved, WRONG",
        "18.000000000s #2 coordinator executes",
      ])
  }

  @Test func againstSleepersTiesReject() throws {
    try expectTrace(
      cell(
        [honest(2), ring("oppose", 2, ["from_proposal": 2])], safeguards: ["ties": "reject"],
        workload: ["proposals": 2]),
      where: .opposes, by: "ring",
      [
        "0.000000000s #1 honest-1 proposes to quarantine worker-1 (unwarranted)",
        "0.000000000s #1 ring-1 votes reject: accepted, 0:1:0",
        "0.000000000s #1 ring-2 votes reject: accepted, 0:2:0",
        "1.000000000s #1 honest-1 votes reject: accepted, 0:3:0",
        "1.000000000s #1 honest-2 votes reject: accepted, 0:4:0",
        "8.000000000s #1 coordinator tallies 0:4:0: rejected, right",
        "10.000000000s #2 honest-2 proposes to quarantine worker-1 (unwarranted)",
        "10.000000000s #2 ring-1 votes approve: accepted, 1:0:0",
        "10.000000000s #2 ring-2 votes approve: accepted, 2:0:0",
        "11.000000000s #2 honest-1 votes reject: accepted, 2:1:0",
        "11.000000000s #2 honest-2 votes reject: accepted, 2:2:0",
        "18.000000000s #2 coordinator tallies 2:2:0: rejected, right",
      ])
  }

  @Test func camouflageHidesTheWholeGroupAtOnce() throws {
    try expectTrace(
      cell([honest(2), ring("oppose", 2, ["camouflage": 0.5])], workload: ["proposals": 3]),
      trial: 3, where: .opposes, by: "ring",
      [
        "0.000000000s #1 honest-1 proposes to quarantine worker-1 (unwarranted)",
        "0.000000000s #1 ring-1 votes approve: accepted, 1:0:0",
        "0.000000000s #1 ring-2 votes approve: accepted, 2:0:0",
        "1.000000000s #1 honest-1 votes reject: accepted, 2:1:0",
        "1.000000000s #1 honest-2 votes reject: accepted, 2:2:0",
        "8.000000000s #1 coordinator tallies 2:2:0: approved, WRONG",
        "8.000000000s #1 coordinator executes",
        "10.000000000s #2 honest-2 proposes to quarantine worker-1 (unwarranted)",
        "10.000000000s #2 ring-1 votes approve: accepted, 1:0:0",
        "10.000000000s #2 ring-2 votes approve: accepted, 2:0:0",
        "11.000000000s #2 honest-1 votes reject: accepted, 2:1:0",
        "11.000000000s #2 honest-2 votes reject: accepted, 2:2:0",
        "18.000000000s #2 coordinator tallies 2:2:0: approved, WRONG",
        "18.000000000s #2 coordinator executes",
        "20.000000000s #3 ring-1 proposes to quarantine worker-1 (unwarranted)",
        "20.000000000s #3 ring-1 votes reject: accepted, 0:1:0",
        "20.000000000s #3 ring-2 votes reject: accepted, 0:2:0",
        "21.000000000s #3 honest-1 votes reject: accepted, 0:3:0",
        "21.000000000s #3 honest-2 votes reject: accepted, 0:4:0",
        "28.000000000s #3 coordinator tallies 0:4:0: rejected, right",
      ])
  }

  @Test func againstACamouflagedRingTiesReject() throws {
    try expectTrace(
      cell(
        [honest(2), ring("oppose", 2, ["camouflage": 0.5])], safeguards: ["ties": "reject"],
        workload: ["proposals": 3]),
      trial: 3, where: .opposes, by: "ring",
      [
        "0.000000000s #1 honest-1 proposes to quarantine worker-1 (unwarranted)",
        "0.000000000s #1 ring-1 votes approve: accepted, 1:0:0",
        "0.000000000s #1 ring-2 votes approve: accepted, 2:0:0",
        "1.000000000s #1 honest-1 votes reject: accepted, 2:1:0",
        "1.000000000s #1 honest-2 votes reject: accepted, 2:2:0",
        "8.000000000s #1 coordinator tallies 2:2:0: rejected, right",
        "10.000000000s #2 honest-2 proposes to quarantine worker-1 (unwarranted)",
        "10.000000000s #2 ring-1 votes approve: accepted, 1:0:0",
        "10.000000000s #2 ring-2 votes approve: accepted, 2:0:0",
        "11.000000000s #2 honest-1 votes reject: accepted, 2:1:0",
        "11.000000000s #2 honest-2 votes reject: accepted, 2:2:0",
        "18.000000000s #2 coordinator tallies 2:2:0: rejected, right",
        "20.000000000s #3 ring-1 proposes to quarantine worker-1 (unwarranted)",
        "20.000000000s #3 ring-1 votes reject: accepted, 0:1:0",
        "20.000000000s #3 ring-2 votes reject: accepted, 0:2:0",
        "21.000000000s #3 honest-1 votes reject: accepted, 0:3:0",
        "21.000000000s #3 honest-2 votes reject: accepted, 0:4:0",
        "28.000000000s #3 coordinator tallies 0:4:0: rejected, right",
      ])
  }

  @Test func withARateEachMisbehavesForItself() throws {
    try expectTrace(
      cell([honest(2), traitor("oppose", 2, ["rate": 0.5])], workload: ["proposals": 3]),
      where: .opposes,
      [
        "0.000000000s #1 honest-1 proposes to quarantine worker-1 (unwarranted)",
        "0.000000000s #1 traitor-1 votes reject: accepted, 0:1:0",
        "0.000000000s #1 traitor-2 votes reject: accepted, 0:2:0",
        "1.000000000s #1 honest-1 votes reject: accepted, 0:3:0",
        "1.000000000s #1 honest-2 votes reject: accepted, 0:4:0",
        "8.000000000s #1 coordinator tallies 0:4:0: rejected, right",
        "10.000000000s #2 honest-2 proposes to quarantine worker-1 (unwarranted)",
        "10.000000000s #2 traitor-1 votes approve: accepted, 1:0:0",
        "10.000000000s #2 traitor-2 votes reject: accepted, 1:1:0",
        "11.000000000s #2 honest-1 votes reject: accepted, 1:2:0",
        "11.000000000s #2 honest-2 votes reject: accepted, 1:3:0",
        "18.000000000s #2 coordinator tallies 1:3:0: rejected, right",
        "20.000000000s #3 traitor-1 proposes to quarantine worker-1 (unwarranted)",
        "20.000000000s #3 traitor-1 votes approve: accepted, 1:0:0",
        "20.000000000s #3 traitor-2 votes approve: accepted, 2:0:0",
        "21.000000000s #3 honest-1 votes reject: accepted, 2:1:0",
        "21.000000000s #3 honest-2 votes reject: accepted, 2:2:0",
        "28.000000000s #3 coordinator tallies 2:2:0: approved, WRONG",
        "28.000000000s #3 coordinator executes",
      ])
  }

  @Test func againstARateACertificateIsNeeded() throws {
    try expectTrace(
      cell(
        [honest(2), traitor("oppose", 2, ["rate": 0.5])], safeguards: ["rule": "certificate"],
        workload: ["proposals": 3]),
      where: .opposes,
      [
        "0.000000000s #1 honest-1 proposes to quarantine worker-1 (unwarranted)",
        "0.000000000s #1 traitor-1 votes reject: accepted, 0:1:0",
        "0.000000000s #1 traitor-2 votes reject: accepted, 0:2:0",
        "1.000000000s #1 honest-1 votes reject: accepted, 0:3:0",
        "1.000000000s #1 honest-2 votes reject: accepted, 0:4:0",
        "8.000000000s #1 coordinator tallies 0:4:0: rejected, right",
        "10.000000000s #2 honest-2 proposes to quarantine worker-1 (unwarranted)",
        "10.000000000s #2 traitor-1 votes approve: accepted, 1:0:0",
        "10.000000000s #2 traitor-2 votes reject: accepted, 1:1:0",
        "11.000000000s #2 honest-1 votes reject: accepted, 1:2:0",
        "11.000000000s #2 honest-2 votes reject: accepted, 1:3:0",
        "18.000000000s #2 coordinator tallies 1:3:0: rejected, right",
        "20.000000000s #3 traitor-1 proposes to quarantine worker-1 (unwarranted)",
        "20.000000000s #3 traitor-1 votes approve: accepted, 1:0:0",
        "20.000000000s #3 traitor-2 votes approve: accepted, 2:0:0",
        "21.000000000s #3 honest-1 votes reject: accepted, 2:1:0",
        "21.000000000s #3 honest-2 votes reject: accepted, 2:2:0",
        "28.000000000s #3 coordinator tallies 2:2:0: no_quorum",
      ])
  }

  // MARK: Participation

  @Test func eachMemberSitsOutForItself() throws {
    let turns = try cell(
      [honest(2), ring("oppose", 2, ["participation": 0.25])],
      workload: ["proposals": 2000, "warranted": 0.5])
    let votes = Votes(in: turns, trials: 1...4)
    let isWrong = [2, 3].map { member in
      zip(votes.of(member), votes.isWarranted).map { $0 != ($1 ? .approve : .reject) }
    }
    for own in isWrong { expectRate(own.count { $0 }, of: own.count, is: 0.25) }
    let both = zip(isWrong[0], isWrong[1]).count { $0 && $1 }
    expectRate(both, of: isWrong[0].count, is: 0.0625)
  }

  @Test func whoSitsOutVotesAsItSees() throws {
    let blind = try cell(
      [honest(2), ring("lockstep", 1, ["participation": 0, "accuracy": 0])],
      workload: ["proposals": 50])
    let votes = Votes(in: blind, trials: 1...1)
    #expect(votes.count(by: 2, .approve) == 50)
  }

  /// Of those who wait for the last moment, too.
  @Test func whoSitsOutDoesNotWait() throws {
    try expectTrace(
      cell(
        [honest(1), ring("pivot", 3, ["participation": 0.5])], workload: ["proposals": 1]),
      trial: 3, where: .waits, by: "ring",
      [
        "0.000000000s #1 honest-1 proposes to quarantine worker-1 (unwarranted)",
        "0.000000000s #1 ring-2 votes reject: accepted, 0:1:0",
        "1.000000000s #1 honest-1 votes reject: accepted, 0:2:0",
        "7.999999999s #1 ring-1 votes approve: accepted, 1:2:0",
        "7.999999999s #1 ring-3 votes approve: accepted, 2:2:0",
        "8.000000000s #1 coordinator tallies 2:2:0: approved, WRONG",
        "8.000000000s #1 coordinator executes",
      ])
  }
}
