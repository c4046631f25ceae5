import Consensus
import Experiments
import JSON
import Simulation

extension Transcript.Entry {
  /// The entry as an object, for other programs.
  public var json: JSONValue {
    var object: JSONObject = [
      "time": JSONValue(time.seconds), "proposal": proposal.map { JSONValue($0) } ?? .null,
      "actor": .string(actor),
    ]
    if let replica { object["replica"] = .string(replica) }
    for (key, value) in eventMembers { object[key] = value }
    return .object(object)
  }

  private var eventMembers: [(String, JSONValue)] {
    switch occurrence {
    case .opened(let action, let target, let isWarranted):
      [
        ("event", "propose"), ("action", .string(action)), ("target", .string("worker-\(target)")),
        ("warranted", .bool(isWarranted)),
      ]
    case .proposalRefused(let refusal):
      [("event", "propose"), ("refused", .string(refusal.code))]
    case .vote(let value, let name, let refusal):
      [("event", "vote"), ("value", .string(value.rawValue))]
        + (name.map { [("in_name_of", .string($0))] } ?? [])
        + (refusal.map { [("refused", .string($0.code))] } ?? []) + countMembers
    case .tally(let decision, let isRight):
      [("event", "tally"), ("decision", .string(decision.rawValue))]
        + (isRight.map { [("right", .bool($0))] } ?? []) + countMembers
    case .executed: [("event", "execute")]
    }
  }

  private var countMembers: [(String, JSONValue)] {
    [
      ("approve", JSONValue(count.approve)), ("reject", JSONValue(count.reject)),
      ("abstain", JSONValue(count.abstain)),
    ]
  }
}
