import Agents
import Consensus
import Metrics
import Scenarios

/// The decision by which the strategies of a scenario miss the best policy by most.
public struct StrategyMistake: Sendable {
  /// The votes of an honest group that have arrived.
  public struct Votes: Sendable {
    /// The name of the group.
    public let group: String
    /// The number of approvals.
    public let approve: Int
    /// The number of rejections.
    public let reject: Int
  }

  /// Whether they should have called the tally, and did not; otherwise the reverse.
  public let shouldCall: Bool
  /// Whether the proposal is warranted.
  public let isWarranted: Bool
  /// Whether its action is critical.
  public let isCritical: Bool
  /// The votes that have arrived.
  public let votes: [Votes]
  /// How much of the metric is lost by it.
  public let loss: Double
  /// How much is lost by all calls, and all that were left undone; the rest is lost by votes.
  public let lossOfAll: Double
}

extension Scenario {
  /// The mistake of the strategies by which a metric misses the best policy by most; nil if there is
  /// none, or no such policy is known.
  package func worstMistake(for metric: Metric) -> StrategyMistake? {
    let model = AnalyticModel(self)
    // Rates among trials count proposals together.
    guard model.causalObstacles.isEmpty, metric.definition.event?.metric == metric else {
      return nil
    }
    return (try? model.worstMistake(for: metric)) ?? nil
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
  fileprivate func worstMistake(for metric: Metric) throws(ExactProblem) -> StrategyMistake? {
    var worst: StrategyMistake?
    var sum = 0.0
    for truth in truths {
      guard let wish = metric.definition.event?.wish(warranted: truth.isWarranted) else { continue }
      // A rate among proposals of one truth asks for no more than that truth.
      let truthShare = metric == .quorumFailureRate ? truth.share : 1
      let wrong: AchievableEndings.Choice = truth.isWarranted ? .rejected : .approved
      for critical in kinds {
        let kindShare = actions.filter { $0.isCritical == critical }.reduce(0) { $0 + $1.share }
        let share = truthShare * kindShare
        let found = try causalAdversaries(
          proposals(truth.isWarranted, 1, nil), critical: critical
        ) { adversary in
          let mistakes = adversary.mistakes(
            of: scenario.callingHabit, toward: wish, wrong: wrong)
          let all = mistakes.reduce(0) { $0 + $1.loss }
          let votes = mistakes.max { $0.loss < $1.loss }.map { mistake in
            (mistake: mistake, votes: self.votes(mistake.state, adversary))
          }
          return (all: all, worst: votes)
        }.certain
        sum += share * found.all
        guard let (mistake, votes) = found.worst, share * mistake.loss > worst?.loss ?? 0 else {
          continue
        }
        worst = StrategyMistake(
          shouldCall: mistake.shouldCall, isWarranted: truth.isWarranted, isCritical: critical,
          votes: votes, loss: share * mistake.loss, lossOfAll: 0)
      }
    }
    return worst.map {
      StrategyMistake(
        shouldCall: $0.shouldCall, isWarranted: $0.isWarranted, isCritical: $0.isCritical,
        votes: $0.votes, loss: $0.loss, lossOfAll: sum)
    }
  }

  private func votes(
    _ state: PoolStates.State, _ adversary: CausalAdversary
  ) -> [StrategyMistake.Votes] {
    zip(scenario.honestPoolGroups, adversary.chain.states.classes.indices).map { group, place in
      let numbers = adversary.chain.states.classes[place].states[state.parts[place]]
      return StrategyMistake.Votes(
        group: scenario.groups[group].name, approve: numbers.approve, reject: numbers.reject)
    }
  }
}
