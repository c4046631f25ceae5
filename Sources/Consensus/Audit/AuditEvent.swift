import JSON

/// What an audit entry records.
public enum AuditEvent: Sendable {
  case propose(action: String, target: String?, evidence: JSONObject)
  case vote(value: VoteValue, reason: String?, hash: VoteHash)
  case tally(decision: Decision, approve: Int, reject: Int, abstain: Int, quorumMet: Bool)
  case expired
  case execute(action: String, target: String?)

  /// The name of the kind of event in the log.
  public var type: String {
    switch self {
    case .propose: "propose"
    case .vote: "vote"
    case .tally: "tally"
    case .expired: "expired"
    case .execute: "execute"
    }
  }

  /// The details as JSON, as in the log.
  public var data: JSONObject {
    switch self {
    case .propose(let action, let target, let evidence):
      ["action": .string(action), "target": JSONValue(target), "evidence": .object(evidence)]
    case .vote(let value, let reason, let hash):
      [
        "value": .string(value.rawValue), "reason": JSONValue(reason),
        "hash": .string(hash.description),
      ]
    case .tally(let decision, let approve, let reject, let abstain, let quorumMet):
      [
        "decision": .string(decision.rawValue), "approve": JSONValue(approve),
        "reject": JSONValue(reject), "abstain": JSONValue(abstain), "quorum_met": .bool(quorumMet),
      ]
    case .expired: [:]
    case .execute(let action, let target):
      ["action": .string(action), "target": JSONValue(target)]
    }
  }
}

extension [UInt8] {
  /// Appends the details as Python writes them, with sorted keys: the same bytes as `data` in that
  /// style, without building it, because every vote and tally of a long history needs this.
  mutating func append(dataOf event: AuditEvent) {
    switch event {
    case .propose(let action, let target, let evidence):
      append(literal: #"{"action": "#)
      append(pythonText: action)
      append(literal: #", "evidence": "#)
      append(json: .object(evidence), .python)
      append(literal: #", "target": "#)
      append(pythonText: target)
    case .vote(let value, let reason, let hash):
      append(literal: #"{"hash": ""#)
      append(hexadecimal: hash.value)
      append(literal: #"", "reason": "#)
      append(pythonText: reason)
      append(literal: #", "value": "#)
      append(pythonText: value.rawValue)
    case .tally(let decision, let approve, let reject, let abstain, let quorumMet):
      append(literal: #"{"abstain": "#)
      append(decimal: abstain)
      append(literal: #", "approve": "#)
      append(decimal: approve)
      append(literal: #", "decision": "#)
      append(pythonText: decision.rawValue)
      append(literal: #", "quorum_met": "#)
      append(literal: quorumMet ? "true" : "false")
      append(literal: #", "reject": "#)
      append(decimal: reject)
    case .expired:
      append(literal: "{")
    case .execute(let action, let target):
      append(literal: #"{"action": "#)
      append(pythonText: action)
      append(literal: #", "target": "#)
      append(pythonText: target)
    }
    append(literal: "}")
  }

  private mutating func append(pythonText text: String?) {
    if let text {
      append(quoted: text, escapingNonASCII: true)
    } else {
      append(literal: "null")
    }
  }
}
