import Experiments
import JSON
import Metrics
import Testing

struct ImpersonateTests {
  @Test func oneVoterVotesForAll() throws {
    try expectTrace(
      cell([honest(2), traitor("impersonate")]), where: .forges,
      [
        "0.000000000s #1 honest-1 proposes to quarantine worker-1 (unwarranted)",
        "0.000000000s #1 traitor-1 votes approve: accepted, 1:0:0",
        "0.000000000s #1 traitor-1 votes approve as honest-1: accepted, 2:0:0",
        "0.000000000s #1 traitor-1 votes approve as honest-2: accepted, 3:0:0",
        "1.000000000s #1 honest-1 votes reject: refused, already_voted",
        "1.000000000s #1 honest-2 votes reject: refused, already_voted",
        "8.000000000s #1 coordinator tallies 3:0:0: approved, WRONG",
        "8.000000000s #1 coordinator executes",
      ])
  }

  @Test func authenticationRefusesTheForged() throws {
    try expectTrace(
      cell([honest(2), traitor("impersonate")], safeguards: ["authentication": "hmac"]),
      where: .forges,
      [
        "0.000000000s #1 honest-1 proposes to quarantine worker-1 (unwarranted)",
        "0.000000000s #1 traitor-1 votes approve: accepted, 1:0:0",
        "0.000000000s #1 traitor-1 votes approve as honest-1: refused, not_authentic",
        "0.000000000s #1 traitor-1 votes approve as honest-2: refused, not_authentic",
        "1.000000000s #1 honest-1 votes reject: accepted, 1:1:0",
        "1.000000000s #1 honest-2 votes reject: accepted, 1:2:0",
        "8.000000000s #1 coordinator tallies 1:2:0: rejected, right",
      ])
  }

  @Test(arguments: [("none", accepted: 2, refused: 2), ("hmac", accepted: 0, refused: 2)])
  func theForgedAreCountedWhereTheyAreAccepted(
    authentication: String, accepted: Int, refused: Int
  ) throws {
    var trials = Trials(
      try cell(
        [honest(2), traitor("impersonate")],
        safeguards: ["authentication": .string(authentication)]))
    let counts = trials.run(1...1)
    #expect(counts.total(of: .forgedVotesAccepted) == Int128(accepted))
    #expect(counts.total(of: .votesRefused) == Int128(refused))
  }

  @Test func votesBeforeThoseWhoVoteAtOnce() throws {
    try expectTrace(
      cell([honest(2, "honest", ["latency": 0]), traitor("impersonate")]), where: .forges,
      [
        "0.000000000s #1 honest-1 proposes to quarantine worker-1 (unwarranted)",
        "0.000000000s #1 traitor-1 votes approve: accepted, 1:0:0",
        "0.000000000s #1 traitor-1 votes approve as honest-1: accepted, 2:0:0",
        "0.000000000s #1 traitor-1 votes approve as honest-2: accepted, 3:0:0",
        "0.000000000s #1 honest-1 votes reject: refused, already_voted",
        "0.000000000s #1 honest-2 votes reject: refused, already_voted",
        "8.000000000s #1 coordinator tallies 3:0:0: approved, WRONG",
        "8.000000000s #1 coordinator executes",
      ])
  }

  @Test func votesForThoseWhoAreGoneToo() throws {
    try expectTrace(
      cell([honest(1), gone(3), traitor("impersonate")]), where: .forges,
      [
        "0.000000000s #1 honest-1 proposes to quarantine worker-1 (unwarranted)",
        "0.000000000s #1 traitor-1 votes approve: accepted, 1:0:0",
        "0.000000000s #1 traitor-1 votes approve as honest-1: accepted, 2:0:0",
        "0.000000000s #1 traitor-1 votes approve as gone-1: accepted, 3:0:0",
        "0.000000000s #1 traitor-1 votes approve as gone-2: accepted, 4:0:0",
        "0.000000000s #1 traitor-1 votes approve as gone-3: accepted, 5:0:0",
        "1.000000000s #1 honest-1 votes reject: refused, already_voted",
        "8.000000000s #1 coordinator tallies 5:0:0: approved, WRONG",
        "8.000000000s #1 coordinator executes",
      ])
  }

  @Test func authenticationKeepsTheGoneSilent() throws {
    try expectTrace(
      cell([honest(1), gone(3), traitor("impersonate")], safeguards: ["authentication": "hmac"]),
      where: .forges,
      [
        "0.000000000s #1 honest-1 proposes to quarantine worker-1 (unwarranted)",
        "0.000000000s #1 traitor-1 votes approve: accepted, 1:0:0",
        "0.000000000s #1 traitor-1 votes approve as honest-1: refused, not_authentic",
        "0.000000000s #1 traitor-1 votes approve as gone-1: refused, not_authentic",
        "0.000000000s #1 traitor-1 votes approve as gone-2: refused, not_authentic",
        "0.000000000s #1 traitor-1 votes approve as gone-3: refused, not_authentic",
        "1.000000000s #1 honest-1 votes reject: accepted, 1:1:0",
        "8.000000000s #1 coordinator tallies 1:1:0: no_quorum",
      ])
  }

  @Test func whoeverMayChangeVotesHasTheLastWordOnItsOwn() throws {
    try expectTrace(
      cell([honest(2), traitor("impersonate")], config: ["allow_vote_change": true]),
      where: .forges,
      [
        "0.000000000s #1 honest-1 proposes to quarantine worker-1 (unwarranted)",
        "0.000000000s #1 traitor-1 votes approve: accepted, 1:0:0",
        "0.000000000s #1 traitor-1 votes approve as honest-1: accepted, 2:0:0",
        "0.000000000s #1 traitor-1 votes approve as honest-2: accepted, 3:0:0",
        "1.000000000s #1 honest-1 votes reject: accepted, 2:1:0",
        "1.000000000s #1 honest-2 votes reject: accepted, 1:2:0",
        "8.000000000s #1 coordinator tallies 1:2:0: rejected, right",
      ])
  }

  @Test func withALatencyTheForgedComeTooLate() throws {
    try expectTrace(
      cell([honest(2), traitor("impersonate", 1, ["latency": 2])]), where: .forges,
      [
        "0.000000000s #1 honest-1 proposes to quarantine worker-1 (unwarranted)",
        "1.000000000s #1 honest-1 votes reject: accepted, 0:1:0",
        "1.000000000s #1 honest-2 votes reject: accepted, 0:2:0",
        "2.000000000s #1 traitor-1 votes approve: accepted, 1:2:0",
        "2.000000000s #1 traitor-1 votes approve as honest-1: refused, already_voted",
        "2.000000000s #1 traitor-1 votes approve as honest-2: refused, already_voted",
        "8.000000000s #1 coordinator tallies 1:2:0: rejected, right",
      ])
  }
}
