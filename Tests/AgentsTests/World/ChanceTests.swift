import Agents
import Consensus
import Experiments
import JSON
import Scenarios
import Testing

/// How often the faulty do what they do only sometimes, and what proposals are about.
struct ChanceTests {
  private let trials = 1...20
  private let workload: JSONObject = ["proposals": 400, "interval": 1]

  private func votes(_ voters: [JSONValue], _ network: JSONValue = [:]) throws -> Votes {
    Votes(in: try cell(voters, network: network, workload: workload), trials: trials)
  }

  @Test func randomVotersTossACoinEach() throws {
    let votes = try votes([traitor("random", 2)])
    let alike = zip(votes.of(0), votes.of(1)).count { $0 == $1 }
    expectRate(votes.count(by: 0, .approve), of: votes.proposals, is: 0.5)
    expectRate(votes.count(by: 1, .approve), of: votes.proposals, is: 0.5)
    expectRate(alike, of: votes.proposals, is: 0.5)
  }

  @Test func lockstepTossesOneCoin() throws {
    let votes = try votes([ring("lockstep", 3)])
    expectRate(votes.count(by: 0, .approve), of: votes.proposals, is: 0.5)
    #expect(votes.of(0) == votes.of(1) && votes.of(1) == votes.of(2))
  }

  /// The coin that says how to vote is another than the one that says whether to misbehave.
  @Test func coinsAreTossedOnTheirOwn() throws {
    let random = try votes([traitor("random", 1, ["rate": 0.5])])
    expectRate(random.count(by: 0, .approve), of: random.proposals, is: 0.25)
    let lockstep = try votes([ring("lockstep", 1, ["camouflage": 0.5])])
    expectRate(lockstep.count(by: 0, .approve), of: lockstep.proposals, is: 0.25)
  }

  @Test func aRateIsOfEachAndItsAccuracyOfTheRest() throws {
    let votes = try votes([traitor("abstain", 2, ["rate": 0.3, "accuracy": 0.9])])
    for voter in 0..<2 {
      expectRate(votes.count(by: voter, .abstain), of: votes.proposals, is: 0.3)
      expectRate(votes.count(by: voter, .approve), of: votes.proposals, is: 0.7 * 0.1)
    }
    let both = zip(votes.of(0), votes.of(1)).count { $0 == .abstain && $1 == .abstain }
    expectRate(both, of: votes.proposals, is: 0.09)
  }

  @Test func camouflageIsOfAllAtOnceAndAccuracyOfEach() throws {
    let votes = try votes([ring("oppose", 2, ["camouflage": 0.6, "accuracy": 0.9])])
    let wrong = 0.4 + 0.6 * 0.1
    expectRate(votes.count(by: 0, .approve), of: votes.proposals, is: wrong)
    expectRate(votes.count(by: 1, .approve), of: votes.proposals, is: wrong)
    let both = zip(votes.of(0), votes.of(1)).count { $0 == .approve && $1 == .approve }
    expectRate(both, of: votes.proposals, is: 0.4 + 0.6 * 0.01)
  }

  @Test func availabilityIsOfEach() throws {
    let votes = try votes([
      honest(1), gone(2, ["mode": "intermittent", "availability": 0.8]),
    ])
    expectRate(votes.count(by: 1), of: votes.proposals, is: 0.8)
    let both = zip(votes.of(1), votes.of(2)).count { $0 != nil && $1 != nil }
    expectRate(both, of: votes.proposals, is: 0.64)
    #expect(votes.count(by: 1, .reject) == votes.count(by: 1))
  }

  @Test func actionsAndTargetsHaveTheirShares() throws {
    let scenario = try cell(
      [honest(1)],
      workload: [
        "proposals": 8000, "interval": 1, "targets": 5, "warranted": 0.3,
        "actions": ["quarantine": 3, "terminate": 0, "release": 1],
      ])
    var world = World(scenario)
    world.run(trial: 1)
    let count = world.facts.count
    let names = scenario.workload.actions.map(\.name)
    let release = world.facts.filter { names[$0.action] == "release" }
    expectRate(release.count, of: count, is: 0.25)
    expectRate(world.facts.count { names[$0.action] == "quarantine" }, of: count, is: 0.75)
    expectRate(release.count { $0.isWarranted }, of: release.count, is: 0.3)
    for target in 0..<5 {
      expectRate(world.facts.count { $0.target == target }, of: count, is: 0.2)
    }
  }

  @Test func proposersTakeTurnsAmongThoseWhoAreNotAbsent() throws {
    let turns = try cell(
      [
        gone(2, ["mode": "intermittent", "availability": 1]), honest(2), ring("lockstep", 1),
        traitor("oppose"),
      ], workload: ["proposals": 6])
    let proposers = Transcript(turns, trial: 1).entries
      .filter { if case .opened = $0.occurrence { true } else { false } }.map(\.actor)
    #expect(
      proposers == ["honest-1", "honest-2", "ring-1", "traitor-1", "honest-1", "honest-2"])
  }

  @Test func whereAllAreAbsentNothingIsProposed() throws {
    #expect(try trace(cell([gone(3)])) == [])
  }
}
