import Experiments
import JSON
import Metrics
import Scenarios
import Statistics
import Testing

/// Every honest voter keeps a ballot box of its own.
struct ReplicationTests {
  /// Two who are right, one who is wrong, and a liar who makes a tie in the first replica.
  private func divided(safeguards: JSONValue = [:]) throws -> Scenario {
    try cell(
      [honest(2), honest(1, "mistaken", ["accuracy": 0]), traitor("equivocate")],
      safeguards: safeguards, mode: "replicated")
  }

  private func disagreements(in scenario: Scenario) -> Int {
    var trials = Trials(scenario)
    return Int(trials.run(1...1).total(of: .disagreementRate) ?? 0)
  }

  // MARK: Equivocation

  @Test func aLiarDividesReplicas() throws {
    let attack = try divided()
    try expectTrace(
      attack, where: .votesBothWays,
      [
        "0.000000000s #1 honest-1 proposes to quarantine worker-1 (unwarranted)",
        "0.000000000s #1 [honest-1] traitor-1 votes approve: accepted, 1:0:0",
        "0.000000000s #1 [honest-2] traitor-1 votes reject: accepted, 0:1:0",
        "0.000000000s #1 [mistaken-1] traitor-1 votes reject: accepted, 0:1:0",
        "1.000000000s #1 [honest-1] honest-1 votes reject: accepted, 1:1:0",
        "1.000000000s #1 [honest-2] honest-1 votes reject: accepted, 0:2:0",
        "1.000000000s #1 [mistaken-1] honest-1 votes reject: accepted, 0:2:0",
        "1.000000000s #1 [honest-1] honest-2 votes reject: accepted, 1:2:0",
        "1.000000000s #1 [honest-2] honest-2 votes reject: accepted, 0:3:0",
        "1.000000000s #1 [mistaken-1] honest-2 votes reject: accepted, 0:3:0",
        "1.000000000s #1 [honest-1] mistaken-1 votes approve: accepted, 2:2:0",
        "1.000000000s #1 [honest-2] mistaken-1 votes approve: accepted, 1:3:0",
        "1.000000000s #1 [mistaken-1] mistaken-1 votes approve: accepted, 1:3:0",
        "8.000000000s #1 [honest-1] coordinator tallies 2:2:0: approved, WRONG",
        "8.000000000s #1 [honest-1] coordinator executes",
        "8.000000000s #1 [honest-2] coordinator tallies 1:3:0: rejected, right",
        "8.000000000s #1 [mistaken-1] coordinator tallies 1:3:0: rejected, right",
      ])
    #expect(disagreements(in: attack) == 1)
  }

  @Test func noTwoReplicasCanHoldOppositeCertificates() throws {
    let guarded = try divided(safeguards: ["rule": "certificate"])
    try expectTrace(
      guarded, where: .votesBothWays,
      [
        "0.000000000s #1 honest-1 proposes to quarantine worker-1 (unwarranted)",
        "0.000000000s #1 [honest-1] traitor-1 votes approve: accepted, 1:0:0",
        "0.000000000s #1 [honest-2] traitor-1 votes reject: accepted, 0:1:0",
        "0.000000000s #1 [mistaken-1] traitor-1 votes reject: accepted, 0:1:0",
        "1.000000000s #1 [honest-1] honest-1 votes reject: accepted, 1:1:0",
        "1.000000000s #1 [honest-2] honest-1 votes reject: accepted, 0:2:0",
        "1.000000000s #1 [mistaken-1] honest-1 votes reject: accepted, 0:2:0",
        "1.000000000s #1 [honest-1] honest-2 votes reject: accepted, 1:2:0",
        "1.000000000s #1 [honest-2] honest-2 votes reject: accepted, 0:3:0",
        "1.000000000s #1 [mistaken-1] honest-2 votes reject: accepted, 0:3:0",
        "1.000000000s #1 [honest-1] mistaken-1 votes approve: accepted, 2:2:0",
        "1.000000000s #1 [honest-2] mistaken-1 votes approve: accepted, 1:3:0",
        "1.000000000s #1 [mistaken-1] mistaken-1 votes approve: accepted, 1:3:0",
        "8.000000000s #1 [honest-1] coordinator tallies 2:2:0: no_quorum",
        "8.000000000s #1 [honest-2] coordinator tallies 1:3:0: rejected, right",
        "8.000000000s #1 [mistaken-1] coordinator tallies 1:3:0: rejected, right",
      ])
    #expect(disagreements(in: guarded) == 0)
  }

