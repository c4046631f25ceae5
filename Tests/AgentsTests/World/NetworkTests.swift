import Experiments
import JSON
import Metrics
import Statistics
import Testing

/// What the network does to votes on their way to the ballot box.
struct NetworkTests {
  private let eastAndWest = [honest(1, "east"), honest(1, "west")]

  private func cut(to end: JSONValue, drop: JSONValue = false) -> JSONValue {
    ["partitions": [["from": 0, "to": end, "groups": ["east"], "drop": drop]]]
  }

  // MARK: Partitions

  @Test func votesWaitForTheEndOfAPartition() throws {
    try expectTrace(
      cell(eastAndWest, network: cut(to: 5)),
      [
        "0.000000000s #1 east-1 proposes to quarantine worker-1 (unwarranted)",
        "1.000000000s #1 west-1 votes reject: accepted, 0:1:0",
        "5.000000000s #1 east-1 votes reject: accepted, 0:2:0",
        "8.000000000s #1 coordinator tallies 0:2:0: rejected, right",
      ])
  }

  @Test func aPartitionMayDropThem() throws {
    try expectTrace(
      cell(eastAndWest, network: cut(to: 5, drop: true)),
      [
        "0.000000000s #1 east-1 proposes to quarantine worker-1 (unwarranted)",
        "1.000000000s #1 west-1 votes reject: accepted, 0:1:0",
        "8.000000000s #1 coordinator tallies 0:1:0: rejected, right",
      ])
  }

  @Test(arguments: [(end: 1, arrives: true), (end: 1.000000001, arrives: false)])
  func atItsEndAPartitionIsOver(end: Double, arrives: Bool) throws {
    let lines = try trace(
      cell(eastAndWest, network: cut(to: .number(.double(end)), drop: true)))
    #expect(lines.contains { $0.contains("east-1 votes") } == arrives)
  }

  @Test func faultyVotesCrossAPartition() throws {
    let network: JSONValue = [
      "partitions": [["from": 0, "to": 5, "groups": ["traitor"], "drop": true]]
    ]
    try expectTrace(
      cell([honest(1), traitor("oppose")], network: network),
      [
        "0.000000000s #1 honest-1 proposes to quarantine worker-1 (unwarranted)",
        "0.000000000s #1 traitor-1 votes approve: accepted, 1:0:0",
        "1.000000000s #1 honest-1 votes reject: accepted, 1:1:0",
        "8.000000000s #1 coordinator tallies 1:1:0: approved, WRONG",
        "8.000000000s #1 coordinator executes",
      ])
  }

  @Test func withALatencyFaultyVotesDoNot() throws {
    let network: JSONValue = [
      "partitions": [["from": 0, "to": 5, "groups": ["traitor"], "drop": false]]
    ]
    try expectTrace(
      cell([honest(1), traitor("oppose", 1, ["latency": 1])], network: network),
      [
        "0.000000000s #1 honest-1 proposes to quarantine worker-1 (unwarranted)",
        "1.000000000s #1 honest-1 votes reject: accepted, 0:1:0",
        "5.000000000s #1 traitor-1 votes approve: accepted, 1:1:0",
        "8.000000000s #1 coordinator tallies 1:1:0: approved, WRONG",
        "8.000000000s #1 coordinator executes",
      ])
  }

  // MARK: Loss

  @Test func onlyTheHonestLoseVotes() throws {
    try expectTrace(
      cell([honest(2), traitor("oppose")], network: ["loss": 1]),
      [
        "0.000000000s #1 honest-1 proposes to quarantine worker-1 (unwarranted)",
        "0.000000000s #1 traitor-1 votes approve: accepted, 1:0:0",
        "8.000000000s #1 coordinator tallies 1:0:0: no_quorum",
      ])
  }

  @Test func withALatencyTheFaultyLoseThemToo() throws {
    try expectTrace(
      cell([traitor("oppose", 2, ["latency": 1])], network: ["loss": 1]),
      [
        "0.000000000s #1 traitor-1 proposes to quarantine worker-1 (unwarranted)",
        "8.000000000s #1 coordinator tallies 0:0:0: no_quorum",
      ])
  }

  @Test func losesTheShareItSays() throws {
    let lossy = try cell(
      [honest(2)], network: ["loss": 0.3], workload: ["proposals": 500])
    let votes = Votes(in: lossy, trials: 1...10)
    for voter in 0..<2 { expectRate(votes.count(by: voter), of: votes.proposals, is: 0.7) }
    let together = votes.of(0).indices.filter { votes.of(0)[$0] != nil && votes.of(1)[$0] != nil }
    expectRate(together.count, of: votes.proposals, is: 0.49)
  }

  // MARK: Duplication

  @Test func aDuplicatedVoteCountsOnce() throws {
    let doubled = try cell([honest(2)], network: ["duplication": 1])
    expectTrace(
      doubled,
      [
        "0.000000000s #1 honest-1 proposes to quarantine worker-1 (unwarranted)",
        "1.000000000s #1 honest-1 votes reject: accepted, 0:1:0",
        "1.000000000s #1 honest-1 votes reject: refused, already_voted",
        "1.000000000s #1 honest-2 votes reject: accepted, 0:2:0",
        "1.000000000s #1 honest-2 votes reject: refused, already_voted",
        "8.000000000s #1 coordinator tallies 0:2:0: rejected, right",
      ])
    var trials = Trials(doubled)
    let counts = trials.run(1...1)
    #expect(counts.total(of: .votesRefused) == 2)
    #expect(counts.total(of: .participationMean) == 2)
  }

  @Test func aCopyIsNobodyElsesVote() throws {
    let doubled = try cell(
      [honest(1), honest(1, "late", ["latency": 2])], network: ["duplication": 1],
      workload: ["tally": "all"])
    #expect(
      trace(doubled).filter { $0.contains("tallies") } == [
        "2.000000000s #1 coordinator tallies 0:2:0: rejected, right"
      ])
  }

  // MARK: Schedulers

  @Test func anAdversaryHoldsTheHonestBack() throws {
    let attack = try cell(
      [honest(1), traitor("oppose", 1, ["latency": 2])],
      network: ["latency": 0.5, "scheduler": "adversarial", "max_delay": 3])
    expectTrace(
      attack,
      [
        "0.000000000s #1 honest-1 proposes to quarantine worker-1 (unwarranted)",
        "2.000000000s #1 traitor-1 votes approve: accepted, 1:0:0",
        "4.500000000s #1 honest-1 votes reject: accepted, 1:1:0",
        "8.000000000s #1 coordinator tallies 1:1:0: approved, WRONG",
        "8.000000000s #1 coordinator executes",
      ])
  }

  @Test func anAdversaryMayHoldTheHonestBackUntilItIsTooLate() throws {
    let attack = try cell(
      [honest(2), traitor("oppose", 2)], config: ["quorum_fraction": 0.4],
      network: ["scheduler": "adversarial", "max_delay": 7.000000001])
    expectTrace(
      attack,
      [
        "0.000000000s #1 honest-1 proposes to quarantine worker-1 (unwarranted)",
        "0.000000000s #1 traitor-1 votes approve: accepted, 1:0:0",
        "0.000000000s #1 traitor-2 votes approve: accepted, 2:0:0",
        "8.000000000s #1 coordinator tallies 2:0:0: approved, WRONG",
        "8.000000000s #1 coordinator executes",
        "8.000000001s #1 honest-1 votes reject: refused, not_open",
        "8.000000001s #1 honest-2 votes reject: refused, not_open",
      ])
  }
}
