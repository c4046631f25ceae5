import Agents
import Consensus
import JSON
import Scenarios
import TestSupport

extension Draw {
  /// A small scenario in which the order of votes may decide; all votes that are not lost arrive
  /// within two seconds.
  func arrivalScenario(
    votersMax: Int = 4, strategies: [ByzantineStrategy], isAlwaysAttacked: Bool = false
  ) throws -> Scenario {
    var groups: [JSONValue] = []
    var count = 0
    for number in 0..<int(in: 1...2) {
      let size = int(in: 1...2)
      count += size
      groups.append([
        "name": .string("h\(number)"), "role": "honest", "count": JSONValue(size),
        "accuracy": element(of: [1, 0.9, 0.7, ["warranted": 0.6, "unwarranted": 0.95]]),
        "abstain": JSONValue(element(of: [0, 0, 0.2])),
        "correlation": JSONValue(element(of: [0, 0, 0.5])),
        "weight": JSONValue(element(of: [1, 1, 2])),
        "latency": ["uniform": ["from": 0.1, "to": 2]],
      ])
    }
    for number in 0..<int(in: isAlwaysAttacked ? 1...2 : 0...2) where count < votersMax {
      let size = int(in: 1...min(2, votersMax - count))
      count += size
      groups.append([
        "name": .string("b\(number)"), "role": "byzantine", "count": JSONValue(size),
        "strategy": .string(element(of: strategies).name),
        "rate": JSONValue(isAlwaysAttacked ? 1 : element(of: [1, 1, 0.6])), "accuracy": 0.8,
        "weight": JSONValue(element(of: [1, 1, 2])),
      ])
    }
    let scenario: JSONValue = [
      "name": "arrivals", "voters": .array(groups),
      "config": [
        "quorum_fraction": JSONValue(element(of: [0.5, 0.3, 0.75, 1])),
        "majority_threshold": JSONValue(element(of: [0.5, 0.6])),
        "supermajority_threshold": JSONValue(element(of: [0.7, 0.5])),
        "allow_vote_change": .bool(bool()),
        "default_expiry_seconds": JSONValue(element(of: [0, 0, 5])),
      ],
      "safeguards": [
        "tally": .string(element(of: ["anytime", "anytime", "decisive"])),
        "quorum_unit": .string(element(of: ["voters", "voters", "weight"])),
        "ties": .string(element(of: ["approve", "reject"])),
        "rule": .string(element(of: ["ratio", "ratio", "certificate"])),
      ],
      "network": ["loss": JSONValue(element(of: [0, 0, 0.3]))],
      "workload": [
        "tally": .string(element(of: ["deadline", "quorum", "all"])),
        "actions": ["quarantine": 1, "terminate": 1],
      ],
    ]
    note("scenario", scenario.text(.compact))
    return try ScenarioFile(parsing: scenario.text(.compact)).cells[0].scenario
  }
}
