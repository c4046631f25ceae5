import Agents
import Scenarios
import Simulation

extension ChanceGroup {
  /// How a group votes on some proposals, given how likely each vote arrives.
  init(_ group: VoterGroup, on proposals: ProposalClass, arriving arrival: DelayChances) {
    let moods: [Mood] =
      switch group.role {
      case .honest(let role): Self.moods(of: role, on: proposals)
      case .absent(let role): [Mood(Self.chances(of: role, on: proposals))]
      case .byzantine(let role): Self.moods(of: role, count: group.count, on: proposals)
      case .colluding(let role): Self.moods(of: role, count: group.count, on: proposals)
      }
    let lastWord: LastWord =
      if case .lastWord(let word)? = group.role.conduct?.forecast { word } else { .eachForItself }
    self.init(
      count: group.count,
      moods: moods.map { mood in
        Mood(
          probability: mood.probability,
          mood.chances.heard(arrival.within, missed: arrival.beyond), waiting: mood.waiting)
      }, lastWord: lastWord, isFaulty: group.role.isFaulty)
  }

  // MARK: Loyal voters

  private static func moods(of role: HonestRole, on proposals: ProposalClass) -> [Mood] {
    let accuracy = role.accuracy.probability(warranted: proposals.isWarranted)
    let own = 1 - role.correlation
    func mood(sharedRight: Bool) -> Mood {
      let right = own * accuracy + (sharedRight ? role.correlation : 0)
      let wrong = own * (1 - accuracy) + (sharedRight ? 0 : role.correlation)
      return Mood(
        probability: sharedRight ? accuracy : 1 - accuracy,
        .seeing(right: right, wrong: wrong, warranted: proposals.isWarranted)
          .heard(1 - role.abstain, missed: role.abstain))
    }
    if role.correlation > 0 { return [mood(sharedRight: true), mood(sharedRight: false)] }
    return [Mood(mood(sharedRight: true).chances)]
  }

  private static func chances(of role: AbsentRole, on proposals: ProposalClass) -> VoteChances {
    let right = VoteChances.certain(approving: proposals.isWarranted)
    return switch role.mode {
    case .crashed: .silent
    // When it crashes is a matter of when its votes arrive.
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

  private static func moods(
    of role: ByzantineRole, count: Int, on proposals: ProposalClass
  ) -> [Mood] {
    let honest = behaving(role.accuracy, on: proposals)
    // Each draws for itself whether it misbehaves, and what a draw gives to it.
    let chances: VoteChances
    switch role.strategy.traits.forecast {
    case .each(let vote): chances = vote(proposals.occasion) ?? honest
    case .together(let shares): chances = .mean(of: shares(proposals.occasion))
    case .lastWord: return waiting(count, honest, role.rate)
    case .unknown: return []
    }
    return [Mood(chances.mixed(role.rate, with: honest, 1 - role.rate))]
  }

  /// Each waits for the last moment with some probability, and otherwise votes at once.
  private static func waiting(
    _ count: Int, _ atOnce: VoteChances, _ probability: Double
  ) -> [Mood] {
    binomial(count, probability).enumerated().map { waiting, probability in
      Mood(probability: probability, atOnce, waiting: waiting)
    }
  }

  private static func moods(
    of role: ColludingRole, count: Int, on proposals: ProposalClass
  ) -> [Mood] {
    let honest = behaving(role.accuracy, on: proposals)
    if proposals.number < role.fromProposal { return [Mood(honest)] }
    let occasion = proposals.occasion(aimedAt: role.targets)
    func following(_ plan: VoteChances) -> VoteChances {
      plan.mixed(role.participation, with: honest, 1 - role.participation)
    }
    let active: [Mood] =
      switch role.plan.traits.forecast {
      case .each(let vote): [Mood(vote(occasion).map(following) ?? honest)]
      case .together(let shares):
        shares(occasion).map { Mood(probability: $0.probability, following($0.chances)) }
      case .lastWord: waiting(count, honest, role.participation)
      case .unknown: []
      }
    return [Mood(probability: role.camouflage, honest)]
      + active.map { mood in
        Mood(
          probability: (1 - role.camouflage) * mood.probability, mood.chances,
          waiting: mood.waiting)
      }
  }
}

/// How likely each number of so many independent events is.
private func binomial(_ count: Int, _ probability: Double) -> [Double] {
  var chances = [1.0]
  for _ in 0..<count {
    var next = chances.map { $0 * (1 - probability) } + [0]
    for number in chances.indices { next[number + 1] += chances[number] * probability }
    chances = next
  }
  return chances
}
