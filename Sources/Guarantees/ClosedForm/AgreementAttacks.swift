import Consensus
import Maths

/// Attacks on agreement: honest voters are of two minds, and the faulty tell each of two replicas
/// what its side says.
///
/// With a ratio of votes there is nearly always an attack, and it is enough to let the heaviest
/// honest voters approve, more and more of them. Take the first number of them with which one
/// replica approves. If a vote can be left out of the quorum, the other replica then rejects: else
/// those who reject, with the lightest who approve, would weigh so little that the first replica had
/// approved before. If none can, each traitor outweighs any honest voter, so the step that takes the
/// first replica to the threshold cannot take the second one there as well.
struct AgreementAttacks {
  private let question: GuaranteeQuestion
  private let scales: WeightComparison
  private let filling: QuorumFilling
  private let critical: Bool
  private var isRoundingInFavour = false

  init(_ question: GuaranteeQuestion, critical: Bool) {
    self.question = question
    self.critical = critical
    scales = WeightComparison(question.rules, question.voters, critical: critical)
    filling = QuorumFilling(question.rules, question.voters, scales)
  }

  /// What so many faulty voters can do; they leave two honest ones at least.
  func knownAttack(by faults: Int) -> KnownAttack {
    if isRuledOut(faults) { return .none }
    if let attack = attack(by: faults) { return .attack(attack) }
    return isSearchComplete(faults) ? .none : .possible
  }

  private func attack(by faults: Int) -> (() -> Attack)? {
    let faulty = Array(question.voters.order.prefix(faults))
    let honest = Array(question.voters.order.dropFirst(faults))
    for isFirstApproving in [true, false] {
      for isSecondRejecting in [true, false] {
        let split = Split(
          honest, faulty: faulty, isFirstApproving: isFirstApproving,
          isSecondRejecting: isSecondRejecting)
        if let attack = attack(split) { return attack }
      }
    }
    return nil
  }

  // MARK: Which honest voters approve

  /// How the honest are divided, but for how many of them approve, and whose the replicas are.
  private struct Split {
    /// The honest voters, the heaviest first; the first so many of them approve.
    let opinions: [Int]
    let faulty: [Int]
    /// Whether the owner of the replica that is to approve does so itself.
    let isFirstApproving: Bool
    /// Whether the owner of the replica that is to reject does so itself.
    let isSecondRejecting: Bool
    /// How many can approve so that there are such owners.
    let approvers: ClosedRange<Int>?

    init(_ opinions: [Int], faulty: [Int], isFirstApproving: Bool, isSecondRejecting: Bool) {
      self.opinions = opinions
      self.faulty = faulty
      self.isFirstApproving = isFirstApproving
      self.isSecondRejecting = isSecondRejecting
      let fewest = (isFirstApproving ? 1 : 0) + (isSecondRejecting ? 0 : 1)
      let most = opinions.count - (isFirstApproving ? 0 : 1) - (isSecondRejecting ? 1 : 0)
      approvers = fewest <= most ? fewest...most : nil
    }
  }

  /// The more approve, the sooner one replica approves and the later the other rejects: so only the
  /// fewest who suffice for the one need be tried with the other.
  private func attack(_ split: Split) -> (() -> Attack)? {
    guard let approvers = split.approvers,
      let count = approvers.firstInOrder(where: { isPossible(.approved, split, $0) }),
      isPossible(.rejected, split, count)
    else { return nil }
    return {
      Attack(
        faulty: split.faulty.sorted(), isWarranted: nil,
        views: [Decision.approved, .rejected].compactMap { view($0, split, count) })
    }
  }

  private func isPossible(_ decision: Decision, _ split: Split, _ approvers: Int) -> Bool {
    if !scales.areForCounts { return view(decision, split, approvers) != nil }
    let isApproval = decision == .approved
    let ownerIsFor = isApproval ? split.isFirstApproving : split.isSecondRejecting
    let others = split.opinions.count - approvers
    let votesFor = (isApproval ? approvers : others) + split.faulty.count
    var votesAgainst = isApproval ? others : approvers
    if !question.countsAllHonestVotes {
      let owner = ownerIsFor ? 0 : 1
      votesAgainst = owner + filling.countCompleting(votesFor + owner)
    }
    return decision
      == (isApproval
        ? scales.decision(approve: votesFor, reject: votesAgainst)
        : scales.decision(approve: votesAgainst, reject: votesFor))
  }

