import Consensus
import JSON

/// A field whose values between two shares of votes all decide alike, so that there are only so many
/// different ones.
package enum FractionField: String, CaseIterable, Sendable {
  case quorum = "quorum_fraction"
  case majority = "majority_threshold"
  case supermajority = "supermajority_threshold"

  /// The field in the table of all fields.
  package var field: RuleField {
    guard let field = RuleField.named(rawValue) else {
      preconditionFailure("the configuration has no field \(rawValue)")
    }
    return field
  }

  /// The fraction in some settings.
  package func value(in settings: RuleSettings) -> Double {
    switch self {
    case .quorum: settings.config.quorumFraction
    case .majority: settings.config.majorityThreshold
    case .supermajority: settings.config.supermajorityThreshold
    }
  }

  /// Sets the fraction, which must be above 0 and at most 1.
  package func set(_ value: Double, in settings: inout RuleSettings) {
    do {
      try field.set(JSONValue(shortest: value), in: &settings)
    } catch {
      preconditionFailure("a fraction is out of range: \(error)")
    }
  }
}
