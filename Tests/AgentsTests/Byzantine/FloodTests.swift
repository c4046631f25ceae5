import Consensus
import JSON
import Testing

struct FloodTests {
  /// One honest voter, one who is gone and one who floods: each proposal ends in a tie.
  @Test func opensAndApprovesAsManyAsItMay() throws {
    try expectTrace(
      cell([honest(1), traitor("flood"), gone(1)], config: ["max_active_proposals": 3]),
      where: .floods,
      [
        "0.000000000s #1 honest-1 proposes to quarantine worker-1 (unwarranted)",
        "0.000000000s #2 traitor-1 proposes to quarantine worker-1 (unwarranted)",
        "0.000000000s #3 traitor-1 proposes to quarantine worker-1 (unwarranted)",
        "0.000000000s #4 traitor-1 proposes to quarantine worker-1 (unwarranted)",
        "0.000000000s #1 traitor-1 votes approve: accepted, 1:0:0",
        "0.000000000s #2 traitor-1 votes approve: accepted, 1:0:0",
        "0.000000000s #3 traitor-1 votes approve: accepted, 1:0:0",
        "0.000000000s #4 traitor-1 votes approve: accepted, 1:0:0",
        "1.000000000s #1 honest-1 votes reject: accepted, 1:1:0",
        "1.000000000s #2 honest-1 votes reject: accepted, 1:1:0",
        "1.000000000s #3 honest-1 votes reject: accepted, 1:1:0",
        "1.000000000s #4 honest-1 votes reject: accepted, 1:1:0",
        "8.000000000s #1 coordinator tallies 1:1:0: approved, WRONG",
        "8.000000000s #1 coordinator executes",
        "8.000000000s #2 coordinator tallies 1:1:0: approved, WRONG",
        "8.000000000s #2 coordinator executes",
        "8.000000000s #3 coordinator tallies 1:1:0: approved, WRONG",
        "8.000000000s #3 coordinator executes",
        "8.000000000s #4 coordinator tallies 1:1:0: approved, WRONG",
        "8.000000000s #4 coordinator executes",
      ])
  }

  @Test func againstTheFloodTiesReject() throws {
    try expectTrace(
      cell(
        [honest(1), traitor("flood"), gone(1)], config: ["max_active_proposals": 1],
        safeguards: ["ties": "reject"]),
      where: .floods,
      [
        "0.000000000s #1 honest-1 proposes to quarantine worker-1 (unwarranted)",
        "0.000000000s #2 traitor-1 proposes to quarantine worker-1 (unwarranted)",
        "0.000000000s #1 traitor-1 votes approve: accepted, 1:0:0",
        "0.000000000s #2 traitor-1 votes approve: accepted, 1:0:0",
        "1.000000000s #1 honest-1 votes reject: accepted, 1:1:0",
        "1.000000000s #2 honest-1 votes reject: accepted, 1:1:0",
        "8.000000000s #1 coordinator tallies 1:1:0: rejected, right",
        "8.000000000s #2 coordinator tallies 1:1:0: rejected, right",
      ])
  }

  /// The limit is per proposer: the flood holds up nobody's proposals but its own.
  @Test func theLimitRefusesTheFloodersOwnTurn() throws {
    let limited = try cell(
      [honest(2), traitor("flood")], config: ["max_active_proposals": 1],
      workload: ["proposals": 3, "interval": 2])
    try expectTrace(
      limited, where: .floods,
      [
        "0.000000000s #1 honest-1 proposes to quarantine worker-1 (unwarranted)",
        "0.000000000s #2 traitor-1 proposes to quarantine worker-1 (unwarranted)",
        "0.000000000s #1 traitor-1 votes approve: accepted, 1:0:0",
        "0.000000000s #2 traitor-1 votes approve: accepted, 1:0:0",
        "1.000000000s #1 honest-1 votes reject: accepted, 1:1:0",
        "1.000000000s #1 honest-2 votes reject: accepted, 1:2:0",
        "1.000000000s #2 honest-1 votes reject: accepted, 1:1:0",
        "1.000000000s #2 honest-2 votes reject: accepted, 1:2:0",
        "2.000000000s #3 honest-2 proposes to quarantine worker-1 (unwarranted)",
        "2.000000000s #3 traitor-1 votes approve: accepted, 1:0:0",
        "3.000000000s #3 honest-1 votes reject: accepted, 1:1:0",
        "3.000000000s #3 honest-2 votes reject: accepted, 1:2:0",
        "4.000000000s - traitor-1 proposes: refused, proposal_limit",
        "8.000000000s #1 coordinator tallies 1:2:0: rejected, right",
        "8.000000000s #2 coordinator tallies 1:2:0: rejected, right",
        "10.000000000s #3 coordinator tallies 1:2:0: rejected, right",
      ])
  }

  /// Another's flood is no occasion: else the second of two would join in where it means to behave.
  @Test func whoeverBehavesOnTheWorkloadOpensNothing() throws {
    let attack = try cell(
      [honest(1), traitor("flood", 2, ["rate": 0.5])], config: ["max_active_proposals": 2])
    var joined = 0
    for trial in 1...40 {
      let lines = trace(attack, trial: trial)
      let floods = lines.filter { $0.contains(" traitor-") && $0.contains("proposes") }
      for voter in ["traitor-1", "traitor-2"] {
        let misbehaves = lines.contains { $0.contains("#1 \(voter) votes approve") }
        #expect(floods.count { $0.contains(voter) } == (misbehaves ? 2 : 0))
        if !misbehaves && !floods.isEmpty { joined += 1 }
      }
    }
    #expect(joined > 0, "one never behaved while the other flooded")
  }

  @Test func eachProposalOfAFloodHasDrawsOfItsOwn() throws {
    let attack = try cell(
      [honest(2, "honest", ["accuracy": 0.5]), traitor("flood")],
      config: ["max_active_proposals": 400], workload: ["warranted": 1, "targets": 2])
    let votes = Votes(in: attack, trials: 1...5)
    #expect(votes.proposals == 5 * 401)
    #expect(votes.isWarranted.count { $0 } == 5)
    for voter in 0..<2 {
      expectRate(votes.count(by: voter, .approve), of: votes.proposals, is: 0.5)
    }
    let lines = trace(attack)
    let targets = lines.filter { $0.contains("traitor-1 proposes") && $0.contains("worker-2") }
    expectRate(targets.count, of: 400, is: 0.5)
  }
}