  // MARK: What a replica sees

  /// What a replica sees that hears all on one side, and of the other side no more than it must;
  /// nil where that brings another decision.
  ///
  /// An owner on the other side is the lightest there, one on its own side the heaviest: so where
  /// both owners are of one mind, they are two voters.
  private func view(_ decision: Decision, _ split: Split, _ approvers: Int) -> Attack.View? {
    let isApproval = decision == .approved
    let (value, opposite): (VoteValue, VoteValue) =
      isApproval ? (.approve, .reject) : (.reject, .approve)
    let sides = (split.opinions.prefix(approvers), split.opinions.dropFirst(approvers))
    let side = isApproval ? sides.0 : sides.1
    var spare = (isApproval ? sides.1 : sides.0).sorted(by: isLighter)[...]
    let ownerIsFor = isApproval ? split.isFirstApproving : split.isSecondRejecting
    guard let owner = ownerIsFor ? side.max(by: isLighter) : spare.popFirst() else { return nil }
    var arrivals = (side + split.faulty).map { Attack.Arrival(value, by: $0) }
    if !ownerIsFor { arrivals.append(Attack.Arrival(opposite, by: owner)) }
    if question.countsAllHonestVotes {
      arrivals += spare.map { Attack.Arrival(opposite, by: $0) }
    } else {
      arrivals = filling.completing(arrivals, with: opposite, of: Array(spare)).arrivals
    }
    guard isDecided(decision, arrivals) else { return nil }
    return Attack.View(owner: owner, arrivals: arrivals, moment: .deadline, decision: decision)
  }

  private func isDecided(_ decision: Decision, _ arrivals: [Attack.Arrival]) -> Bool {
    isRoundingInFavour
      ? scales.mightDecide(decision, arrivals) : scales.decision(arrivals) == decision
  }

  private func isLighter(_ a: Int, _ b: Int) -> Bool {
    question.voters.rank[a] > question.voters.rank[b]
  }

  // MARK: What need not be looked at, and what is not

  /// Whether two certificates would take more votes than there are; with critical actions they are
  /// harder still to get.
  private func isRuledOut(_ faults: Int) -> Bool {
    question.rules.safeguards.rule == .certificate
      && 2 * question.rules.certificateSize > question.voterCount + faults
  }

  /// Whether there is certainly no attack where none was found.
  private func isSearchComplete(_ faults: Int) -> Bool {
    let safeguards = question.rules.safeguards
    let isQuorumOfWeight = safeguards.quorumUnit == .weight && !question.voters.isUniform
    switch safeguards.rule {
    case .certificate where !critical: return true
    case .certificate:
      if isQuorumOfWeight { return false }
      return scales.areExact || !isPossibleWithRoundingInFavour(faults)
    case .ratio:
      if isQuorumOfWeight && !isEverybodyNeeded { return false }
      return scales.areExact || !isTiePossible
    }
  }

  private func isPossibleWithRoundingInFavour(_ faults: Int) -> Bool {
    var other = self
    other.isRoundingInFavour = true
    return other.attack(by: faults) != nil
  }

  private var isEverybodyNeeded: Bool {
    let others = question.voters.order.dropLast().map { Attack.Arrival(.approve, by: $0) }
    return question.rules.voterCount == question.rules.quorumRequired || !scales.areQuorate(others)
  }

  /// Whether some of the votes may weigh just what the threshold asks, so that two replicas with the
  /// same votes, which came in different orders, could round to different sides.
  private var isTiePossible: Bool {
    guard let whole = question.voters.wholeWeights else { return true }
    let share = question.rules.threshold(critical: critical) * Double(whole.total)
    return abs(share - share.rounded()) < 1e-9 * Double(whole.total)
  }
}
