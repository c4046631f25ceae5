import Consensus

/// Attacks on the decision: the heaviest voters do not vote, or just too few vote against it.
struct LivenessAttacks {
  private let question: GuaranteeQuestion
  private let scales: WeightComparison

  init(_ question: GuaranteeQuestion, critical: Bool) {
    self.question = question
    scales = WeightComparison(question.rules, question.voters, critical: critical)
  }

  /// The attacks of a number of faulty voters.
  func knownAttack(by faults: Int) -> KnownAttack {
    if question.tallyMoment(faults: faults) == .early {
      return .attack { attack([], faults: faults, isWarranted: true) }
    }
    var isPossible = false
    for isWarranted in [true, false] {
      for opposers in [0, opposersMax(faults)] {
        let knownAttack = knownAttack(by: faults, opposers: opposers, isWarranted: isWarranted)
        if case .attack = knownAttack { return knownAttack }
        if case .possible = knownAttack { isPossible = true }
      }
    }
    return isPossible ? .possible : .none
  }

  /// Their attack if some of them vote against the facts, and the others do not vote.
  private func knownAttack(by faults: Int, opposers: Int, isWarranted: Bool) -> KnownAttack {
    let (right, wrong): (VoteValue, VoteValue) =
      isWarranted ? (.approve, .reject) : (.reject, .approve)
    func arrivals() -> [Attack.Arrival] {
      question.voters.order.dropFirst(faults).map { Attack.Arrival(right, by: $0) }
        + question.voters.order.prefix(opposers).map { Attack.Arrival(wrong, by: $0) }
    }
    if scales.areForCounts {
      let honest = question.voterCount - faults
      let decision =
        isWarranted
        ? scales.decision(approve: honest, reject: opposers)
        : scales.decision(approve: opposers, reject: honest)
      return decision == .noQuorum
        ? .attack { attack(arrivals(), faults: faults, isWarranted: isWarranted) } : .none
    }
    let votes = arrivals()
    if scales.decision(votes) == .noQuorum {
      return .attack { attack(votes, faults: faults, isWarranted: isWarranted) }
    }
    return scales.mightDecide(.noQuorum, votes) ? .possible : .none
  }

  /// How many can vote against a decision without causing the opposite one.
  private func opposersMax(_ faults: Int) -> Int {
    switch question.rules.safeguards.rule {
    case .ratio: 0
    case .certificate: min(faults, question.rules.certificateSize - 1)
    }
  }

  private func attack(
    _ arrivals: [Attack.Arrival], faults: Int, isWarranted: Bool
  ) -> Attack {
    Attack(
      faulty: question.voters.order.prefix(faults).sorted(), isWarranted: isWarranted,
      views: [
        Attack.View(
          owner: nil, arrivals: arrivals, moment: question.tallyMoment(faults: faults),
          decision: .noQuorum)
      ])
  }
}
