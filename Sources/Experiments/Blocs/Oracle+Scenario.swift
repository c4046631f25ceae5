import Agents
import Consensus
import Detection
import Scenarios

extension Oracle {
  /// The oracle of a cell, which knows the accuracies of its voters.
  init(_ scenario: Scenario) {
    let allowsVoteChange = scenario.config.allowVoteChange
    self.init(
      accuracies: scenario.groups.flatMap { group in
        Array(
          repeating: group.role.accuracies(allowsVoteChange: allowsVoteChange),
          count: group.count)
      }, warranted: scenario.workload.warranted)
  }
}

extension Role {
  /// The probabilities of approving warranted and of rejecting unwarranted proposals, for voters
  /// without a plan.
  fileprivate func accuracies(allowsVoteChange: Bool) -> SIMD2<Double> {
    switch self {
    case .honest(let role): return role.accuracy.pair
    case .colluding(let role): return role.accuracy.pair
    case .absent: return Accuracy.perfect.pair
    case .byzantine(let role):
      let honest = role.accuracy.pair
      let forecast = role.strategy.traits.forecast
      let misbehaving = forecast.accuracies(allowsVoteChange: allowsVoteChange) ?? honest
      return (1 - role.rate) * honest + role.rate * misbehaving
    }
  }
}

extension Accuracy {
  fileprivate var pair: SIMD2<Double> { SIMD2(warranted, unwarranted) }
}

extension VoteForecast {
  /// The same for voters who misbehave; nil if they do not vote, or depend on the votes of others.
  fileprivate func accuracies(allowsVoteChange: Bool) -> SIMD2<Double>? {
    func chances(warranted isWarranted: Bool) -> VoteChances? {
      let occasion = ProposalContext(
        isWarranted: isWarranted, isAimedAtTarget: false, allowsVoteChange: allowsVoteChange)
      switch self {
      case .each(let vote): return vote(occasion)
      case .together(let shares): return .mean(of: shares(occasion))
      case .lastMove, .unknown: return nil
      }
    }
    guard let warranted = chances(warranted: true), let unwarranted = chances(warranted: false),
      warranted.silent < 1, unwarranted.silent < 1
    else { return nil }
    return SIMD2(warranted.approve, unwarranted.reject)
  }
}

extension Oracle.PlanActivity {
  /// How often a group follows its plan among the proposals of a workload.
  init(_ role: ColludingRole, in workload: Workload) {
    let awake = Double(max(0, workload.proposals - role.fromProposal + 1))
    let aimed =
      role.plan.traits.takes(.targets)
      ? Double(role.targets.count) / Double(workload.targets) : 1.0
    self.init(
      rate: (1 - role.camouflage) * aimed * awake / Double(workload.proposals),
      participation: role.participation)
  }
}