  /// More liars than a third: what each replica is told is a certificate.
  @Test func tooManyLiarsDivideCertificatesToo() throws {
    let lost = try cell(
      [honest(1), honest(1, "mistaken", ["accuracy": 0]), traitor("equivocate", 2)],
      safeguards: ["rule": "certificate"], mode: "replicated")
    #expect(
      trace(lost).filter { $0.contains("tallies") } == [
        "8.000000000s #1 [honest-1] coordinator tallies 3:1:0: approved, WRONG",
        "8.000000000s #1 [mistaken-1] coordinator tallies 1:3:0: rejected, right",
      ])
    #expect(disagreements(in: lost) == 1)
  }

  @Test func aSingleBoxGetsBothVotes() throws {
    try expectTrace(
      cell([honest(2), traitor("equivocate", 2)]), where: .votesBothWays,
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

  @Test func inASingleBoxTiesReject() throws {
    try expectTrace(
      cell([honest(2), traitor("equivocate", 2)], safeguards: ["ties": "reject"]),
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

  @Test func aLiarWithALatencyLiesLater() throws {
    let late = try cell(
      [honest(2), traitor("equivocate", 1, ["latency": 2])],
      network: ["latency": 1], mode: "replicated")
    try expectTrace(
      late, where: .votesBothWays,
      [
        "0.000000000s #1 honest-1 proposes to quarantine worker-1 (unwarranted)",
        "1.000000000s #1 [honest-1] honest-1 votes reject: accepted, 0:1:0",
        "1.000000000s #1 [honest-2] honest-2 votes reject: accepted, 0:1:0",
        "2.000000000s #1 [honest-2] honest-1 votes reject: accepted, 0:2:0",
        "2.000000000s #1 [honest-1] honest-2 votes reject: accepted, 0:2:0",
        "3.000000000s #1 [honest-1] traitor-1 votes approve: accepted, 1:2:0",
        "3.000000000s #1 [honest-2] traitor-1 votes reject: accepted, 0:3:0",
        "8.000000000s #1 [honest-1] coordinator tallies 1:2:0: rejected, right",
        "8.000000000s #1 [honest-2] coordinator tallies 0:3:0: rejected, right",
      ])
  }

  // MARK: Replicas

  @Test func aReplicaHasItsOwnersVoteAtOnceAndOthersOverTheNetwork() throws {
    let slow = try cell([honest(2)], network: ["latency": 2], mode: "replicated")
    expectTrace(
      slow,
      [
        "0.000000000s #1 honest-1 proposes to quarantine worker-1 (unwarranted)",
        "1.000000000s #1 [honest-1] honest-1 votes reject: accepted, 0:1:0",
        "1.000000000s #1 [honest-2] honest-2 votes reject: accepted, 0:1:0",
        "3.000000000s #1 [honest-2] honest-1 votes reject: accepted, 0:2:0",
        "3.000000000s #1 [honest-1] honest-2 votes reject: accepted, 0:2:0",
        "8.000000000s #1 [honest-1] coordinator tallies 0:2:0: rejected, right",
        "8.000000000s #1 [honest-2] coordinator tallies 0:2:0: rejected, right",
      ])
  }

  @Test func onlyTheHonestKeepReplicasThatCount() throws {
    let crowd = try cell(
      [
        honest(2), traitor("oppose"), ring("oppose", 1),
        gone(1, ["mode": "intermittent", "availability": 1]),
      ],
      mode: "replicated")
    var trials = Trials(crowd)
    let counts = trials.run(1...1)
    #expect(counts.outcomes.unwarranted.total == 2)
    #expect(counts.outcomes.unwarranted.rejected == 2)
  }

  @Test func whereMessagesAreLostEachReplicaHasItsOwnersVoteAlone() throws {
    let silent = try cell(
      [honest(1), honest(1, "mistaken", ["accuracy": 0])], network: ["loss": 1],
      mode: "replicated")
    #expect(
      trace(silent).filter { $0.contains("tallies") } == [
        "8.000000000s #1 [honest-1] coordinator tallies 0:1:0: rejected, right",
        "8.000000000s #1 [mistaken-1] coordinator tallies 1:0:0: approved, WRONG",
      ])
    #expect(disagreements(in: silent) == 1)
  }

  /// Nobody would refuse a flood; with nobody to be asked nothing is opened.
  @Test(arguments: ["oppose", "flood"])
  func withoutAnHonestVoterNothingIsProposed(strategy: String) throws {
    let faulty = try cell([traitor(strategy), gone(1)], mode: "replicated")
    #expect(trace(faulty) == [])
    var trials = Trials(faulty)
    #expect(trials.run(1...1).outcomes.total == 0)
  }

  /// The first replica has decided at 1 s; the second hears of it at 4 s, when it is too late.
  @Test func whatOneReplicaRefusesIsOpenedInNone() throws {
    let behind = try cell(
      [honest(1), honest(1, "slow", ["latency": 5])], config: ["max_active_proposals": 1],
      network: ["latency": 3],
      workload: ["proposals": 3, "interval": 2, "tally": "quorum"], mode: "replicated")
    #expect(
      trace(behind).filter { $0.contains("proposes") } == [
        "0.000000000s #1 honest-1 proposes to quarantine worker-1 (unwarranted)",
        "2.000000000s #2 slow-1 proposes to quarantine worker-1 (unwarranted)",
        "4.000000000s - honest-1 proposes: refused, proposal_limit",
      ])
  }

  // MARK: Other attacks

  /// A replica counts for its owner alone, so nobody else can end anything early.
  @Test(arguments: ["premature_tally", "rush"])
  func nobodyTalliesForAnotherReplica(strategy: String) throws {
    let attack = try cell([honest(2), traitor(strategy)], mode: "replicated")
    try expectTrace(
      attack, where: .opposes,
      [
        "0.000000000s #1 honest-1 proposes to quarantine worker-1 (unwarranted)",
        "0.000000000s #1 [honest-1] traitor-1 votes approve: accepted, 1:0:0",
        "0.000000000s #1 [honest-2] traitor-1 votes approve: accepted, 1:0:0",
        "1.000000000s #1 [honest-1] honest-1 votes reject: accepted, 1:1:0",
        "1.000000000s #1 [honest-2] honest-1 votes reject: accepted, 1:1:0",
        "1.000000000s #1 [honest-1] honest-2 votes reject: accepted, 1:2:0",
        "1.000000000s #1 [honest-2] honest-2 votes reject: accepted, 1:2:0",
        "8.000000000s #1 [honest-1] coordinator tallies 1:2:0: rejected, right",
        "8.000000000s #1 [honest-2] coordinator tallies 1:2:0: rejected, right",
      ])
  }

  @Test func theLastMoverTurnsEachReplicaForItself() throws {
    let attack = try cell(
      [honest(1), honest(1, "mistaken", ["accuracy": 0]), traitor("last_mover"), gone(1)],
      network: ["loss": 1], mode: "replicated")
    try expectTrace(
      attack, where: .waits,
      [
        "0.000000000s #1 honest-1 proposes to quarantine worker-1 (unwarranted)",
        "1.000000000s #1 [honest-1] honest-1 votes reject: accepted, 0:1:0",
        "1.000000000s #1 [mistaken-1] mistaken-1 votes approve: accepted, 1:0:0",
        "7.999999999s #1 [honest-1] traitor-1 votes approve: accepted, 1:1:0",
        "7.999999999s #1 [mistaken-1] traitor-1 votes reject: accepted, 1:1:0",
        "8.000000000s #1 [honest-1] coordinator tallies 1:1:0: approved, WRONG",
        "8.000000000s #1 [honest-1] coordinator executes",
        "8.000000000s #1 [mistaken-1] coordinator tallies 1:1:0: approved, WRONG",
        "8.000000000s #1 [mistaken-1] coordinator executes",
      ])
  }

  @Test func aPivotTurnsEachReplicaForItself() throws {
    let attack = try cell(
      [honest(1), honest(1, "mistaken", ["accuracy": 0]), ring("pivot", 2)],
      network: ["loss": 1], mode: "replicated")
    try expectTrace(
      attack, where: .waits, by: "ring",
      [
        "0.000000000s #1 honest-1 proposes to quarantine worker-1 (unwarranted)",
        "1.000000000s #1 [honest-1] honest-1 votes reject: accepted, 0:1:0",
        "1.000000000s #1 [mistaken-1] mistaken-1 votes approve: accepted, 1:0:0",
        "7.999999999s #1 [honest-1] ring-1 votes approve: accepted, 1:1:0",
        "7.999999999s #1 [honest-1] ring-2 votes approve: accepted, 2:1:0",
        "7.999999999s #1 [mistaken-1] ring-1 votes approve: accepted, 2:0:0",
        "7.999999999s #1 [mistaken-1] ring-2 votes reject: accepted, 2:1:0",
        "8.000000000s #1 [honest-1] coordinator tallies 2:1:0: approved, WRONG",
        "8.000000000s #1 [honest-1] coordinator executes",
        "8.000000000s #1 [mistaken-1] coordinator tallies 2:1:0: approved, WRONG",
        "8.000000000s #1 [mistaken-1] coordinator executes",
      ])
  }
}
