import Consensus
import Guarantees
import JSON
import Scenarios

/// A scenario file that replays an attack.
public struct AttackScenario: Sendable {
  /// The scenario.
  public let json: JSONValue

  /// The scenario for the attack in an answer; nil if it has none.
  ///
  /// - Parameter description: What the scenario shows, in one sentence.
  /// - Complexity: O(*n*).
  public init?(
    of answer: GuaranteeAnswer, to question: GuaranteeQuestion, named name: String,
    description: String = ""
  ) {
    guard let attack = answer.attack else { return nil }
    let isReplicated = answer.guarantee == .agreement
    let schedule =
      isReplicated
      ? AttackSchedule(replicas: attack, voterCount: question.voterCount)
      : AttackSchedule(
        central: attack, voterCount: question.voterCount, isOrderFree: question.isOrderFree)
    let clock = StepClock(schedule, expiry: question.rules.config.defaultExpirySeconds.value)
    let groups = AttackGroups(schedule, weights: question.weights)
    var scenario: JSONObject = [
      "name": .string(name),
      "description": .string(description),
      "trials": 1,
      "mode": isReplicated || question.counting == .replicated ? "replicated" : "central",
      "config": question.rules.config.json,
      "safeguards": question.rules.safeguards.json,
      "voters": .array(groups.voters(clock)),
      "workload": [
        "proposals": 1, "actions": [answer.actions == .critical ? "terminate" : "quarantine": 1],
        "warranted": schedule.isWarranted ? 1 : 0, "targets": 1,
        "deadline": clock.seconds(schedule.deadlineStep),
      ],
    ]
    if let cutStep = schedule.cutStep, let cutOff = groups.cutOff {
      scenario["network"] = [
        "partitions": [
          [
            "from": clock.seconds(cutStep), "to": clock.seconds(schedule.deadlineStep + 2),
            "groups": .array(cutOff.map { .string($0) }), "drop": true,
          ]
        ]
      ]
    }
    json = .object(scenario)
  }
}

/// The time of each step of an attack.
private struct StepClock {
  private let secondsPerStep: Double

  /// A clock with one second for each step, or less if proposals expire too soon for that.
  init(_ schedule: AttackSchedule, expiry: Double) {
    let steps = Double(schedule.deadlineStep + 1)
    secondsPerStep = expiry > 0 && expiry < steps ? expiry / steps : 1
  }

  func seconds(_ step: Int) -> JSONValue { JSONValue(Double(step) * secondsPerStep) }
}

/// The voters of an attack in groups: neighbours with the same part and weight form a group.
private struct AttackGroups {
  private struct Group {
    let name: String
    let part: AttackSchedule.Part
    let weight: Double
    var count: Int
  }

  private var groups: [Group] = []

  init(_ schedule: AttackSchedule, weights: [Double]) {
    var namesUsed: [String: Int] = [:]
    for (part, weight) in zip(schedule.parts, weights) {
      if let last = groups.indices.last, groups[last].part == part, groups[last].weight == weight {
        groups[last].count += 1
        continue
      }
      let name = part.name(before: schedule.deadlineStep)
      namesUsed[name, default: 0] += 1
      let number = namesUsed[name] ?? 1
      groups.append(
        Group(
          name: number == 1 ? name : "\(name)-\(number)", part: part, weight: weight, count: 1))
    }
  }

  /// The names of the groups that are cut off; nil if there are none, or if nobody is left on the
  /// other side.
  var cutOff: [String]? {
    let names = groups.filter(\.part.isCutOff).map(\.name)
    return names.isEmpty ? nil : names
  }

  /// The groups in the form of a scenario.
  func voters(_ clock: StepClock) -> [JSONValue] {
    groups.map { group in
      var voters: JSONObject = [
        "name": .string(group.name), "role": "honest", "count": JSONValue(group.count),
        "weight": JSONValue(group.weight),
      ]
      switch group.part {
      case .faulty(let lines):
        voters["role"] = "byzantine"
        voters["strategy"] = "scripted"
        voters["script"] = .array(lines.compactMap { step($0, clock) })
      case .honest(let step, let isMistaken, _):
        if isMistaken { voters["accuracy"] = 0 }
        voters["latency"] = clock.seconds(step)
      }
      return .object(voters)
    }
  }

  /// A step of a script; nil if it is for nobody.
  private func step(_ line: AttackSchedule.Line, _ clock: StepClock) -> JSONValue? {
    var step: JSONObject = ["at": clock.seconds(line.step)]
    if let vote = line.vote { step["vote"] = .string(vote.rawValue) }
    if let isForCutOff = line.isForCutOff {
      let recipients = groups.filter { $0.part.isHonest && $0.part.isCutOff == isForCutOff }
      if recipients.isEmpty { return nil }
      step["to"] = .array(recipients.map { .string($0.name) })
    }
    if line.callsTally { step["tally"] = true }
    return .object(step)
  }
}

extension AttackSchedule.Part {
  fileprivate var isHonest: Bool {
    if case .honest = self { true } else { false }
  }

  fileprivate var isCutOff: Bool {
    if case .honest(_, _, let isCutOff) = self { isCutOff } else { false }
  }

  /// The name of a group of voters with this part.
  fileprivate func name(before deadline: Int) -> String {
    switch self {
    case .faulty: "faulty"
    case .honest(let step, _, _) where step > deadline: "late"
    case .honest(_, let isMistaken, _): isMistaken ? "mistaken" : "honest"
    }
  }
}
