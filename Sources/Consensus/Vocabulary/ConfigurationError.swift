/// Why a protocol cannot be created.
public enum ConfigurationError: CodedError, Hashable, Sendable {
  /// A setting is not allowed: its key, its value, and the allowed values in words.
  case invalidField(key: String, value: String, allowed: String)
  case noVoters
  case duplicateVoters(String)
  case nonpositiveWeight(String)
  case missingKey(String)
  case missingInstance

  /// The code in recorded traces.
  public var code: String {
    switch self {
    case .invalidField(let key, _, _): "invalid_\(key)"
    case .noVoters: "no_voters"
    case .duplicateVoters: "duplicate_voters"
    case .nonpositiveWeight: "nonpositive_weight"
    case .missingKey: "missing_key"
    case .missingInstance: "missing_instance"
    }
  }
}

extension ConfigurationError: CustomStringConvertible {
  /// What is wrong and what is allowed.
  public var description: String {
    switch self {
    case .invalidField(let key, let value, let allowed):
      "\(key) must be \(allowed), not \(value)"
    case .noVoters: "at least one voter is needed"
    case .duplicateVoters(let voter): "the voter '\(voter)' is named twice"
    case .nonpositiveWeight(let voter):
      "the weight of '\(voter)' must be a finite number above 0"
    case .missingKey(let voter):
      "the voter '\(voter)' has no key, which authentication by HMAC needs"
    case .missingInstance:
      "the instance has no name, which authentication by HMAC needs"
    }
  }
}
