import Experiments
import Guarantees

extension Guarantee {
  /// What a trial shows where it does not hold.
  var violation: BadOutcome {
    switch self {
    case .noFalseApproval: .falseApproval
    case .noFalseRejection: .falseRejection
    case .decision: .quorumFailure
    case .agreement: .disagreement
    }
  }
}
