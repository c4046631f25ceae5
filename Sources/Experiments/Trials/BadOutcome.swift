import Guarantees
import Statistics

/// Something bad that a trial can show.
public enum BadOutcome: String, CaseIterable, Sendable {
  case falseApproval = "false_approval"
  case falseRejection = "false_rejection"
  case quorumFailure = "quorum_failure"
  case disagreement
  case forgedVote = "forged_vote"

  /// Whether trials with these counts show it.
  public func isShown(by counts: CellCounts) -> Bool {
    switch self {
    case .falseApproval: counts.endings.unwarranted.approved > 0
    case .falseRejection: counts.endings.warranted.rejected > 0
    case .quorumFailure:
      counts.endings.warranted.undecided + counts.endings.unwarranted.undecided > 0
    case .disagreement: counts.disagreements.sums.total > 0
    case .forgedVote: counts.forgedVotesAccepted > 0
    }
  }
}

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
