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

  /// Where the order of votes is the adversary's, no scenario may show the best one.
  @Test(
    arguments: [
      (
        #"{"name": "c", "role": "absent", "count": 1, "mode": "crash_at", "at": 5, "latency": 1}"#,
        "",
        "c: whether its votes arrive depends on when it crashes"
      ),
      (
        #"{"name": "c", "role": "honest", "count": 2, "weight": 2, "latency": 1}"#,
        #""quorum_unit": "weight""#,
        "the order of votes that makes a quorum by weight depends on the votes"
      ),
      (#"{"name": "c", "role": "honest", "count": 2, "weight": 2, "latency": 1}"#, "", nil),
      (
        #"{"name": "c", "role": "absent", "count": 1, "mode": "crashed"}"#,
        #""quorum_unit": "weight""#, nil
      ),
    ] as [(String, String, String?)])
  func theBestOrderMayNotBeShown(group: String, safeguards: String, shortfall: String?) throws {
    let cell = try ScenarioFile(
      parsing: """
        {"name": "order", "safeguards": {\(safeguards)}, "voters": [
          {"name": "h", "role": "honest", "count": 3, "latency": 1}, \(group),
          {"name": "t", "role": "byzantine", "count": 1, "strategy": "oppose"}]}
        """
    ).cells[0].scenario
    #expect(ExactAnalysis(cell).shortfalls == (shortfall.map { [$0] } ?? []))
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

  /// Wrong votes that take another time may be later than the deadline, and come in another order.
  @Test(
    arguments: [
      (
        "oppose", 12,
        "honest: a vote may miss the deadline, and right and wrong ones take different"
      ),
      ("rush", 3, "honest: its right and wrong votes take different times"), ("oppose", 3, ""),
    ] as [(JSONValue, JSONValue, String)])
  func howLongWrongVotesTakeMatters(strategy: JSONValue, time: JSONValue, obstacle: String) throws {
    let scenario: JSONValue = [
      "name": "a",
      "voters": [
        [
          "name": "honest", "role": "honest", "count": 3, "accuracy": 0.9, "latency_if_wrong": time,
          "latency": ["uniform": ["from": 1, "to": 2]],
        ],
        ["name": "traitor", "role": "byzantine", "count": 1, "strategy": strategy],
      ],
    ]
    let analysis = ExactAnalysis(try ScenarioFile(parsing: scenario.text()).cells[0].scenario)
    let obstacles = analysis.obstacles.joined()
    #expect(obstacle.isEmpty ? obstacles.isEmpty : obstacles.contains(obstacle))
    #expect(
      analysis.causalObstacles.contains("honest: its right and wrong votes take different times"))
  }
}
