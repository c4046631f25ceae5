import Guarantees
import Metrics

extension Trials {
  /// The first of the trials up to a number that shows something bad; nil if none does.
  public mutating func first(_ outcome: BadOutcome, upTo last: Int) -> Int? {
    for number in 1...last {
      if outcome.isShown(by: run(number...number)) { return number }
    }
    return nil
  }
}

extension Guarantee {
  /// What happens where it does not hold.
  public var violation: BadOutcome {
    switch self {
    case .noFalseApproval: .falseApproval
    case .noFalseRejection: .falseRejection
    case .decision: .quorumFailure
    case .agreement: .disagreement
    }
  }
}
