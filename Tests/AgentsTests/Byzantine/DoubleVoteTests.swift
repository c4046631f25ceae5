import JSON
import Testing

struct DoubleVoteTests {
  /// The protocol's own safeguard: a second vote is refused, so that two votes weigh no more than
  /// one, and one of four is harmless.
  @Test func theSecondVoteIsRefused() throws {
    try expectTrace(
      cell([honest(3), traitor("double_vote")]), where: .votesBothWays,
      [
        "0.000000000s #1 honest-1 proposes to quarantine worker-1 (unwarranted)",
        "0.000000000s #1 traitor-1 votes approve: accepted, 1:0:0",
        "0.000000000s #1 traitor-1 votes reject: refused, already_voted",
        "1.000000000s #1 honest-1 votes reject: accepted, 1:1:0",
        "1.000000000s #1 honest-2 votes reject: accepted, 1:2:0",
        "1.000000000s #1 honest-3 votes reject: accepted, 1:3:0",
        "8.000000000s #1 coordinator tallies 1:3:0: rejected, right",
      ])
  }

  @Test func whereTheFirstVoteCountsItIsTheWrongOne() throws {
    try expectTrace(
      cell([honest(2), traitor("double_vote", 2)]), where: .votesBothWays,
      [
        "0.000000000s #1 honest-1 proposes to quarantine worker-1 (unwarranted)",
        "0.000000000s #1 traitor-1 votes approve: accepted, 1:0:0",
        "0.000000000s #1 traitor-1 votes reject: refused, already_voted",
        "0.000000000s #1 traitor-2 votes approve: accepted, 2:0:0",
        "0.000000000s #1 traitor-2 votes reject: refused, already_voted",
        "1.000000000s #1 honest-1 votes reject: accepted, 2:1:0",
        "1.000000000s #1 honest-2 votes reject: accepted, 2:2:0",
        "8.000000000s #1 coordinator tallies 2:2:0: approved, WRONG",
        "8.000000000s #1 coordinator executes",
      ])
  }

  @Test func whereTheLastVoteCountsItIsTheWrongOne() throws {
    try expectTrace(
      cell([honest(2), traitor("double_vote", 2)], config: ["allow_vote_change": true]),
      where: .votesBothWays,
      [
        "0.000000000s #1 honest-1 proposes to quarantine worker-1 (unwarranted)",
        "0.000000000s #1 traitor-1 votes reject: accepted, 0:1:0",
        "0.000000000s #1 traitor-1 votes approve: accepted, 1:0:0",
        "0.000000000s #1 traitor-2 votes reject: accepted, 1:1:0",
        "0.000000000s #1 traitor-2 votes approve: accepted, 2:0:0",
        "1.000000000s #1 honest-1 votes reject: accepted, 2:1:0",
        "1.000000000s #1 honest-2 votes reject: accepted, 2:2:0",
        "8.000000000s #1 coordinator tallies 2:2:0: approved, WRONG",
        "8.000000000s #1 coordinator executes",
      ])
  }

  @Test func againstDoubleVotersTiesReject() throws {
    try expectTrace(
      cell([honest(2), traitor("double_vote", 2)], safeguards: ["ties": "reject"]),
      where: .votesBothWays,
      [
        "0.000000000s #1 honest-1 proposes to quarantine worker-1 (unwarranted)",
        "0.000000000s #1 traitor-1 votes approve: accepted, 1:0:0",
        "0.000000000s #1 traitor-1 votes reject: refused, already_voted",
        "0.000000000s #1 traitor-2 votes approve: accepted, 2:0:0",
        "0.000000000s #1 traitor-2 votes reject: refused, already_voted",
        "1.000000000s #1 honest-1 votes reject: accepted, 2:1:0",
        "1.000000000s #1 honest-2 votes reject: accepted, 2:2:0",
        "8.000000000s #1 coordinator tallies 2:2:0: rejected, right",
      ])
  }

  @Test func onWhatIsWarrantedTheVoteAgainstItStands() throws {
    try expectTrace(
      cell([honest(1), traitor("double_vote", 2)], workload: ["warranted": 1]),
      where: .votesBothWays,
      [
        "0.000000000s #1 honest-1 proposes to quarantine worker-1 (warranted)",
        "0.000000000s #1 traitor-1 votes reject: accepted, 0:1:0",
        "0.000000000s #1 traitor-1 votes approve: refused, already_voted",
        "0.000000000s #1 traitor-2 votes reject: accepted, 0:2:0",
        "0.000000000s #1 traitor-2 votes approve: refused, already_voted",
        "1.000000000s #1 honest-1 votes approve: accepted, 1:2:0",
        "8.000000000s #1 coordinator tallies 1:2:0: rejected, WRONG",
      ])
  }
}
