/// Why a protocol cannot be set up as asked.
public enum ConfigurationError: CodedError, Hashable, Sendable {
  case invalidQuorumFraction(Double)
  case invalidMajorityThreshold(Double)
  case invalidSupermajorityThreshold(Double)
  case invalidDefaultExpirySeconds
  case invalidMaxActiveProposals(Int)
  case invalidWeightCap(Double)
  case noVoters
  case duplicateVoters(String)
  case nonpositiveWeight(String)
  case missingKey(String)

  /// The code of recorded traces.
  public var code: String {
    switch self {
    case .invalidQuorumFraction: "invalid_quorum_fraction"
    case .invalidMajorityThreshold: "invalid_majority_threshold"
    case .invalidSupermajorityThreshold: "invalid_supermajority_threshold"
    case .invalidDefaultExpirySeconds: "invalid_default_expiry_seconds"
    case .invalidMaxActiveProposals: "invalid_max_active_proposals"
    case .invalidWeightCap: "invalid_weight_cap"
    case .noVoters: "no_voters"
    case .duplicateVoters: "duplicate_voters"
    case .nonpositiveWeight: "nonpositive_weight"
    case .missingKey: "missing_key"
    }
  }
}

extension ConfigurationError: CustomStringConvertible {
  /// What is wrong and what is allowed.
  public var description: String {
    switch self {
    case .invalidQuorumFraction(let value): "quorum_fraction must be in (0, 1], not \(value)"
    case .invalidMajorityThreshold(let value):
      "majority_threshold must be in (0, 1], not \(value)"
    case .invalidSupermajorityThreshold(let value):
      "supermajority_threshold must be in (0, 1], not \(value)"
    case .invalidDefaultExpirySeconds: "default_expiry_seconds must be a finite number"
    case .invalidMaxActiveProposals(let value):
      "max_active_proposals must be at least 1, not \(value)"
    case .invalidWeightCap(let value): "weight_cap must be in (0, 1], not \(value)"
    case .noVoters: "at least one voter is needed"
    case .duplicateVoters(let voter): "the voter '\(voter)' is named twice"
    case .nonpositiveWeight(let voter):
      "the weight of '\(voter)' must be a finite number above 0"
    case .missingKey(let voter):
      "the voter '\(voter)' has no key, which authentication by HMAC needs"
    }
  }
}
