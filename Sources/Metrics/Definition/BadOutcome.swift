/// A bad outcome that a trial can have.
package enum BadOutcome: String, CaseIterable, Sendable {
  case falseApproval = "false_approval"
  case falseRejection = "false_rejection"
  case quorumFailure = "quorum_failure"
  case disagreement
  case forgedVote = "forged_vote"

  /// The metric that counts the outcome.
  package var metric: Metric {
    switch self {
    case .falseApproval: .falseApprovalRate
    case .falseRejection: .falseRejectionRate
    case .quorumFailure: .quorumFailureRate
    case .disagreement: .disagreementRate
    case .forgedVote: .forgedVotesAccepted
    }
  }

  /// Whether trials with these counts have the outcome.
  package func isShown(by counts: CellCounts) -> Bool {
    counts.total(of: metric).map { $0 > 0 } ?? false
  }
}
