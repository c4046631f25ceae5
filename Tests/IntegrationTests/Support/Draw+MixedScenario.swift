import Agents
import JSON
import Scenarios
import TestSupport

extension Draw {
  /// A scenario of any mixture of voters, delays and rules; not all of them are a matter of sums.
  func mixedScenario(
    strategies: [ByzantineStrategy] = ByzantineStrategy.standard.filter(\.traits.isForeseen)
  ) throws -> Scenario {
    var groups: [JSONValue] = []
    // Where the order of votes decides, it is known if all have the same distribution of delays.
    let shared: JSONValue? = bool() ? ["uniform": ["from": 0, "to": 10]] : nil
    for index in 0..<int(in: 1...4) {
      groups.append(.object(group("g\(index)", strategies, latency: shared)))
    }
    groups.append(.object(group("loyal", [], latency: shared)))
    let scenario: JSONValue = [
      "name": "mixed", "seed": JSONValue(int(in: 1...1_000_000)), "voters": .array(groups),
      "config": [
        "quorum_fraction": JSONValue(element(of: [0.5, 0.75, 0.3, 1])),
        "majority_threshold": JSONValue(element(of: [0.5, 0.6, 0.7])),
        "allow_vote_change": .bool(bool()),
        "default_expiry_seconds": JSONValue(element(of: [0, 8, 5])),
      ],
      "safeguards": [
        "tally": .string(element(of: ["anytime", "decisive"])),
        "quorum": .string(element(of: ["fraction", "bft"])),
        "quorum_unit": .string(element(of: ["voters", "weight"])),
        "ties": .string(element(of: ["approve", "reject"])),
        "rule": .string(element(of: ["ratio", "ratio", "certificate"])),
        "authentication": .string(element(of: ["none", "hmac"])),
      ],
      "network": [
        "latency": delay(),
        "loss": JSONValue(element(of: [0, 0, 0.1])),
        "duplication": JSONValue(element(of: [0, 0, 0.3])),
      ],
      "workload": [
        "proposals": 20, "deadline": 8, "targets": JSONValue(int(in: 2...4)),
        "interval": element(of: [10, 10, 3, ["exponential": ["mean": 10]]]),
        "warranted": JSONValue(element(of: [0.5, 0.3, 0, 1])),
        "actions": [
          "quarantine": JSONValue(int(in: 1...2)), "terminate": JSONValue(int(in: 0...2)),
        ],
        "tally": .string(element(of: ["deadline", "deadline", "all", "quorum"])),
      ],
      "costs": ["false_approval": ["terminate": 10, "*": 2], "quorum_failure": 0.5],
    ]
    note("scenario", scenario.text(.compact))
    return try ScenarioFile(parsing: scenario.text(.compact)).cells[0].scenario
  }

  private func delay() -> JSONValue {
    element(of: [
      0, 0, 0.5, ["uniform": ["from": 0, "to": 3]], ["uniform": ["from": 0, "to": 10]],
      ["exponential": ["mean": 4]], ["lognormal": ["median": 2, "sigma": 1]],
    ])
  }

  private func group(
    _ name: String, _ strategies: [ByzantineStrategy], latency: JSONValue?
  ) -> JSONObject {
    let kinds = strategies.isEmpty ? ["honest"] : ["honest", "absent", "byzantine", "colluding"]
    let kind = element(of: kinds)
    var group: JSONObject = [
      "name": .string(name), "role": .string(kind), "count": JSONValue(int(in: 1...3)),
    ]
    group["weight"] = JSONValue(element(of: [1, 1, 1, 2, 0.1]))
    let isFaulty = kind == "byzantine" || kind == "colluding"
    if let latency {
      if !isFaulty { group["latency"] = latency }
    } else if bool() {
      group["latency"] = delay()
    }
    let accuracy: JSONValue = element(of: [
      0.9, 0.6, 1, ["warranted": 0.7, "unwarranted": 0.95],
    ])
    switch kind {
    case "honest":
      group["accuracy"] = accuracy
      group["abstain"] = JSONValue(element(of: [0, 0.2]))
      if int(in: 0...4) == 0 { group["latency_if_wrong"] = delay() }
      group["correlation"] = JSONValue(element(of: [0, 0.5]))
    case "absent":
      group["mode"] = .string(element(of: ["crashed", "crash_at", "intermittent"]))
      group["at"] = JSONValue(element(of: [55.5, 101]))
      group["availability"] = JSONValue(0.7)
    case "byzantine":
      group["strategy"] = .string(element(of: strategies).name)
      group["rate"] = JSONValue(element(of: [1, 0.4]))
      group["accuracy"] = accuracy
    default:
      group["plan"] = .string(
        element(of: CollusionPlan.standard.filter(\.traits.isForeseen)).name)
      group["participation"] = JSONValue(element(of: [1, 1, 0.6]))
      group["camouflage"] = JSONValue(element(of: [0, 0.4]))
      group["from_proposal"] = JSONValue(element(of: [1, 8]))
      group["targets"] = element(of: [["worker-1"], ["worker-1", "worker-2"], ["worker-2"]])
      group["accuracy"] = accuracy
    }
    return group
  }
}

extension BehaviourTraits {
  /// Whether something is known of its voters' votes beforehand.
  var isForeseen: Bool {
    if case .unknown = forecast { false } else { true }
  }
}
