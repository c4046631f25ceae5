import Agents
import Scenarios
import Simulation

extension StochasticGroup {
  /// The votes of a group on some proposals, given the probability that each vote arrives.
  init(_ group: VoterGroup, on proposals: ProposalClass, arriving arrival: DelayChances) {
    let components: [MixtureComponent] =
      switch group.role {
      case .honest(let role): Self.components(of: role, on: proposals)
      case .absent(let role): [MixtureComponent(Self.chances(of: role, on: proposals))]
      case .byzantine(let role): Self.components(of: role, count: group.count, on: proposals)
      case .colluding(let role): Self.components(of: role, count: group.count, on: proposals)
      }
    let lastMove: LastMove =
      if case .lastMove(let word)? = group.role.behaviourTraits?.forecast { word } else {
        .eachForItself
      }
    self.init(
      count: group.count,
      components: components.map { component in
        MixtureComponent(
          probability: component.probability,
          component.chances.heard(arrival.within, missed: arrival.beyond),
          waiting: component.waiting)
      }, lastMove: lastMove, isFaulty: group.role.isFaulty)
  }

  // MARK: Voters who are not faulty

  private static func components(of role: HonestRole, on proposals: ProposalClass)
    -> [MixtureComponent]
  {
    let accuracy = role.accuracy.probability(warranted: proposals.isWarranted)
    let own = 1 - role.correlation
    func component(sharedRight: Bool) -> MixtureComponent {
      let right = own * accuracy + (sharedRight ? role.correlation : 0)
      let wrong = own * (1 - accuracy) + (sharedRight ? 0 : role.correlation)
      return MixtureComponent(
        probability: sharedRight ? accuracy : 1 - accuracy,
        .seeing(right: right, wrong: wrong, warranted: proposals.isWarranted)
          .heard(1 - role.abstain, missed: role.abstain))
    }
    if role.correlation > 0 {
      return [component(sharedRight: true), component(sharedRight: false)]
    }
    return [MixtureComponent(component(sharedRight: true).chances)]
  }

  private static func chances(of role: AbsentRole, on proposals: ProposalClass) -> VoteChances {
    let right = VoteChances.certain(approving: proposals.isWarranted)
    return switch role.mode {
    case .crashed: .silent
    // The probability of arrival already includes the crash.
    case .crashAt: right
    case .intermittent:
      right.heard(role.availability ?? 0, missed: 1 - (role.availability ?? 0))
    }
  }

  // MARK: Faulty voters

  private static func behaving(_ accuracy: Accuracy, on proposals: ProposalClass) -> VoteChances {
    let right = accuracy.probability(warranted: proposals.isWarranted)
    return .seeing(right: right, wrong: 1 - right, warranted: proposals.isWarranted)
  }

  private static func components(
    of role: ByzantineRole, count: Int, on proposals: ProposalClass
  ) -> [MixtureComponent] {
    let honest = behaving(role.accuracy, on: proposals)
    // Each voter draws for itself whether it misbehaves, and the result of its own draw.
    let chances: VoteChances
    switch role.strategy.traits.forecast {
    case .each(let vote): chances = vote(proposals.context) ?? honest
    case .together(let shares): chances = .mean(of: shares(proposals.context))
    case .lastMove: return waiting(count, honest, role.rate)
    case .unknown: return []
    }
    return [MixtureComponent(chances.mixed(role.rate, with: honest, 1 - role.rate))]
  }

  /// Each voter waits for the last moment with some probability, and otherwise votes at once.
  private static func waiting(
    _ count: Int, _ atOnce: VoteChances, _ probability: Double
  ) -> [MixtureComponent] {
    binomial(count, probability).enumerated().map { waiting, probability in
      MixtureComponent(probability: probability, atOnce, waiting: waiting)
    }
  }

  private static func components(
    of role: ColludingRole, count: Int, on proposals: ProposalClass
  ) -> [MixtureComponent] {
    let honest = behaving(role.accuracy, on: proposals)
    if proposals.number < role.fromProposal { return [MixtureComponent(honest)] }
    let context = proposals.context(aimedAt: role.targets)
    func following(_ plan: VoteChances) -> VoteChances {
      plan.mixed(role.participation, with: honest, 1 - role.participation)
    }
    let active: [MixtureComponent] =
      switch role.plan.traits.forecast {
      case .each(let vote): [MixtureComponent(vote(context).map(following) ?? honest)]
      case .together(let shares):
        shares(context).map { MixtureComponent(probability: $0.probability, following($0.chances)) }
      case .lastMove: waiting(count, honest, role.participation)
      case .unknown: []
      }
    return [MixtureComponent(probability: role.camouflage, honest)]
      + active.map { component in
        MixtureComponent(
          probability: (1 - role.camouflage) * component.probability, component.chances,
          waiting: component.waiting)
      }
  }
}

/// The probability of each number of successes among independent events.
private func binomial(_ count: Int, _ probability: Double) -> [Double] {
  var chances = [1.0]
  for _ in 0..<count {
    var next = chances.map { $0 * (1 - probability) } + [0]
    for number in chances.indices { next[number + 1] += chances[number] * probability }
    chances = next
  }
  return chances
}
