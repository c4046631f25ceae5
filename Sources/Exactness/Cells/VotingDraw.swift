import Agents
import Scenarios

/// A random draw that the voters of a group share, after which they vote independently.
///
/// It is a common perception, a coin or camouflage.
struct VotingDraw {
  /// The probability of the draw.
  let probability: Double
  /// The probability that a voter acts as its strategy or plan says.
  let share: Double
  /// The votes of those who do; nil if they wait for the last moment.
  let acting: VoteChances?
  /// The votes of the others.
  let other: VoteChances

  /// A draw after which each votes as it sees the facts.
  init(probability: Double = 1, _ chances: VoteChances) {
    self.init(probability: probability, share: 0, acting: chances, other: chances)
  }

  init(probability: Double = 1, share: Double, acting: VoteChances?, other: VoteChances) {
    self.probability = probability
    self.share = share
    self.acting = acting
    self.other = other
  }
}

extension VoterGroup {
  /// The draws of the group on some proposals; none if its votes are unknown in advance.
  func draws(on proposals: ProposalClass) -> [VotingDraw] {
    switch role {
    case .honest(let role): role.draws(warranted: proposals.isWarranted)
    case .absent(let role): [VotingDraw(Self.chances(of: role, on: proposals))]
    case .byzantine(let role): Self.draws(of: role, on: proposals)
    case .colluding(let role): Self.draws(of: role, on: proposals)
    }
  }

  // MARK: Voters who are not faulty

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

  private static func draws(of role: ByzantineRole, on proposals: ProposalClass) -> [VotingDraw] {
    let honest = behaving(role.accuracy, on: proposals)
    // Each voter draws for itself whether it misbehaves, and the result of its own draw.
    let acting: VoteChances?
    switch role.strategy.traits.forecast {
    case .each(let vote): acting = vote(proposals.context) ?? honest
    case .together(let shares): acting = .mean(of: shares(proposals.context))
    case .lastMove: acting = nil
    case .unknown: return []
    }
    return [VotingDraw(share: role.rate, acting: acting, other: honest)]
  }

  private static func draws(of role: ColludingRole, on proposals: ProposalClass) -> [VotingDraw] {
    let honest = behaving(role.accuracy, on: proposals)
    if proposals.number < role.fromProposal { return [VotingDraw(honest)] }
    let context = proposals.context(aimedAt: role.targets)
    func draw(_ probability: Double, _ acting: VoteChances?) -> VotingDraw {
      VotingDraw(
        probability: (1 - role.camouflage) * probability, share: role.participation,
        acting: acting, other: honest)
    }
    let active: [VotingDraw] =
      switch role.plan.traits.forecast {
      case .each(let vote):
        [
          vote(context).map { draw(1, $0) }
            ?? VotingDraw(probability: 1 - role.camouflage, honest)
        ]
      case .together(let shares): shares(context).map { draw($0.probability, $0.chances) }
      case .lastMove: [draw(1, nil)]
      case .unknown: []
      }
    return [VotingDraw(probability: role.camouflage, honest)] + active
  }
}

extension HonestRole {
  /// The draws of the view that a group shares, on proposals of a known truth.
  func draws(warranted isWarranted: Bool) -> [VotingDraw] {
    let accuracy = accuracy.probability(warranted: isWarranted)
    let own = 1 - correlation
    func draw(sharedRight: Bool) -> VotingDraw {
      let right = own * accuracy + (sharedRight ? correlation : 0)
      let wrong = own * (1 - accuracy) + (sharedRight ? 0 : correlation)
      return VotingDraw(
        probability: sharedRight ? accuracy : 1 - accuracy,
        .seeing(right: right, wrong: wrong, warranted: isWarranted)
          .heard(1 - abstain, missed: abstain))
    }
    if correlation > 0 { return [draw(sharedRight: true), draw(sharedRight: false)] }
    return [VotingDraw(draw(sharedRight: true).other)]
  }
}
