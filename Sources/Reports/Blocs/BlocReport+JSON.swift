import Detection
import JSON
import Votes

extension BlocReport {
  /// The report as one object.
  public var json: JSONValue {
    var object: JSONObject = [
      "file": .string(file), "voters": JSONValue(table.voters.count),
      "proposals": JSONValue(table.proposals.count),
      "detector": .string(analysis.detector.method.name),
      "blocs": .array(analysis.entries.map(json)),
    ]
    if let notice { object["notice"] = .string(notice) }
    if let index = analysis.adjustedRandIndex {
      object["adjusted_rand_index"] = JSONValue(index.value)
    }
    return .object(object)
  }

  private func json(_ entry: BlocAnalysis.Entry) -> JSONValue {
    let judgement = entry.judgement
    return [
      "members": .array(names(entry.bloc).map { .string($0) }),
      "score": JSONValue(entry.bloc.score),
      "rate": judgement.map { JSONValue($0.profile.rate) } ?? .null,
      "fidelity": judgement.map { JSONValue($0.profile.fidelity) } ?? .null,
      "kind": JSONValue(judgement?.profile.kind.rawValue),
      "plan_gain": judgement.map { JSONValue($0.profile.gain) } ?? .null,
      "harm": judgement?.harm.json ?? .null,
    ]
  }
}

extension HarmAssessment {
  fileprivate var json: JSONValue {
    [
      "verdict": .string(verdict.rawValue), "decisions_turned": JSONValue(decisionsTurned),
      "dissent_p": JSONValue(dissentPValue),
      "aim": aim.map {
        ["trait": .string($0.trait), "value": .string($0.value), "p": JSONValue($0.pValue)]
      } ?? .null,
    ]
  }
}
