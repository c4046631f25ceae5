import Guarantees
import Metrics

extension Trials {
  /// The first trial, up to a number, with a bad outcome; nil if there is none.
  package mutating func first(_ outcome: BadOutcome, upTo last: Int) -> Int? {
    for number in 1...last {
      if outcome.isShown(by: run(number...number)) { return number }
    }
    return nil
  }
}

extension Guarantee {
  /// Whether the counts of a trial show the outcome.
  package var violation: BadOutcome {
    switch self {
    case .noFalseApproval: .falseApproval
    case .noFalseRejection: .falseRejection
    case .decision: .quorumFailure
    case .agreement: .disagreement
    }
  }
}
