import Consensus

/// Attacks on no false approval and no false rejection: the heaviest voters vote wrongly, and as
/// little weight as possible votes correctly.
struct SafetyAttacks {
  private let question: GuaranteeQuestion
  private let scales: WeightComparison
  private let filling: QuorumFilling
  private let wrong: Decision
  private let wrongVote: VoteValue
  private let rightVote: VoteValue

  init(_ question: GuaranteeQuestion, critical: Bool, wrong: Decision) {
    self.question = question
    self.wrong = wrong
    scales = WeightComparison(question.rules, question.voters, critical: critical)
    filling = QuorumFilling(question.rules, question.voters, scales)
    (wrongVote, rightVote) = wrong == .approved ? (.approve, .reject) : (.reject, .approve)
  }

  /// The attacks of a number of faulty voters.
  func knownAttack(by faults: Int) -> KnownAttack {
    if scales.areForCounts {
      return isDecided(by: faults)
        ? .attack { attack(votes(by: faults).arrivals, faults: faults) } : .none
    }
    let (arrivals, isLightest) = votes(by: faults)
    for order in [arrivals, arrivals.reversed()] where scales.decision(order) == wrong {
      return .attack { attack(order, faults: faults) }
    }
    let mightSucceed =
      isLightest
      ? scales.mightDecide(wrong, arrivals)
      : scales.mightDecide(
        wrong, traitors(faults), besideLightestQuorumSaying: rightVote)
    return mightSucceed ? .possible : .none
  }

  /// Whether the decision is wrong, if only the numbers of votes matter.
  private func isDecided(by faults: Int) -> Bool {
    let honest =
      question.countsAllHonestVotes(faults: faults)
      ? question.voterCount - faults : filling.countCompleting(faults)
    let decision =
      wrong == .approved
      ? scales.decision(approve: faults, reject: honest)
      : scales.decision(approve: honest, reject: faults)
    return decision == wrong
  }

  private func traitors(_ faults: Int) -> [Attack.Arrival] {
    question.voters.order.prefix(faults).map { Attack.Arrival(wrongVote, by: $0) }
  }

  /// The votes that are counted, and whether the honest votes could not weigh less.
  private func votes(by faults: Int) -> (arrivals: [Attack.Arrival], isLightest: Bool) {
    let honest = Array(question.voters.order.dropFirst(faults).reversed())
    if question.countsAllHonestVotes(faults: faults) {
      return (traitors(faults) + honest.map { Attack.Arrival(rightVote, by: $0) }, true)
    }
    return filling.completing(traitors(faults), with: rightVote, of: honest)
  }

  private func attack(_ arrivals: [Attack.Arrival], faults: Int) -> Attack {
    Attack(
      faulty: question.voters.order.prefix(faults).sorted(), isWarranted: wrong == .rejected,
      views: [
        Attack.View(
          owner: nil, arrivals: arrivals, moment: question.tallyMoment(faults: faults),
          decision: wrong)
      ])
  }
}
