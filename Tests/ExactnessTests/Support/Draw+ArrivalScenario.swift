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
      groups.append(honestGroup(number, count: size) { ["uniform": ["from": 0.1, "to": 2]] })
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
      "config": config(), "safeguards": safeguards(),
      "network": ["loss": JSONValue(element(of: [0, 0, 0.3]))],
      "workload": [
        "tally": .string(element(of: ["deadline", "quorum", "all"])),
        "actions": ["quarantine": 1, "terminate": 1],
      ],
    ]
    note("scenario", scenario.text(.compact))
    return try ScenarioFile(parsing: scenario.text(.compact)).cells[0].scenario
  }

  /// A scenario in which somebody is faulty; votes may be late, and cost more or less.
  func attackedScenario() throws -> Scenario {
    func latency() -> JSONValue {
      element(of: [
        1, 0, ["uniform": ["from": 0, "to": 3]], ["uniform": ["from": 2, "to": 12]],
        ["exponential": ["mean": 4]],
      ])
    }
    var groups: [JSONValue] = (0..<int(in: 1...2)).map { number in
      honestGroup(number, count: int(in: 1...3), latency)
    }
    if bool() {
      groups.append([
        "name": "a", "role": "absent", "count": JSONValue(int(in: 1...2)),
        "mode": .string(element(of: ["intermittent", "intermittent", "crashed", "crash_at"])),
        "at": 55.5, "availability": 0.7, "weight": JSONValue(element(of: [1, 2])),
        "latency": latency(),
      ])
    }
    groups.insert(
      [
        "name": "b", "role": "byzantine", "count": JSONValue(int(in: 1...2)),
        "strategy": "oppose", "weight": JSONValue(element(of: [1, 1, 2])),
      ], at: int(in: 0...groups.count))
    if bool() {
      groups.append([
        "name": "ring", "role": "colluding", "count": 1, "plan": "lockstep",
        "weight": JSONValue(element(of: [1, 2])),
      ])
    }
    let scenario: JSONValue = [
      "name": "attacked", "voters": .array(groups),
      "config": config(), "safeguards": safeguards(),
      "network": [
        "loss": JSONValue(element(of: [0, 0, 0.3])),
        "scheduler": .string(element(of: ["fair", "fair", "adversarial"])), "max_delay": 2,
      ],
      "workload": [
        "tally": .string(element(of: ["deadline", "quorum", "all"])),
        "actions": ["quarantine": 1, "re-image": 2, "terminate": 1],
      ],
      "costs": [
        "false_approval": ["re-image": 5, "*": JSONValue(element(of: [0, 1, 3]))],
        "quorum_failure": JSONValue(element(of: [0, 2, 6])),
      ],
    ]
    note("scenario", scenario.text(.compact))
    return try ScenarioFile(parsing: scenario.text(.compact)).cells[0].scenario
  }

  // MARK: Parts of both

  private func honestGroup(
    _ number: Int, count: Int, _ latency: () -> JSONValue
  ) -> JSONValue {
    [
      "name": .string("h\(number)"), "role": "honest", "count": JSONValue(count),
      "accuracy": element(of: [1, 0.9, 0.7, ["warranted": 0.6, "unwarranted": 0.95]]),
      "abstain": JSONValue(element(of: [0, 0, 0.2])),
      "correlation": JSONValue(element(of: [0, 0, 0.5])),
      "weight": JSONValue(element(of: [1, 1, 2])), "latency": latency(),
    ]
  }

  private func config() -> JSONValue {
    [
      "quorum_fraction": JSONValue(element(of: [0.5, 0.3, 0.75, 1])),
      "majority_threshold": JSONValue(element(of: [0.5, 0.6])),
      "supermajority_threshold": JSONValue(element(of: [0.7, 0.5])),
      "allow_vote_change": .bool(bool()),
      "default_expiry_seconds": JSONValue(element(of: [0, 0, 5])),
    ]
  }

  private func safeguards() -> JSONValue {
    [
      "tally": .string(element(of: ["anytime", "anytime", "decisive"])),
      "quorum_unit": .string(element(of: ["voters", "voters", "weight"])),
      "ties": .string(element(of: ["approve", "reject"])),
      "rule": .string(element(of: ["ratio", "ratio", "certificate"])),
    ]
  }
}
