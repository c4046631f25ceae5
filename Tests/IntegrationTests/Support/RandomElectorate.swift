import Agents
import Consensus
import ConsensusTestSupport
import Experiments
import Guarantees
import JSON
import Scenarios
import TestSupport

/// A random electorate with some faulty voters, and what is done with it.
struct RandomElectorate {
  /// What the closed form is asked.
  let question: GuaranteeQuestion
  let faults: Int
  let scenario: Scenario
}

extension Draw {
  /// Any electorate, under rules that withstand something.
  func electorate() throws -> RandomElectorate {
    // Every replica hears everybody, so most of their electorates are small.
    let isReplicated = bool(probability: 0.4)
    let count = int(in: 1...(isReplicated && bool(probability: 0.9) ? 10 : 40))
    let hasWeights = bool(probability: 0.25)
    let weights = array(count...count) { hasWeights ? Double($0.int(in: 1...4)) : 1 }
    let safeguards = try safeguards(
      authentication: element(of: Safeguards.Authentication.allCases), weightCap: weightCap())
    let config = try ConsensusConfig(
      quorumFraction: element(of: [0.5, 2.0 / 3, 0.75, 0.9, 0.1]),
      majorityThreshold: element(of: [0.5, 0.6, 2.0 / 3]),
      supermajorityThreshold: element(of: [2.0 / 3, 0.75, 0.9]),
      defaultExpirySeconds: .whole(bool(probability: 0.1) ? 5 : 0), allowVoteChange: bool(),
      maxActiveProposals: 2)
    let isTimely = bool()
    let faults = int(in: 0...(count + 2) / 3)
    let isHonestRight = isReplicated ? bool(probability: 0.3) : bool(probability: 0.9)
    let abstain = bool(probability: 0.1) ? 0.3 : 0
    let faulty = Set(shuffled(weights.indices).prefix(faults))
    let groups = weights.indices.map { voter in
      faulty.contains(voter)
        ? faultyGroup(voter, weights[voter])
        : honestGroup(voter, weights[voter], isTimely: isTimely, isRight: isHonestRight, abstain)
    }
    var workload: JSONObject = [
      "proposals": 3, "interval": element(of: [0, 3, 20]), "targets": 2,
      "actions": ["quarantine": 1, "terminate": 1],
    ]
    workload["tally"] = word("deadline", "deadline", "quorum", "all")
    let document: JSONValue = [
      "name": "random", "seed": JSONValue(int(in: 0...1000)), "trials": 2,
      "mode": isReplicated ? "replicated" : "central", "config": config.json,
      "safeguards": safeguards.json, "voters": .array(groups), "network": network(isTimely),
      "workload": .object(workload),
    ]
    let scenario = try ScenarioFile(parsing: document.text()).cells[0].scenario
    return RandomElectorate(
      question: GuaranteeQuestion(scenario, timing: element(of: Timing.allCases)), faults: faults,
      scenario: scenario)
  }

  private func word(_ words: String...) -> JSONValue { .string(element(of: words)) }

  private func group(_ voter: Int, _ weight: Double, _ role: JSONObject) -> JSONValue {
    let common: JSONObject = [
      "name": .string("v\(voter)"), "count": 1, "weight": JSONValue(weight),
    ]
    return .object(JSONObject(common.members + role.members))
  }

  private func honestGroup(
    _ voter: Int, _ weight: Double, isTimely: Bool, isRight: Bool, _ abstain: Double
  ) -> JSONValue {
    let slowest = isTimely ? 4.0 : 12
    return group(
      voter, weight,
      [
        "role": "honest", "accuracy": isRight ? 1 : 0.5, "abstain": JSONValue(abstain),
        "latency": ["uniform": ["from": 0, "to": JSONValue(double(in: 0...slowest))]],
      ])
  }

  private func faultyGroup(_ voter: Int, _ weight: Double) -> JSONValue {
    switch int(in: 0...9) {
    case 0: return group(voter, weight, ["role": "absent", "mode": "crashed"])
    case 1:
      return group(
        voter, weight,
        [
          "role": "colluding", "plan": .string(element(of: CollusionPlan.standard).name),
          "camouflage": 0.25, "targets": ["worker-1"],
        ])
    case 2:
      let steps = array(1...4) { draw -> JSONValue in
        [
          "at": JSONValue(draw.double(in: 0...9)),
          "vote": draw.word("approve", "reject", "abstain"),
          "tally": .bool(draw.bool()),
        ]
      }
      return group(
        voter, weight, ["role": "byzantine", "strategy": "scripted", "script": .array(steps)])
    default:
      return group(
        voter, weight,
        [
          "role": "byzantine",
          "strategy": .string(element(of: Self.strategies).name),
        ])
    }
  }

  /// Every strategy that needs no script.
  private static let strategies = ByzantineStrategy.standard.filter {
    !$0.traits.takes(.script)
  }

  private func network(_ isTimely: Bool) -> JSONValue {
    if isTimely { return ["latency": ["uniform": ["from": 0, "to": 3.9]]] }
    switch int(in: 0...2) {
    case 0: return ["loss": 0.3, "latency": ["exponential": ["mean": 3]], "duplication": 0.2]
    case 1: return ["scheduler": "adversarial", "max_delay": 9]
    default:
      return ["partitions": [["from": 0, "to": 10, "groups": ["v0"], "drop": .bool(bool())]]]
    }
  }
}
