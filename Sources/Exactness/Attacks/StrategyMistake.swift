import Agents
import Consensus
import Metrics
import Scenarios

/// The decision by which the strategies of a scenario miss the best policy by most.
package struct StrategyMistake: Sendable {
  /// The votes of an honest group that have arrived.
  package struct Votes: Sendable {
    /// The name of the group.
    package let group: String
    /// The number of approvals.
    package let approve: Int
    /// The number of rejections.
    package let reject: Int
  }

  /// Whether they should have called the tally, and did not; otherwise the reverse.
  package let shouldCall: Bool
  /// Whether the proposal is warranted.
  package let isWarranted: Bool
  /// Whether its action is critical.
  package let isCritical: Bool
  /// The votes that have arrived.
  package let votes: [Votes]
  /// How much of the metric is lost by it.
  package let loss: Double
  /// How much is lost by all calls, and all that were left undone; the rest is lost by votes.
  package fileprivate(set) var lossOfAll = 0.0
}

extension Scenario {
  /// The mistake of the strategies by which each metric misses the best policy by most; none where
  /// they make none, or where no such policy is known.
  ///
  /// Rates among trials are left out, because they count proposals together.
  package var worstMistakes: [(metric: Metric, mistake: StrategyMistake)] {
    let model = AnalyticModel(self)
    guard mayFaultyCall, model.causalObstacles.isEmpty else { return [] }
    return (try? model.worstMistakes()) ?? []
  }

  /// When its faulty voters call the tally.
  fileprivate var callingHabit: CallingHabit {
    func does(_ capability: BehaviourTraits.Capability) -> Bool {
      groups.contains { $0.count > 0 && $0.role.behaviourTraits?.does(capability) == true }
    }
    if does(.callsTallyAtOpening) { return .atTheOpening }
    return does(.callsTallyWhenWrong) ? .whenWrong : .never
  }
}

extension AnalyticModel {
  fileprivate func worstMistakes() throws(ExactProblem) -> [(Metric, StrategyMistake)] {
    let outcomes = BadOutcome.allCases.filter { $0.metric.definition.isAimedAt }
    var worst = outcomes.map { _ in StrategyMistake?.none }
    var sums = outcomes.map { _ in 0.0 }
    for truth in truths {
      let wrong: AchievableEndings.Choice = truth.isWarranted ? .rejected : .approved
      for critical in kinds {
        let kindShare = actions.filter { $0.isCritical == critical }.reduce(0) { $0 + $1.share }
        let found = try causalAdversaries(
          proposals(truth.isWarranted, 1, nil), critical: critical
        ) { adversary in
          let policies = adversary.policies()
          return outcomes.map { outcome -> (all: Double, worst: StrategyMistake?) in
            guard let wish = outcome.wish(warranted: truth.isWarranted) else { return (0, nil) }
            // A rate among proposals of one truth asks for no more than that truth.
            let truthShare = outcome == .quorumFailure ? truth.share : 1
            let mistakes = adversary.mistakes(
              of: scenario.callingHabit, toward: wish, wrong: wrong, missing: policies)
            return (
              truthShare * kindShare * mistakes.reduce(0) { $0 + $1.loss },
              mistakes.max { $0.loss < $1.loss }.map { mistake in
                StrategyMistake(
                  shouldCall: mistake.shouldCall, isWarranted: truth.isWarranted,
                  isCritical: critical, votes: votes(mistake.state, adversary),
                  loss: truthShare * kindShare * mistake.loss)
              }
            )
          }
        }.certain
        for (place, part) in found.enumerated() {
          sums[place] += part.all
          if part.worst?.loss ?? 0 > worst[place]?.loss ?? 0 { worst[place] = part.worst }
        }
      }
    }
    return outcomes.indices.compactMap { place in
      guard var mistake = worst[place] else { return nil }
      mistake.lossOfAll = sums[place]
      return (outcomes[place].metric, mistake)
    }
  }

  private func votes(
    _ state: PoolStates.State, _ adversary: CausalAdversary
  ) -> [StrategyMistake.Votes] {
    scenario.honestPoolGroups.enumerated().map { place, group in
      let numbers = adversary.chain.states.numbers(state, place)
      return StrategyMistake.Votes(
        group: scenario.groups[group].name, approve: numbers.approve, reject: numbers.reject)
    }
  }
}
