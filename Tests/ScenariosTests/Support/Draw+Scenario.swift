import Agents
import JSON
import TestSupport

extension Draw {
  /// A scenario that is right, with some of its keys left out.
  func scenario() -> JSONValue {
    let names = ["honest", "traitor", "ring-a", "Gone_1"]
    let kinds = subset(of: Array(names.indices.dropFirst()), probability: 0.7)
    let isRest = bool()
    var voters = [group(0, named: names[0], isRest: isRest)]
    voters += kinds.map { group($0, named: names[$0], isRest: false) }
    var scenario: JSONObject = ["name": "a-scenario", "voters": .array(voters)]
    if isRest {
      scenario["electorate"] = JSONValue(int(in: 40...60))
      if voters.count > 1 && bool(), case .object(var faulty) = voters[1] {
        faulty["count"] = "max_faulty"
        voters[1] = .object(faulty)
        scenario["voters"] = .array(voters)
      }
    }
    maybe("description", in: &scenario) { .string($0.string()) }
    maybe("seed", in: &scenario) { .number(.bigInteger(String($0.integer() as UInt64))) }
    maybe("trials", in: &scenario) { JSONValue($0.int(in: 1...1_000_000)) }
    maybe("config", in: &scenario) { $0.config() }
    maybe("safeguards", in: &scenario) { $0.safeguards() }
    maybe("network", in: &scenario) { $0.network(groups: [names[0]] + kinds.map { names[$0] }) }
    maybe("workload", in: &scenario) { $0.workload() }
    maybe("costs", in: &scenario) { draw in
      ["false_approval": ["terminate": draw.probability(), "*": 2], "quorum_failure": 0.5]
    }
    maybe("detectors", in: &scenario) { _ in [["method": "kappa"], ["method": "copying"]] }
    maybe("sweep", in: &scenario) { $0.sweep() }
    maybe("expect", in: &scenario) { draw in
      [["metric": "correct_rate", "at_least": draw.probability(), "confidence": 0.9]]
    }
    return .object(scenario)
  }

  /// Adds a key now and then.
  private func maybe(_ key: String, in object: inout JSONObject, _ value: (Draw) -> JSONValue) {
    if bool() { object[key] = value(self) }
  }

  private func probability() -> JSONValue {
    if int(in: 0...4) > 0 { return JSONValue(double(in: 0...1)) }
    let denominator = int(in: 1...999)
    return .string("\(int(in: 0...denominator))/\(denominator)")
  }

  private func word(_ words: String...) -> JSONValue { .string(element(of: words)) }

  private func delay() -> JSONValue {
    switch int(in: 0...4) {
    case 0: JSONValue(double(in: 0...8_640_000))
    case 1: ["constant": JSONValue(int(in: 0...100))]
    case 2: ["uniform": ["from": JSONValue(double(in: 0...1)), "to": JSONValue(double(in: 1...5))]]
    case 3: ["exponential": ["mean": JSONValue(double(in: 0...8_640_000))]]
    default:
      ["lognormal": ["median": JSONValue(double(in: 1e-9...1e6)), "sigma": probability()]]
    }
  }

  private func group(_ kind: Int, named name: String, isRest: Bool) -> JSONValue {
    var group: JSONObject = ["name": .string(name), "count": JSONValue(int(in: 1...10))]
    if isRest { group["count"] = "rest" }
    maybe("weight", in: &group) { JSONValue($0.double(in: 0.001...100)) }
    maybe("latency", in: &group) { $0.bool() ? nil : $0.delay() }
    group["role"] = .string(["honest", "byzantine", "colluding", "absent"][kind])
    switch kind {
    case 0:
      maybe("abstain", in: &group) { $0.probability() }
      maybe("correlation", in: &group) { $0.probability() }
      maybe("accuracy", in: &group) {
        ["unwarranted": $0.probability(), "warranted": $0.probability()]
      }
    case 1:
      // Floods of many proposals would go beyond what a scenario may hold.
      let strategies = ByzantineStrategy.standard.filter { !$0.traits.does(.opensProposals) }
      let strategy = element(of: strategies)
      group["strategy"] = .string(strategy.name)
      if strategy.traits.takes(.script) {
        group["script"] = [["at": 1, "vote": "approve", "tally": true], condition()]
      }
      maybe("rate", in: &group) { $0.probability() }
    case 2:
      group["plan"] = .string(element(of: CollusionPlan.standard).name)
      maybe("victims", in: &group) { $0.word("honest-1").inList }
      maybe("participation", in: &group) { $0.probability() }
      group["targets"] = word("worker-1", "worker-2").inList
      maybe("from_proposal", in: &group) { JSONValue($0.int(in: 1...100)) }
      maybe("accuracy", in: &group) { $0.probability() }
    default:
      group["mode"] = word("crashed", "crash_at", "intermittent")
      group["at"] = JSONValue(double(in: 0...1e9))
      group["availability"] = probability()
    }
    return .object(group)
  }

