import JSON
import Testing

/// Strategies that act a nanosecond before the deadline.
struct LastMinuteTests {
  // MARK: Flip

  @Test func turncoatsFlipWhereVotesMayBeChanged() throws {
    try expectTrace(
      cell([honest(2), traitor("flip", 2)], config: ["allow_vote_change": true]), where: .waits,
      [
        "0.000000000s #1 honest-1 proposes to quarantine worker-1 (unwarranted)",
        "0.000000000s #1 traitor-1 votes reject: accepted, 0:1:0",
        "0.000000000s #1 traitor-2 votes reject: accepted, 0:2:0",
        "1.000000000s #1 honest-1 votes reject: accepted, 0:3:0",
        "1.000000000s #1 honest-2 votes reject: accepted, 0:4:0",
        "7.999999999s #1 traitor-1 votes approve: accepted, 1:3:0",
        "7.999999999s #1 traitor-2 votes approve: accepted, 2:2:0",
        "8.000000000s #1 coordinator tallies 2:2:0: approved, WRONG",
        "8.000000000s #1 coordinator executes",
      ])
  }

  @Test func againstTurncoatsVotesMayNotBeChanged() throws {
    let guarded = try cell([honest(2), traitor("flip", 2)])
    try expectTrace(
      guarded, where: [.waits, .votesBothWays],
      [
        "0.000000000s #1 honest-1 proposes to quarantine worker-1 (unwarranted)",
        "0.000000000s #1 traitor-1 votes reject: accepted, 0:1:0",
        "0.000000000s #1 traitor-2 votes reject: accepted, 0:2:0",
        "1.000000000s #1 honest-1 votes reject: accepted, 0:3:0",
        "1.000000000s #1 honest-2 votes reject: accepted, 0:4:0",
        "7.999999999s #1 traitor-1 votes approve: refused, already_voted",
        "7.999999999s #1 traitor-2 votes approve: refused, already_voted",
        "8.000000000s #1 coordinator tallies 0:4:0: rejected, right",
      ])
  }

  @Test func aTallyOfAllComesBeforeTheFlip() throws {
    try expectTrace(
      cell(
        [honest(2), traitor("flip", 2)], config: ["allow_vote_change": true],
        workload: ["tally": "all"]),
      where: .waits,
      [
        "0.000000000s #1 honest-1 proposes to quarantine worker-1 (unwarranted)",
        "0.000000000s #1 traitor-1 votes reject: accepted, 0:1:0",
        "0.000000000s #1 traitor-2 votes reject: accepted, 0:2:0",
        "1.000000000s #1 honest-1 votes reject: accepted, 0:3:0",
        "1.000000000s #1 honest-2 votes reject: accepted, 0:4:0",
        "1.000000000s #1 coordinator tallies 0:4:0: rejected, right",
        "7.999999999s #1 traitor-1 votes approve: refused, not_open",
        "7.999999999s #1 traitor-2 votes approve: refused, not_open",
      ])
  }

  // MARK: Last mover

  @Test func theLastMoverTurnsACloseVote() throws {
    try expectTrace(
      cell([honest(1), traitor("last_mover"), gone(1)]), where: .opposes,
      [
        "0.000000000s #1 honest-1 proposes to quarantine worker-1 (unwarranted)",
        "1.000000000s #1 honest-1 votes reject: accepted, 0:1:0",
        "7.999999999s #1 traitor-1 votes approve: accepted, 1:1:0",
        "8.000000000s #1 coordinator tallies 1:1:0: approved, WRONG",
        "8.000000000s #1 coordinator executes",
      ])
  }

  @Test func againstTheLastMoverTiesReject() throws {
    try expectTrace(
      cell([honest(1), traitor("last_mover"), gone(1)], safeguards: ["ties": "reject"]),
      where: .waits,
      [
        "0.000000000s #1 honest-1 proposes to quarantine worker-1 (unwarranted)",
        "1.000000000s #1 honest-1 votes reject: accepted, 0:1:0",
        "7.999999999s #1 traitor-1 votes reject: accepted, 0:2:0",
        "8.000000000s #1 coordinator tallies 0:2:0: rejected, right",
      ])
  }

  @Test func whereItChangesNothingTheLastMoverVotesTheTruth() throws {
    try expectTrace(
      cell([honest(2), traitor("last_mover")]), where: .waits,
      [
        "0.000000000s #1 honest-1 proposes to quarantine worker-1 (unwarranted)",
        "1.000000000s #1 honest-1 votes reject: accepted, 0:1:0",
        "1.000000000s #1 honest-2 votes reject: accepted, 0:2:0",
        "7.999999999s #1 traitor-1 votes reject: accepted, 0:3:0",
        "8.000000000s #1 coordinator tallies 0:3:0: rejected, right",
      ])
  }

  /// Each acts for itself: neither of the two sees that together they would make a tie.
  @Test func lastMoversDoNotCountOnEachOther() throws {
    try expectTrace(
      cell([honest(2), traitor("last_mover", 2)]), where: .waits,
      [
        "0.000000000s #1 honest-1 proposes to quarantine worker-1 (unwarranted)",
        "1.000000000s #1 honest-1 votes reject: accepted, 0:1:0",
        "1.000000000s #1 honest-2 votes reject: accepted, 0:2:0",
        "7.999999999s #1 traitor-1 votes reject: accepted, 0:3:0",
        "7.999999999s #1 traitor-2 votes reject: accepted, 0:4:0",
        "8.000000000s #1 coordinator tallies 0:4:0: rejected, right",
      ])
  }

  // MARK: Expiry

  @Test func theSniperComesJustBeforeTheExpiry() throws {
    let attack = try cell(
      [honest(1), traitor("last_mover"), gone(1)],
      config: ["default_expiry_seconds": 8], safeguards: ["tally": "decisive"])
    try expectTrace(
      attack, where: .opposes,
      [
        "0.000000000s #1 honest-1 proposes to quarantine worker-1 (unwarranted)",
        "1.000000000s #1 honest-1 votes reject: accepted, 0:1:0",
        "7.999999999s #1 traitor-1 votes approve: accepted, 1:1:0",
        "8.000000000s #1 coordinator tallies 1:1:0: approved, WRONG",
        "8.000000000s #1 coordinator executes",
      ])
  }

  @Test func againstTheSniperAQuorumCountsTheAbsent() throws {
    let guarded = try cell(
      [honest(1), traitor("last_mover"), gone(1)],
      config: ["default_expiry_seconds": 8, "quorum_fraction": 1],
      safeguards: ["tally": "decisive"])
    try expectTrace(
      guarded, where: .waits,
      [
        "0.000000000s #1 honest-1 proposes to quarantine worker-1 (unwarranted)",
        "1.000000000s #1 honest-1 votes reject: accepted, 0:1:0",
        "7.999999999s #1 traitor-1 votes reject: accepted, 0:2:0",
        "8.000000000s #1 coordinator tallies 0:2:0: no_quorum",
      ])
  }

  @Test func whatExpiresBeforeTheLastMomentTakesNoVoteThen() throws {
    try expectTrace(
      cell([honest(2), traitor("last_mover")], config: ["default_expiry_seconds": 5]),
      where: .waits,
      [
        "0.000000000s #1 honest-1 proposes to quarantine worker-1 (unwarranted)",
        "1.000000000s #1 honest-1 votes reject: accepted, 0:1:0",
        "1.000000000s #1 honest-2 votes reject: accepted, 0:2:0",
        "7.999999999s #1 traitor-1 votes reject: refused, expired",
        "8.000000000s #1 coordinator tallies 0:2:0: no_quorum",
      ])
  }
}
