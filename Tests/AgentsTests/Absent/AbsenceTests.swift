import Consensus
import JSON
import Testing

struct AbsenceTests {
  @Test func theCrashedLeaveNoQuorum() throws {
    try expectTrace(
      cell([honest(1), gone(2)]), where: .staysAway, by: "gone",
      [
        "0.000000000s #1 honest-1 proposes to quarantine worker-1 (unwarranted)",
        "1.000000000s #1 honest-1 votes reject: accepted, 0:1:0",
        "8.000000000s #1 coordinator tallies 0:1:0: no_quorum",
      ])
  }

  @Test func aLowerQuorumDoesWithoutTheCrashed() throws {
    try expectTrace(
      cell([honest(1), gone(2)], config: ["quorum_fraction": 0.3]), where: .staysAway, by: "gone",
      [
        "0.000000000s #1 honest-1 proposes to quarantine worker-1 (unwarranted)",
        "1.000000000s #1 honest-1 votes reject: accepted, 0:1:0",
        "8.000000000s #1 coordinator tallies 0:1:0: rejected, right",
      ])
  }

  /// What the bound promises: one of four may be gone, even where 2f + 1 votes are needed.
  @Test func oneOfFourMayBeGone() throws {
    try expectTrace(
      cell([honest(3), gone(1)], safeguards: ["quorum": "bft", "rule": "certificate"]),
      where: .staysAway, by: "gone",
      [
        "0.000000000s #1 honest-1 proposes to quarantine worker-1 (unwarranted)",
        "1.000000000s #1 honest-1 votes reject: accepted, 0:1:0",
        "1.000000000s #1 honest-2 votes reject: accepted, 0:2:0",
        "1.000000000s #1 honest-3 votes reject: accepted, 0:3:0",
        "8.000000000s #1 coordinator tallies 0:3:0: rejected, right",
      ])
  }

  @Test func votesUntilItCrashes() throws {
    let crash = try cell(
      [honest(1), gone(2, ["mode": "crash_at", "at": 10, "latency": 1])],
      workload: ["proposals": 2])
    try expectTrace(
      crash, where: [.staysAway, .votes(.reject)], by: "gone",
      [
        "0.000000000s #1 honest-1 proposes to quarantine worker-1 (unwarranted)",
        "1.000000000s #1 honest-1 votes reject: accepted, 0:1:0",
        "1.000000000s #1 gone-1 votes reject: accepted, 0:2:0",
        "1.000000000s #1 gone-2 votes reject: accepted, 0:3:0",
        "8.000000000s #1 coordinator tallies 0:3:0: rejected, right",
        "10.000000000s #2 honest-1 proposes to quarantine worker-1 (unwarranted)",
        "11.000000000s #2 honest-1 votes reject: accepted, 0:1:0",
        "18.000000000s #2 coordinator tallies 0:1:0: no_quorum",
      ])
  }

  @Test func aLowerQuorumDoesWithoutTheCrashing() throws {
    let crash = try cell(
      [honest(1), gone(2, ["mode": "crash_at", "at": 10, "latency": 1])],
      config: ["quorum_fraction": 0.3], workload: ["proposals": 2])
    try expectTrace(
      crash, where: .staysAway, by: "gone",
      [
        "0.000000000s #1 honest-1 proposes to quarantine worker-1 (unwarranted)",
        "1.000000000s #1 honest-1 votes reject: accepted, 0:1:0",
        "1.000000000s #1 gone-1 votes reject: accepted, 0:2:0",
        "1.000000000s #1 gone-2 votes reject: accepted, 0:3:0",
        "8.000000000s #1 coordinator tallies 0:3:0: rejected, right",
        "10.000000000s #2 honest-1 proposes to quarantine worker-1 (unwarranted)",
        "11.000000000s #2 honest-1 votes reject: accepted, 0:1:0",
        "18.000000000s #2 coordinator tallies 0:1:0: rejected, right",
      ])
  }

  @Test(arguments: [(at: 10.999999999, votes: 0), (at: 11, votes: 0), (at: 11.000000001, votes: 1)])
  func aCrashSwallowsTheVoteStillThoughtAbout(at: Double, votes: Int) throws {
    let crash = try cell(
      [honest(1), gone(1, ["mode": "crash_at", "at": .number(.double(at)), "latency": 1])],
      workload: ["proposals": 2])
    #expect(trace(crash).filter { $0.contains("#2 gone-1 votes") }.count == votes)
  }

  @Test func comesNowAndThen() throws {
    let attendance = try cell(
      [honest(1), gone(2, ["mode": "intermittent", "availability": 0.5])],
      workload: ["proposals": 3])
    try expectTrace(
      attendance, where: [.staysAway, .votes(.reject)], by: "gone",
      [
        "0.000000000s #1 honest-1 proposes to quarantine worker-1 (unwarranted)",
        "1.000000000s #1 honest-1 votes reject: accepted, 0:1:0",
        "8.000000000s #1 coordinator tallies 0:1:0: no_quorum",
        "10.000000000s #2 honest-1 proposes to quarantine worker-1 (unwarranted)",
        "10.000000000s #2 gone-2 votes reject: accepted, 0:1:0",
        "11.000000000s #2 honest-1 votes reject: accepted, 0:2:0",
        "18.000000000s #2 coordinator tallies 0:2:0: rejected, right",
        "20.000000000s #3 honest-1 proposes to quarantine worker-1 (unwarranted)",
        "20.000000000s #3 gone-2 votes reject: accepted, 0:1:0",
        "21.000000000s #3 honest-1 votes reject: accepted, 0:2:0",
        "28.000000000s #3 coordinator tallies 0:2:0: rejected, right",
      ])
  }

  @Test func aLowerQuorumDoesWithoutTheIntermittent() throws {
    let attendance = try cell(
      [honest(1), gone(2, ["mode": "intermittent", "availability": 0.5])],
      config: ["quorum_fraction": 0.3], workload: ["proposals": 3])
    try expectTrace(
      attendance, where: .staysAway, by: "gone",
      [
        "0.000000000s #1 honest-1 proposes to quarantine worker-1 (unwarranted)",
        "1.000000000s #1 honest-1 votes reject: accepted, 0:1:0",
        "8.000000000s #1 coordinator tallies 0:1:0: rejected, right",
        "10.000000000s #2 honest-1 proposes to quarantine worker-1 (unwarranted)",
        "10.000000000s #2 gone-2 votes reject: accepted, 0:1:0",
        "11.000000000s #2 honest-1 votes reject: accepted, 0:2:0",
        "18.000000000s #2 coordinator tallies 0:2:0: rejected, right",
        "20.000000000s #3 honest-1 proposes to quarantine worker-1 (unwarranted)",
        "20.000000000s #3 gone-2 votes reject: accepted, 0:1:0",
        "21.000000000s #3 honest-1 votes reject: accepted, 0:2:0",
        "28.000000000s #3 coordinator tallies 0:2:0: rejected, right",
      ])
  }
}
