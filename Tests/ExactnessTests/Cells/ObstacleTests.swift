import Exactness
import Experiments
import JSON
import Scenarios
import Testing

struct ObstacleTests {
  /// Sums know how many have voted which way, not who.
  @Test(arguments: [
    ("mimic", ["ring: its votes depend on those of single voters"]),
    ("isolate", ["ring: its votes depend on those of single voters"]), ("pivot", []),
  ])
  func whoLooksAtSingleVotersIsNoMatterOfSums(plan: String, obstacles: [String]) throws {
    let scenario: JSONValue = [
      "name": "a",
      "voters": [
        ["name": "honest", "role": "honest", "count": 3],
        ["name": "ring", "role": "colluding", "count": 2, "plan": .string(plan)],
      ],
    ]
    let cell = try ScenarioFile(parsing: scenario.text()).cells[0].scenario
    #expect(ExactAnalysis(cell).obstacles == obstacles)
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
