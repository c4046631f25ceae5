import Consensus

/// Attacks on the decision: the heaviest withhold their votes, or vote just too few against it.
struct Indecision {
  private let question: GuaranteeQuestion
  private let voters: RankedVoters
  private let scales: Scales

  init(_ question: GuaranteeQuestion, _ voters: RankedVoters, critical: Bool) {
    self.question = question
    self.voters = voters
    scales = Scales(question.rules, voters, critical: critical)
  }

  /// What so many faulty voters can do.
  func finding(by faults: Int) -> Finding {
    if question.tallyMoment(faults: faults) == .early {
      return .attack(attack([], faults: faults, isWarranted: true))
    }
    let honest = voters.order.dropFirst(faults)
    var findings: [Finding] = []
    for isWarranted in [true, false] {
      let (right, wrong): (VoteValue, VoteValue) =
        isWarranted ? (.approve, .reject) : (.reject, .approve)
      for opposers in Set([0, opposersMax(faults)]).sorted() {
        let arrivals =
          honest.map { Attack.Arrival(right, by: $0) }
          + voters.order.prefix(opposers).map { Attack.Arrival(wrong, by: $0) }
        if scales.decision(arrivals) == .noQuorum {
          return .attack(attack(arrivals, faults: faults, isWarranted: isWarranted))
        }
        if scales.mightDecide(.noQuorum, arrivals) { findings.append(.possible) }
      }
    }
    return findings.first ?? .none
  }

  /// How many can vote against a decision without making the opposite one.
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
      faulty: voters.order.prefix(faults).sorted(), isWarranted: isWarranted,
      views: [
        Attack.View(
          owner: nil, arrivals: arrivals, moment: question.tallyMoment(faults: faults),
          decision: .noQuorum)
      ])
  }
}
