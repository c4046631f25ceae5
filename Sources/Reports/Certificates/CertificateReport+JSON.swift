import Consensus
import Experiments
import Guarantees
import JSON
import Scenarios

extension CertificateReport {
  /// The report as an object, for other programs.
  public var json: JSONValue { .object(JSONObject(members)) }

  private var members: [(key: String, value: JSONValue)] {
    let question = certificate.question
    var object: JSONObject = [
      "voters": JSONValue(question.voterCount),
      "max_byzantine_faults": JSONValue(question.advertisedFaults),
      "timing": .string(question.timing.rawValue),
      "mode": question.counting.json,
      "config": question.rules.config.json,
      "safeguards": question.rules.safeguards.json,
      "guarantees": .array(certificate.answers.map(json)),
      "states": certificate.stateCount.map { JSONValue($0) } ?? .null,
    ]
    for (key, value) in Self.members(study.analysis.whole) { object[key] = value }
    if let frontier = frontierJSON { object["frontier"] = frontier }
    object["prices"] = .array(study.prices.map(Self.json))
    if !question.isOfEqualVoters { object["power"] = .array(powers.map(json)) }
    return object.members
  }

  /// The report on the first of some cells that have the same certificate, with all of them.
  public func json(of cells: [ScenarioCell], named name: String) -> JSONValue {
    let listed = cells.map { cell -> JSONValue in
      .object(JSONObject([("cell", JSONValue(cell.number))] + cell.axes.members))
    }
    var object = JSONObject(
      [("scenario", .string(name)), ("cell", JSONValue(cells[0].number))] + cells[0].axes.members)
    object["cells"] = .array(listed)
    // An axis may have the name of something in the report, such as a mode.
    for (key, value) in members { object[key] = value }
    return .object(object)
  }

  private func json(_ answer: GuaranteeAnswer) -> JSONValue {
    var object: JSONObject = [
      "guarantee": .string(answer.guarantee.rawValue),
      "actions": .string(answer.actions.rawValue),
      "quorum_required": JSONValue(answer.quorumRequired),
      "threshold": JSONValue(answer.threshold),
      "tolerated": JSONValue(answer.tolerated),
      "proof": .string(answer.proof.rawValue),
      "attack": answer.attack.map(json) ?? .null,
      "premises": premisesJSON(of: answer.guarantee),
    ]
    if let risk = riskJSON(of: answer) { object["at_risk"] = risk }
    let advice = advice.first {
      $0.gap.guarantee == answer.guarantee && $0.gap.actions == answer.actions
    }
    if let advice {
      for (key, value) in Self.members(advice.repairs) { object[key] = value }
    }
    return .object(object)
  }

  // MARK: Attacks

  private func json(_ attack: Attack) -> JSONValue {
    [
      "faulty": .array(attack.faulty.map { .string(voterIDs[$0]) }),
      "warranted": attack.isWarranted.map { .bool($0) } ?? .null,
      "tallies": .array(attack.views.map(json)),
    ]
  }

  private func json(_ view: Attack.View) -> JSONValue {
    [
      "replica": view.owner.map { .string(voterIDs[$0]) } ?? .null,
      "arrived": .array(
        view.arrivals.map { arrival in
          [
            "voter": .string(voterIDs[arrival.voter]), "value": .string(arrival.value.rawValue),
          ]
        }),
      "tally": .string(view.moment.rawValue),
      "decision": .string(view.decision.rawValue),
    ]
  }

  // MARK: Power

  private func json(_ power: VotingPower) -> JSONValue {
    [
      "actions": .string(power.actions.rawValue),
      "decide_alone": names(power.deciders),
      "block_alone": names(power.blockers),
      "forcing": power.forcing.map(json) ?? .null,
      "blocking": power.blocking.map(json) ?? .null,
      "voters": power.shares.map { .array($0.map(json)) } ?? .null,
    ]
  }

  private func names(_ voters: [Int]) -> JSONValue {
    .array(voters.map { .string(voterIDs[$0]) })
  }

  private func json(_ coalition: VotingPower.Coalition) -> JSONValue {
    [
      "size": JSONValue(coalition.members.count),
      "coalitions": coalition.count.map { count in
        Int(exactly: count).map { JSONValue($0) } ?? .number(.bigInteger(String(count)))
      } ?? .null,
      "example": names(coalition.members),
    ]
  }

  private func json(_ share: VotingPower.Share) -> JSONValue {
    [
      "voter": .string(voterIDs[share.voter]),
      "weight": JSONValue(share.weight),
      "banzhaf": JSONValue(share.banzhaf),
      "banzhaf_index": JSONValue(share.banzhafIndex),
      "shapley_shubik": JSONValue(share.shapleyShubik),
    ]
  }
}

extension VoteCounting {
  /// The mode as scenarios have it; null if it is not said.
  fileprivate var json: JSONValue {
    switch self {
    case .central, .replicated: .string(rawValue)
    case .either: .null
    }
  }
}

extension [AxisValue] {
  fileprivate var members: [(key: String, value: JSONValue)] { map { ($0.axis, $0.value) } }
}
