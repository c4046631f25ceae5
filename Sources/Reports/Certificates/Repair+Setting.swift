import Guarantees
import JSON

extension Repair {
  /// The value of the safeguard, as scenarios have it.
  var value: JSONValue {
    switch self {
    case .bftQuorum: "bft"
    case .ruleCertificate: "certificate"
    case .tallyDecisive: "decisive"
    case .tiesReject: "reject"
    case .weightCap(let share): JSONValue(share)
    }
  }
}

extension [Repair] {
  /// The safeguards, as scenarios have them.
  var json: JSONValue { .object(JSONObject(map { (key: $0.key, value: $0.value) })) }
}
