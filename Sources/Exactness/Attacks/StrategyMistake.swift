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

/// The worst mistakes of strategies on all kinds of proposals.
struct StrategyMistakes {
  /// What is lost on some proposals, for each metric that a policy is aimed at.
  struct Part {
    let metric: Metric
    /// How much of the metric is lost by all mistakes.
    let loss: Double
    let worst: StrategyMistake?
  }

  private var parts: [Part] = []

  mutating func add(_ parts: [Part]) { self.parts += parts }

  /// The mistake by which each metric misses the best policy by most; none where they make none.
  var worst: [(metric: Metric, mistake: StrategyMistake)] {
    BadOutcome.allCases.map(\.metric).compactMap { metric in
      let parts = parts.filter { $0.metric == metric }
      guard
        var worst = parts.compactMap(\.worst).max(by: { $1.loss.isClearlyMore(than: $0.loss) })
      else { return nil }
      worst.lossOfAll = parts.reduce(0) { $0 + $1.loss }
      return (metric, worst)
    }
  }
}

extension AnalyticModel {
  /// The mistakes of the strategies on some proposals; none where the faulty voters may call no tally,
  /// or follow their strategies only sometimes.
  ///
  /// Rates among trials are left out, because they count proposals together.
  ///
  /// - Parameters:
  ///   - wrong: the best policy toward the wrong decision.
  ///   - undecided: the best policy toward no decision.
  func mistakes(
    _ adversary: CausalAdversary, _ proposals: ProposalClass, _ critical: Bool,
    missing wrong: CausalAdversary.Policy, _ undecided: CausalAdversary.Policy
  ) -> [StrategyMistakes.Part] {
    guard scenario.mayFaultyCall, scenario.doFaultyAlwaysAct(on: proposals) else { return [] }
    let kindShare = actions.filter { $0.isCritical == critical }.reduce(0) { $0 + $1.share }
    return BadOutcome.allCases.filter { $0.metric.definition.isAimedAt }.compactMap { outcome in
      guard let wish = outcome.wish(warranted: proposals.isWarranted) else { return nil }
      // A rate among proposals of one truth asks for no more than that truth.
      let share = kindShare * (outcome == .quorumFailure ? truthShare(proposals) : 1)
      let found = adversary.mistakes(
        of: scenario.callingHabit, toward: wish, wrong: .wrong(warranted: proposals.isWarranted),
        missing: wish == .undecided ? undecided : wrong)
      return StrategyMistakes.Part(
        metric: outcome.metric, loss: share * found.loss,
        worst: found.worst.map { mistake in
          StrategyMistake(
            shouldCall: mistake.shouldCall, isWarranted: proposals.isWarranted,
            isCritical: critical, votes: votes(mistake.state, adversary),
            loss: share * mistake.loss)
        })
    }
  }

  private func truthShare(_ proposals: ProposalClass) -> Double {
    truths.first { $0.isWarranted == proposals.isWarranted }?.share ?? 0
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

extension Scenario {
  /// Whether each faulty voter does as its strategy says on all of some proposals.
  fileprivate func doFaultyAlwaysAct(on proposals: ProposalClass) -> Bool {
    groups.filter { $0.count > 0 && $0.role.isFaulty }.allSatisfy { group in
      group.draws(on: proposals).allSatisfy { $0.probability == 0 || $0.share == 1 }
    }
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
