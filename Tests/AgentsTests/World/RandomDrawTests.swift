import Agents
import Experiments
import JSON
import Metrics
import Scenarios
import Simulation
import Testing

/// Every random draw is named: it depends on nothing but seed, voter, trial and proposal.
struct RandomDrawTests {
  /// Everybody at once, each with some chance in what it does.
  private func crowd(mode: JSONValue = "central") throws -> Scenario {
    var voters = [
      honest(
        3, "honest",
        [
          "accuracy": 0.7, "abstain": 0.1, "correlation": 0.3,
          "latency": ["exponential": ["mean": 3]],
        ]),
      ring("lockstep", 2, ["camouflage": 0.5]),
      gone(1, ["mode": "intermittent", "availability": 0.5]),
    ]
    let strategies = [
      "oppose", "random", "double_vote", "flip", "last_mover", "rush", "premature_tally",
      "impersonate", "flood", "equivocate",
    ]
    for strategy in strategies {
      let name: JSONValue = .string(strategy)
      voters.append([
        "name": name, "role": "byzantine", "count": 1, "strategy": name, "rate": 0.3,
        "accuracy": 0.8,
      ])
    }
    return try cell(
      voters, config: ["max_active_proposals": 1, "allow_vote_change": true],
      network: ["latency": ["uniform": ["from": 0, "to": 2]], "loss": 0.1, "duplication": 0.2],
      workload: [
        "proposals": 20, "interval": ["exponential": ["mean": 1]], "warranted": 0.5, "targets": 3,
      ], mode: mode)
  }

  @Test(arguments: ["central", "replicated"])
  func aTrialLeavesNoTraceInTheNext(mode: String) throws {
    let scenario = try crowd(mode: .string(mode))
    func events(of trial: Int, in world: inout World) -> [String] {
      let log = EventLog()
      world.observer = log
      world.run(trial: trial)
      return log.events
    }
    var old = World(scenario)
    for trial in [1, 2, 3, 7, 3, 1, 1000] {
      var new = World(scenario)
      let expected = events(of: trial, in: &new)
      #expect(expected.count > 50)
      #expect(events(of: trial, in: &old) == expected)
      #expect(old.votesRefused == new.votesRefused)
      #expect(old.forgedVotesAccepted == new.forgedVotesAccepted)
      #expect(old.proposalsRefused == new.proposalsRefused)
      for proposal in new.facts.indices {
        #expect(
          old.decisionTime(of: proposal, in: 0) == new.decisionTime(of: proposal, in: 0))
      }
    }
  }

  @Test func countsAreThoseOfTheTrialsWhateverTheirOrder() throws {
    let scenario = try crowd()
    var trials = Trials(scenario)
    let all = trials.run(1...6)
    var parts = trials.run(4...6)
    var others = Trials(scenario)
    parts.merge(others.run(1...3))
    #expect(parts == all)
    for metric in [Metric.votesRefused, .forgedVotesAccepted, .proposalsRefused] {
      #expect(try #require(all.total(of: metric)) > 0, "\(metric)")
    }
  }

  @Test func eachTrialAndSeedHasDrawsOfItsOwn() throws {
    let voters = [honest(3, "honest", ["accuracy": 0.5])]
    let first = try cell(voters, workload: ["proposals": 20])
    let second = try cell(voters, workload: ["proposals": 20], seed: 2)
    #expect(trace(first) == trace(first))
    #expect(trace(first) != trace(first, trial: 2))
    #expect(trace(first) != trace(second))
  }

  // MARK: Common random numbers

  private let voter = honest(
    2, "honest",
    ["accuracy": 0.7, "abstain": 0.2, "latency": ["exponential": ["mean": 1]]])

  /// When and how each of the honest votes, without the counts.
  private func honestVotes(_ scenario: Scenario) -> [String] {
    trace(scenario).filter { $0.contains(" honest-") && $0.contains("accepted") }
      .compactMap { $0.split(separator: ":").first.map(String.init) }
  }

  @Test func anotherGroupLeavesTheDrawsOfTheFirst() throws {
    let alone = try cell([voter], workload: ["proposals": 30])
    let others = [
      honest(2, "other", ["accuracy": 0.5]), traitor("oppose"), gone(1), ring("lockstep", 2),
    ]
    let together = try cell([voter] + others, workload: ["proposals": 30])
    #expect(honestVotes(alone).count > 50)
    #expect(honestVotes(together) == honestVotes(alone))
  }

  @Test func lossAndDuplicationLeaveTheDrawsOfWhatArrives() throws {
    let latency: JSONValue = ["exponential": ["mean": 1]]
    let workload: JSONObject = ["proposals": 30, "interval": 1000, "deadline": 999]
    let plain = try cell([voter], network: ["latency": latency], workload: workload)
    let lossy = try cell([voter], network: ["latency": latency, "loss": 0.3], workload: workload)
    let expected = honestVotes(plain)
    let arrived = honestVotes(lossy)
    #expect((20..<expected.count).contains(arrived.count))
    #expect(expected.filter { arrived.contains($0) } == arrived)
  }

  @Test func moreProposalsLeaveTheDrawsOfTheFirst() throws {
    let few = trace(try cell([voter, traitor("random")], workload: ["proposals": 5]))
    let many = trace(try cell([voter, traitor("random")], workload: ["proposals": 9]))
    #expect(Array(many.prefix(few.count)) == few)
  }
}

/// Writes down everything that is observed.
private final class EventLog: TrialObserver {
  private(set) var events: [String] = []

  func observe(_ event: TrialEvent, in world: borrowing World) {
    events.append("\(world.now.sinceStart.count) \(event)")
  }
}
