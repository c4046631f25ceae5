import JSON
import Scenarios

/// A scenario of a few voters: one unwarranted proposal at 0 s, tallied at 8 s, unless told
/// otherwise.
func cell(
  _ voters: [JSONValue], config: JSONValue = [:], safeguards: JSONValue = [:],
  network: JSONValue = [:], workload: JSONObject = [:], mode: JSONValue = "central",
  seed: JSONValue = 1
) throws -> Scenario {
  let standard: JSONObject = [
    "proposals": 1, "interval": 10, "warranted": 0, "deadline": 8, "targets": 1,
  ]
  let scenario: JSONValue = [
    "name": "tiny", "seed": seed, "mode": mode, "config": config, "safeguards": safeguards,
    "voters": .array(voters), "network": network,
    "workload": .object(standard.changed(by: workload)),
  ]
  return try ScenarioFile(parsing: scenario.text(.compact)).cells[0].scenario
}

/// Voters who are always right and need a second for it, unless told otherwise.
func honest(_ count: Int, _ name: String = "honest", _ changes: JSONObject = [:]) -> JSONValue {
  let group: JSONObject = [
    "name": .string(name), "role": "honest", "count": JSONValue(count), "latency": 1,
  ]
  return .object(group.changed(by: changes))
}

/// Faulty voters called `traitor`, each for itself.
func traitor(_ strategy: String, _ count: Int = 1, _ changes: JSONObject = [:]) -> JSONValue {
  let group: JSONObject = [
    "name": "traitor", "role": "byzantine", "count": JSONValue(count),
    "strategy": .string(strategy),
  ]
  return .object(group.changed(by: changes))
}

/// Faulty voters called `ring`, who follow one plan.
func ring(_ plan: String, _ count: Int, _ changes: JSONObject = [:]) -> JSONValue {
  let group: JSONObject = [
    "name": "ring", "role": "colluding", "count": JSONValue(count), "plan": .string(plan),
  ]
  return .object(group.changed(by: changes))
}

/// Voters called `gone`, who are not always there.
func gone(_ count: Int, _ changes: JSONObject = [:]) -> JSONValue {
  let group: JSONObject = ["name": "gone", "role": "absent", "count": JSONValue(count)]
  return .object(group.changed(by: changes))
}

extension JSONObject {
  fileprivate func changed(by changes: JSONObject) -> JSONObject {
    var object = self
    for (key, value) in changes.members { object[key] = value }
    return object
  }
}
