import Exactness
import Experiments
import JSON
import Scenarios
import Testing

struct ObstacleTests {
  /// Where the order of votes decides, it must be known.
  @Test(
    arguments: [
      (1, 2, "honest: its delays are not distributed like those of late"),
      (1, nil, "some votes arrive at a known time, in the midst of others"),
      (1e-9, 1e-9, "two votes may arrive in the same nanosecond"), (1, 1, ""),
    ] as [(Double, Double?, String)])
  func theOrderOfVotesMustBeKnown(mean: Double, other: Double?, obstacle: String) throws {
    func latency(_ mean: Double) -> JSONValue { ["exponential": ["mean": JSONValue(mean)]] }
    let scenario: JSONValue = [
      "name": "a",
      "voters": [
        ["name": "late", "role": "honest", "count": 2, "latency": latency(mean)],
        ["name": "honest", "role": "honest", "count": 2, "latency": other.map(latency) ?? 2],
        ["name": "traitor", "role": "byzantine", "count": 2, "strategy": "rush"],
      ],
    ]
    let cell = try ScenarioFile(parsing: scenario.text()).cells[0].scenario
    let obstacles = ExactAnalysis(cell).obstacles.joined()
    #expect(obstacle.isEmpty ? obstacles.isEmpty : obstacles.contains(obstacle))
  }

  /// They look at the votes just before the deadline, so a vote may come too late for them.
  @Test(arguments: ["mimic", "isolate", "pivot"])
  func whoWaitsMustSeeEveryVote(plan: String) throws {
    let scenario: JSONValue = [
      "name": "a",
      "voters": [
        ["name": "honest", "role": "honest", "count": 3, "latency": 8],
        ["name": "ring", "role": "colluding", "count": 2, "plan": .string(plan)],
      ],
    ]
    let cell = try ScenarioFile(parsing: scenario.text()).cells[0].scenario
    #expect(
      ExactAnalysis(cell).obstacles.contains(
        "honest: a vote may come too late for last movers to see it, but in time to count"))
  }
}