  /// A step of a script with a condition.
  private func condition() -> JSONValue {
    var condition: JSONObject = [:]
    maybe("warranted", in: &condition) { .bool($0.bool()) }
    return ["at": 2, "vote": word("approve", "reject", "abstain"), "when": .object(condition)]
  }

  private func config() -> JSONValue {
    var config: JSONObject = [:]
    maybe("quorum_fraction", in: &config) { JSONValue($0.double(in: 0.001...1)) }
    maybe("default_expiry_seconds", in: &config) { JSONValue($0.finiteDouble()) }
    maybe("allow_vote_change", in: &config) { .bool($0.bool()) }
    maybe("max_active_proposals", in: &config) { JSONValue($0.int(in: 1...1000)) }
    return .object(config)
  }

  private func safeguards() -> JSONValue {
    var safeguards: JSONObject = [:]
    maybe("ties", in: &safeguards) { $0.word("approve", "reject") }
    maybe("tally", in: &safeguards) { $0.word("anytime", "decisive") }
    maybe("weight_cap", in: &safeguards) { $0.bool() ? nil : JSONValue($0.double(in: 0.01...1)) }
    return .object(safeguards)
  }

  private func network(groups: [String]) -> JSONValue {
    var network: JSONObject = [:]
    maybe("latency", in: &network) { $0.delay() }
    maybe("loss", in: &network) { $0.probability() }
    maybe("max_delay", in: &network) { JSONValue($0.double(in: 0...100)) }
    if network["max_delay"] != nil { network["scheduler"] = word("fair", "adversarial") }
    maybe("partitions", in: &network) { draw in
      let start = draw.double(in: 0...1e6)
      return [
        [
          "from": JSONValue(start), "to": JSONValue(start + draw.double(in: 0...1e6)),
          "groups": JSONValue.string(draw.element(of: groups)).inList,
        ]
      ]
    }
    return .object(network)
  }

  private func workload() -> JSONValue {
    var workload: JSONObject = [:]
    maybe("proposals", in: &workload) { JSONValue($0.int(in: 1...50)) }
    maybe("interval", in: &workload) { $0.bool() ? 10.0 : ["exponential": ["mean": 3]] }
    maybe("deadline", in: &workload) { JSONValue($0.double(in: 1e-6...1000)) }
    maybe("warranted", in: &workload) { $0.probability() }
    maybe("tally", in: &workload) { $0.word("deadline", "quorum", "all") }
    maybe("actions", in: &workload) { draw in
      var actions: JSONObject = ["escalate": 0.5]
      for _ in 0..<draw.int(in: 0...3) {
        actions[draw.string(1...5, of: .names)] = JSONValue(draw.double(in: 0...5))
      }
      return .object(actions)
    }
    return .object(workload)
  }

  private func sweep() -> JSONValue {
    var sweep: JSONObject = [:]
    maybe("voters.honest.accuracy", in: &sweep) { _ in
      [0.5, ["warranted": 1, "unwarranted": 0.9]]
    }
    maybe("config.quorum_fraction", in: &sweep) { _ in ["from": 0.2, "to": 0.5, "step": 0.1] }
    maybe("voters.honest.latency", in: &sweep) { [nil, 0.25, $0.delay()] }
    maybe("workload.targets", in: &sweep) { JSONValue($0.int(in: 2...9)).inList }
    maybe("variant", in: &sweep) { draw in
      let labels = draw.subset(of: ["1/2", "none", "ring, \"loud\"", "5"], probability: 0.6)
      return .array(
        (labels.isEmpty ? ["only"] : labels).map { label in
          var set: JSONObject = [:]
          draw.maybe("voters.honest.abstain", in: &set) { $0.probability() }
          draw.maybe("workload.warranted", in: &set) { $0.probability() }
          draw.maybe("network", in: &set) { ["loss": $0.probability()] }
          return ["label": .string(label), "set": .object(set)]
        })
    }
    return .object(sweep)
  }
}

extension JSONValue {
  fileprivate var inList: JSONValue { .array([self]) }
}
