import Agents
import Consensus
import Guarantees
import Metrics
import Scenarios

extension Scenario {
  /// Whether the closed form proves that what a rate counts never happens in the cell, whatever the
  /// faulty do and whenever votes arrive.
  ///
  /// The premises of the closed form are made true by counting among the faulty whoever might break
  /// one: against wrong decisions, everybody but honest voters who are always right and never
  /// abstain; against disagreement, those who may tell each replica something else. The closed form
  /// lets the heaviest voters be faulty, which is as bad as it can be. Nothing is said where votes
  /// are cast in others' names, nor where the rate would not be defined.
  func certifiesNever(_ metric: Metric) -> Bool {
    guard !isImpersonated, groups.contains(where: { $0.count > 0 && $0.role.kind != .absent })
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
    let question = GuaranteeQuestion(
      weights: weights, config: settings.config, safeguards: settings.safeguards,
      timing: .asynchronous)
    let form = ClosedForm(question)
    return ActionKind.allCases.filter(isProposed).allSatisfy { actions in
      form.answer(guarantee, actions).withstands(faults: faults)
    }
  }

  private func isProposed(_ kind: ActionKind) -> Bool {
    settings.workload.actions.contains {
      $0.weight > 0 && ProposalAction.isCritical($0.name) == (kind == .critical)
    }
  }

  /// How many voters might not vote what the facts call for.
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

  private var isImpersonated: Bool {
    settings.safeguards.authentication == .none
      && groups.contains { $0.count > 0 && $0.role.does(.forgesVotes) }
  }
}
