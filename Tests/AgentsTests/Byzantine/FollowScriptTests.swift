import JSON
import Testing

struct FollowScriptTests {
  private func actor(_ script: JSONValue, _ count: Int = 1) -> JSONValue {
    traitor("scripted", count, ["script": script])
  }

  @Test func votesAndTalliesWhenTheScriptSaysSo() throws {
    try expectTrace(
      cell([
        honest(3),
        actor([["at": 1, "tally": true], ["at": 0.5, "vote": "approve"]]),
      ]), where: .tallies,
      [
        "0.000000000s #1 honest-1 proposes to quarantine worker-1 (unwarranted)",
        "0.500000000s #1 traitor-1 votes approve: accepted, 1:0:0",
        "1.000000000s #1 honest-1 votes reject: accepted, 1:1:0",
        "1.000000000s #1 honest-2 votes reject: accepted, 1:2:0",
        "1.000000000s #1 honest-3 votes reject: accepted, 1:3:0",
        "1.000000000s #1 traitor-1 tallies 1:3:0: rejected, right",
      ])
  }

  @Test func stepsOfOneMomentAreDoneOnce() throws {
    try expectTrace(
      cell(
        [
          honest(1),
          actor([["at": 2, "vote": "approve", "tally": true], ["at": 2, "vote": "reject"]]),
        ]
      ), where: .votesBothWays,
      [
        "0.000000000s #1 honest-1 proposes to quarantine worker-1 (unwarranted)",
        "1.000000000s #1 honest-1 votes reject: accepted, 0:1:0",
        "2.000000000s #1 traitor-1 votes approve: accepted, 1:1:0",
        "2.000000000s #1 traitor-1 votes reject: refused, already_voted",
        "2.000000000s #1 traitor-1 tallies 1:1:0: approved, WRONG",
        "2.000000000s #1 coordinator executes",
      ])
  }

  @Test func eachReplicaIsToldWhatTheScriptHasForIt() throws {
    let script: JSONValue = [
      ["at": 0, "vote": "approve", "to": ["left"]], ["at": 0, "vote": "reject", "to": ["right"]],
      ["at": 3, "vote": "abstain"], ["at": 4, "tally": true],
    ]
    try expectTrace(
      cell(
        [honest(1, "left"), honest(1, "right"), actor(script)],
        network: ["latency": 20], mode: "replicated"), where: .votesBothWays,
      [
        "0.000000000s #1 left-1 proposes to quarantine worker-1 (unwarranted)",
        "0.000000000s #1 [left-1] traitor-1 votes approve: accepted, 1:0:0",
        "0.000000000s #1 [right-1] traitor-1 votes reject: accepted, 0:1:0",
        "1.000000000s #1 [left-1] left-1 votes reject: accepted, 1:1:0",
        "1.000000000s #1 [right-1] right-1 votes reject: accepted, 0:2:0",
        "3.000000000s #1 [left-1] traitor-1 votes abstain: refused, already_voted",
        "3.000000000s #1 [right-1] traitor-1 votes abstain: refused, already_voted",
        "8.000000000s #1 [left-1] coordinator tallies 1:1:0: approved, WRONG",
        "8.000000000s #1 [left-1] coordinator executes",
        "8.000000000s #1 [right-1] coordinator tallies 0:2:0: rejected, right",
        "21.000000000s #1 [right-1] left-1 votes reject: refused, not_open",
        "21.000000000s #1 [left-1] right-1 votes reject: refused, not_open",
      ])
  }

  /// A script is played from each proposal's own opening.
  @Test func everyProposalIsPlayedAnew() throws {
    let twice = try cell(
      [honest(1), actor([["at": 2, "vote": "approve"]])], workload: ["proposals": 2])
    #expect(
      trace(twice).filter { $0.contains("traitor-1 votes") } == [
        "2.000000000s #1 traitor-1 votes approve: accepted, 1:1:0",
        "12.000000000s #2 traitor-1 votes approve: accepted, 1:1:0",
      ])
  }

  /// Who has no steps does not even abstain.
  @Test func anEmptyScriptIsSilence() throws {
    let lines = trace(try cell([honest(1), actor([])]))
    #expect(lines.count == 3 && !lines.contains { $0.contains("traitor") })
  }

  // MARK: Conditions

  /// It waits until the honest have rejected twice, which the votes of others do not bring about.
  @Test func waitsForVotes() throws {
    let waiting: JSONValue = [
      [
        "when": ["votes": ["late": ["reject": 2, "approve": ["to": 1]]]], "vote": "approve",
        "tally": true,
      ]
    ]
    try expectTrace(
      cell([
        honest(2), honest(3, "late", ["latency": ["uniform": ["from": 2, "to": 4]]]),
        actor(waiting),
      ]), where: .tallies,
      [
        "0.000000000s #1 honest-1 proposes to quarantine worker-1 (unwarranted)",
        "1.000000000s #1 honest-1 votes reject: accepted, 0:1:0",
        "1.000000000s #1 honest-2 votes reject: accepted, 0:2:0",
        "2.087662658s #1 late-2 votes reject: accepted, 0:3:0",
        "3.281140523s #1 late-3 votes reject: accepted, 0:4:0",
        "3.281140523s #1 traitor-1 votes approve: accepted, 1:4:0",
        "3.281140523s #1 traitor-1 tallies 1:4:0: rejected, right",
        "3.809044173s #1 late-1 votes reject: refused, not_open",
      ])
  }

  /// Nobody has voted when a proposal opens.
  @Test(
    arguments: [
      (["approve": 0, "reject": ["to": 3]], true), (["approve": ["from": 1]], false),
      (["abstain": 0], true), ([:], true),
    ] as [(JSONValue, Bool)])
  func whatIsSoAtTheOpeningIsDoneThere(votes: JSONValue, isDone: Bool) throws {
    let script: JSONValue = [["when": ["votes": ["honest": votes]], "vote": "approve"]]
    let votesCast = trace(try cell([honest(3), actor(script)])).filter {
      $0.contains("0.000000000s #1 traitor-1 votes approve: accepted")
    }
    #expect(votesCast.count == (isDone ? 1 : 0))
  }

  /// What is so again is not done again.
  @Test func aVoteThatStandsIsNotCastAgain() throws {
    let script: JSONValue = [
      ["when": ["votes": ["honest": ["reject": ["from": 1]]]], "vote": "approve"]
    ]
    let scenario = try cell([
      honest(3, "honest", ["latency": ["uniform": ["from": 1, "to": 4]]]), actor(script, 2),
    ])
    #expect(trace(scenario).count { $0.contains("traitor") && $0.contains("accepted") } == 2)
    #expect(!trace(scenario).contains { $0.contains("refused") })
  }

  /// At a time, a step is done if it is so then; and only on the proposals that it is about.
  @Test(
    arguments: [
      (["votes": ["honest": ["reject": 3]]], true), (["votes": ["honest": ["reject": 2]]], false),
      (["warranted": false], true), (["warranted": true], false),
      (["actions": ["terminate", "quarantine"]], true), (["actions": ["terminate"]], false),
      (["warranted": false, "actions": ["terminate"]], false), ([:], true),
    ] as [(JSONValue, Bool)])
  func aStepAtATimeMayHaveACondition(condition: JSONValue, isDone: Bool) throws {
    let script: JSONValue = [["at": 2, "when": condition, "vote": "approve"]]
    let scenario = try cell(
      [honest(3), actor(script)], workload: ["actions": ["quarantine": 1, "terminate": 0]])
    let lines = trace(scenario)
    #expect(lines.contains { $0.contains("traitor-1 votes approve") } == isDone)
  }
}
