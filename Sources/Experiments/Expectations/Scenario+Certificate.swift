import Agents
import Consensus
import Guarantees
import Metrics
import Scenarios

extension Scenario {
  /// Whether the closed form proves that the event of a rate never happens in the cell, whatever
  /// the faulty voters do and whenever votes arrive.
  ///
  /// To satisfy the premises of the closed form, all voters who might break one count as faulty.
  /// Against wrong decisions, these are all except honest voters who are always right and never
  /// abstain. Against disagreement, these are the voters who may send different votes to different
  /// replicas. The closed form assumes that the heaviest voters are faulty, which is the worst
  /// case. There is no proof if votes may be cast in other voters' names, or if the rate would be
  /// undefined.
  package func certifiesNever(_ metric: Metric) -> Bool {
    guard groupsThatForge.isEmpty,
      groups.contains(where: { $0.count > 0 && $0.role.kind != .absent })
    else { return false }
    switch metric.definition.event {
    case .falseApproval:
      return settings.workload.warranted < 1
        && holds(.noFalseApproval, against: unreliable(warranted: false))
    case .falseRejection:
      return settings.workload.warranted > 0
        && holds(.noFalseRejection, against: unreliable(warranted: true))
    case .disagreement:
      let faulty = groups.filter(\.role.isFaulty).reduce(0) { $0 + $1.count }
      return settings.mode == .replicated
        && groups.contains { $0.count > 0 && $0.role.kind == .honest }
        && holds(.agreement, against: faulty)
    case .quorumFailure, .forgedVote, nil: return false
    }
  }

  private func holds(_ guarantee: Guarantee, against faults: Int) -> Bool {
    let form = ClosedForm(GuaranteeQuestion(self, timing: .asynchronous))
    return ActionKind.allCases.filter(isProposed).allSatisfy { actions in
      form.answer(guarantee, actions).withstands(faults: faults)
    }
  }

  private func isProposed(_ kind: ActionKind) -> Bool {
    settings.workload.actions.contains {
      $0.weight > 0 && ProposalAction.isCritical($0.name) == (kind == .critical)
    }
  }

  /// The number of voters who might not vote for the truth.
  private func unreliable(warranted: Bool) -> Int {
    groups.reduce(0) { count, group in
      if case .honest(let role) = group.role, role.abstain == 0,
        role.accuracy.probability(warranted: warranted) == 1
      {
        return count
      }
      return count + group.count
    }
  }
}
