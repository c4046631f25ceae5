import Consensus

/// Attacks on no false approval and no false rejection: the heaviest say what is wrong, and as
/// little as possible says what is right.
struct WrongDecision {
  private let question: GuaranteeQuestion
  private let voters: RankedVoters
  private let scales: Scales
  private let wrong: Decision

  init(
    _ question: GuaranteeQuestion, _ voters: RankedVoters, critical: Bool, wrong: Decision
  ) {
    self.question = question
    self.voters = voters
    self.wrong = wrong
    scales = Scales(question.rules, voters, critical: critical)
  }

  /// What so many faulty voters can do.
  func finding(by faults: Int) -> Finding {
    let (wrongVote, rightVote): (VoteValue, VoteValue) =
      wrong == .approved ? (.approve, .reject) : (.reject, .approve)
    let traitors = voters.order.prefix(faults).map { Attack.Arrival(wrongVote, by: $0) }
    let honest = Array(voters.order.dropFirst(faults).reversed())
    let all = traitors + honest.map { Attack.Arrival(rightVote, by: $0) }
    let (arrivals, isLightest) =
      question.countsAllHonestVotes
      ? (all, true)
      : QuorumFilling(question.rules, voters, scales)
        .completing(traitors, with: rightVote, of: honest)
    for order in [arrivals, arrivals.reversed()] where scales.decision(order) == wrong {
      return .attack(attack(order, faults: faults))
    }
    let mightSucceed =
      isLightest
      ? scales.mightDecide(wrong, arrivals)
      : scales.mightDecide(wrong, traitors, besideLightestQuorumSaying: rightVote)
    return mightSucceed ? .possible : .none
  }

  private func attack(_ arrivals: [Attack.Arrival], faults: Int) -> Attack {
    Attack(
      faulty: voters.order.prefix(faults).sorted(), isWarranted: wrong == .rejected,
      views: [
        Attack.View(
          owner: nil, arrivals: arrivals, moment: question.tallyMoment(faults: faults),
          decision: wrong)
      ])
  }
}
