import Consensus
import Maths

/// Attacks on agreement: honest voters disagree, and the faulty voters send each of two replicas
/// the votes of its side.
///
/// With a ratio of votes there is nearly always an attack, and it is enough to let the heaviest
/// honest voters approve, more and more of them. Take the first number of them with which one
/// replica approves. If a vote can be left out of the quorum, the other replica then rejects:
/// otherwise those who reject, with the lightest who approve, would weigh so little that the first
/// replica had approved before. If no vote can be left out, each traitor outweighs any honest
/// voter, so the step that takes the first replica to the threshold cannot take the second one
/// there as well.
///
/// If every replica hears all honest votes, nothing can be left out, and two replicas differ only by
/// the faulty votes. If there are any, they outweigh each honest voter, and the step argument is the
/// same. If there are none, all replicas count the same votes, so only the order of their sums could
/// make a difference.
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

  /// The attacks of a number of faulty voters, who leave at least two honest ones.
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

  /// How honest voters are divided, apart from how many approve, and who owns the replicas.
  private struct Split {
    /// The honest voters, heaviest first; a number of the first ones approve.
    let opinions: [Int]
    let faulty: [Int]
    /// Whether the owner of the approving replica approves.
    let isFirstApproving: Bool
    /// Whether the owner of the rejecting replica rejects.
    let isSecondRejecting: Bool
    /// The possible numbers of approvals with such owners.
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

  /// The attack with this division of honest voters, if there is one.
  ///
  /// The more approve, the sooner one replica approves and the later the other rejects. So only the
  /// fewest who are enough for the one need be tried with the other.
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
    if !question.replicasCountAllHonestVotes {
      let owner = ownerIsFor ? 0 : 1
      votesAgainst = owner + filling.countCompleting(votesFor + owner)
    }
    return decision
      == (isApproval
        ? scales.decision(approve: votesFor, reject: votesAgainst)
        : scales.decision(approve: votesAgainst, reject: votesFor))
  }

  // MARK: The view of a replica

  /// The view of a replica that hears all voters on one side, and as few as possible on the other;
  /// nil if that gives another decision.
  ///
  /// An owner on the other side is the lightest there, and one on its own side the heaviest. So if
  /// both owners agree, they are two different voters.
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
    if question.replicasCountAllHonestVotes {
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

  // MARK: Cases that are skipped

  /// Whether two certificates would take more votes than there are; with critical actions they need
  /// even more.
  private func isRuledOut(_ faults: Int) -> Bool {
    question.rules.safeguards.rule == .certificate
      && 2 * question.rules.certificateSize > question.voterCount + faults
  }

  /// Whether there is certainly no attack if none was found.
  private func isSearchComplete(_ faults: Int) -> Bool {
    let safeguards = question.rules.safeguards
    // With all honest votes and all faulty ones there is always a quorum, of votes and of weight.
    let isQuorumOfWeight =
      safeguards.quorumUnit == .weight && !question.voters.isUniform
      && !question.replicasCountAllHonestVotes
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

  /// Whether some of the votes may weigh exactly the threshold, so that two replicas with the same
  /// votes in different orders could round to different decisions.
  private var isTiePossible: Bool {
    guard let whole = question.voters.wholeWeights else { return true }
    let share = question.rules.threshold(critical: critical) * Double(whole.total)
    return abs(share - share.rounded()) < 1e-9 * Double(whole.total)
  }
}
