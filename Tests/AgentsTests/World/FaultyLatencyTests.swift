import Consensus
import JSON
import Testing

/// Faulty voters whose group gives a latency need time and the network, like everyone.
struct FaultyLatencyTests {
  @Test func withALatencyTheFaultyComeLateLikeEveryone() throws {
    try expectTrace(
      cell([honest(2), traitor("oppose", 2, ["latency": 9])]), where: .opposes,
      [
        "0.000000000s #1 honest-1 proposes to quarantine worker-1 (unwarranted)",
        "1.000000000s #1 honest-1 votes reject: accepted, 0:1:0",
        "1.000000000s #1 honest-2 votes reject: accepted, 0:2:0",
        "8.000000000s #1 coordinator tallies 0:2:0: rejected, right",
        "9.000000000s #1 traitor-1 votes approve: refused, not_open",
        "9.000000000s #1 traitor-2 votes approve: refused, not_open",
      ])
  }

  @Test func withoutOneTheyNeedNeither() throws {
    try expectTrace(
      cell([honest(2), traitor("oppose", 2)], network: ["latency": 9]), where: .opposes,
      [
        "0.000000000s #1 honest-1 proposes to quarantine worker-1 (unwarranted)",
        "0.000000000s #1 traitor-1 votes approve: accepted, 1:0:0",
        "0.000000000s #1 traitor-2 votes approve: accepted, 2:0:0",
        "8.000000000s #1 coordinator tallies 2:0:0: approved, WRONG",
        "8.000000000s #1 coordinator executes",
        "10.000000000s #1 honest-1 votes reject: refused, not_open",
        "10.000000000s #1 honest-2 votes reject: refused, not_open",
      ])
  }

  @Test func aRingWithOneIsLateAltogether() throws {
    try expectTrace(
      cell([honest(2), ring("oppose", 2, ["latency": 2])], network: ["latency": 0.5]),
      where: .opposes, by: "ring",
      [
        "0.000000000s #1 honest-1 proposes to quarantine worker-1 (unwarranted)",
        "1.500000000s #1 honest-1 votes reject: accepted, 0:1:0",
        "1.500000000s #1 honest-2 votes reject: accepted, 0:2:0",
        "2.500000000s #1 ring-1 votes approve: accepted, 1:2:0",
        "2.500000000s #1 ring-2 votes approve: accepted, 2:2:0",
        "8.000000000s #1 coordinator tallies 2:2:0: approved, WRONG",
        "8.000000000s #1 coordinator executes",
      ])
  }

  @Test func itHoldsWhereTheyBehaveToo() throws {
    try expectTrace(
      cell([honest(1), traitor("random", 1, ["latency": 2, "rate": 0])]), where: .votes(.reject),
      [
        "0.000000000s #1 honest-1 proposes to quarantine worker-1 (unwarranted)",
        "1.000000000s #1 honest-1 votes reject: accepted, 0:1:0",
        "2.000000000s #1 traitor-1 votes reject: accepted, 0:2:0",
        "8.000000000s #1 coordinator tallies 0:2:0: rejected, right",
      ])
  }

  /// Each vote is a message with draws of its own.
  @Test func twoVotesTravelEachForItself() throws {
    let lines = try trace(
      cell(
        [traitor("double_vote", 1, ["latency": 1])],
        network: ["latency": ["uniform": ["from": 0, "to": 3]]]))
    let times = lines.filter { $0.contains("votes") }.map { $0.prefix { $0 != "s" } }
    #expect(times.count == 2 && times[0] != times[1])
  }

  @Test func forgedVotesTravelEachForItself() throws {
    let lines = try trace(
      cell(
        [honest(3, "honest", ["latency": 7]), traitor("impersonate", 1, ["latency": 1])],
        network: ["latency": ["uniform": ["from": 0, "to": 3]]]))
    let times = lines.filter { $0.contains("traitor-1 votes") }.map { $0.prefix { $0 != "s" } }
    #expect(times.count == 4 && Set(times).count == 4)
  }

  /// The last moment is the last moment: what is done then takes no time, whatever the group gives.
  @Test func theLastMoverLosesNoTimeAtTheLastMoment() throws {
    let attack = try cell(
      [honest(1), traitor("last_mover", 1, ["latency": 2]), gone(1)], network: ["latency": 0.5])
    try expectTrace(
      attack, where: .waits,
      [
        "0.000000000s #1 honest-1 proposes to quarantine worker-1 (unwarranted)",
        "1.500000000s #1 honest-1 votes reject: accepted, 0:1:0",
        "7.999999999s #1 traitor-1 votes approve: accepted, 1:1:0",
        "8.000000000s #1 coordinator tallies 1:1:0: approved, WRONG",
        "8.000000000s #1 coordinator executes",
      ])
  }

  @Test func theTurncoatNeedsTimeForItsFirstVoteAlone() throws {
    let attack = try cell(
      [honest(1), traitor("flip", 1, ["latency": 2])], config: ["allow_vote_change": true],
      network: ["latency": 0.5])
    try expectTrace(
      attack, where: .waits,
      [
        "0.000000000s #1 honest-1 proposes to quarantine worker-1 (unwarranted)",
        "1.500000000s #1 honest-1 votes reject: accepted, 0:1:0",
        "2.500000000s #1 traitor-1 votes reject: accepted, 0:2:0",
        "7.999999999s #1 traitor-1 votes approve: accepted, 1:1:0",
        "8.000000000s #1 coordinator tallies 1:1:0: approved, WRONG",
        "8.000000000s #1 coordinator executes",
      ])
  }
}
