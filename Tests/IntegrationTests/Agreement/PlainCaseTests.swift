import Exactness
import Experiments
import JSON
import Metrics
import Scenarios
import Testing

/// Cases so plain that their exact values can be worked out by hand.
struct PlainCaseTests {
  private func analysis(
    voters: JSONValue, workload: JSONValue = ["warranted": 0, "proposals": 1],
    network: JSONValue = [:], config: JSONValue = [:]
  ) throws -> ExactAnalysis {
    let scenario: JSONValue = [
      "name": "plain", "voters": voters, "workload": workload, "network": network, "config": config,
    ]
    let analysis = ExactAnalysis(try ScenarioFile(parsing: scenario.text()).cells[0].scenario)
    #expect(analysis.obstacles.isEmpty)
    return analysis
  }

  /// A trial is unsafe unless all of its proposals end well.
  @Test(arguments: [(1, 0.1), (2, 0.19), (3, 0.271)])
  func everyProposalCanMakeATrialUnsafe(proposals: Int, expected: Double) throws {
    let analysis = try analysis(
      voters: [["name": "honest", "role": "honest", "count": 1, "accuracy": 0.9]],
      workload: ["warranted": 0, "proposals": JSONValue(proposals)])
    let rate = try #require(analysis.value(of: .unsafeTrialRate))
    #expect((rate - expected).magnitude < 1e-15)
    let worst = try #require(analysis.worst(of: .unsafeTrialRate)?.value)
    #expect((worst - expected).magnitude < 1e-15)
  }

  /// Who crashes when it has just made up its mind no longer votes.
  @Test(arguments: [(4.5, 0.5), (5, 0.5), (5.5, 1)])
  func aVoteNeedsAVoterAtThatInstant(crash: Double, participation: Double) throws {
    let text: JSONValue = [
      "name": "plain", "trials": 1, "workload": ["proposals": 1],
      "voters": [
        ["name": "honest", "role": "honest", "count": 1],
        [
          "name": "gone", "role": "absent", "count": 1, "mode": "crash_at",
          "at": JSONValue(crash), "latency": 5,
        ],
      ],
    ]
    let cell = try ScenarioFile(parsing: text.text()).cells[0].scenario
    #expect(ExactAnalysis(cell).value(of: .participationMean) == participation)
    var trials = Trials(cell)
    let counts = trials.run(1...1)
    #expect(counts.measurement(of: .participationMean, in: cell).value == participation)
  }

  /// Of five who wait for the last moment each sees that it alone changes nothing; a ring does not
  /// ask each.
  @Test(
    arguments: [
      (["role": "byzantine", "strategy": "last_mover"], 0.0),
      (["role": "colluding", "plan": "pivot"], 1),
    ] as [(JSONObject, Double)])
  func whoeverWaitsAloneCountsAlone(role: JSONObject, falseApprovals: Double) throws {
    let faulty = JSONObject([("name", "faulty"), ("count", 5)] + role.members)
    let analysis = try analysis(
      voters: [["name": "honest", "role": "honest", "count": 5], .object(faulty)])
    #expect(analysis.value(of: .falseApprovalRate) == falseApprovals)
    #expect(analysis.worst(of: .falseApprovalRate) == WorstValue(value: 1, kind: .attained))
  }

  /// Of the votes that are not lost, each makes a quorum, and so a tie; those that are lost help
  /// nobody.
  @Test func anAdversaryCannotBringBackWhatIsLost() throws {
    let analysis = try analysis(
      voters: [
        ["name": "honest", "role": "honest", "count": 1, "accuracy": 0.5],
        ["name": "traitor", "role": "byzantine", "count": 1, "strategy": "oppose"],
      ],
      network: ["loss": 0.5, "latency": 1], config: ["quorum_fraction": 1])
    #expect(analysis.value(of: .quorumFailureRate) == 0.5)
    #expect(
      analysis.worst(of: .falseApprovalRate) == WorstValue(value: 0.5, kind: .attained))
    #expect(analysis.worst(of: .correctRate) == WorstValue(value: 0, kind: .attained))
  }
}
