import Consensus
import Guarantees

/// An attack in words.
struct AttackText {
  private let answer: GuaranteeAnswer
  private let question: GuaranteeQuestion

  init(_ answer: GuaranteeAnswer, _ question: GuaranteeQuestion) {
    self.answer = answer
    self.question = question
  }

  /// What happens, in one sentence; empty where there is no attack.
  var sentence: String {
    guard let attack = answer.attack else { return "" }
    if attack.views.count == 2 {
      return "\(faulty(attack)): " + attack.views.map(replica).joined(separator: "; ") + "."
    }
    return central(attack)
  }

  // MARK: One ballot box

  private func central(_ attack: Attack) -> String {
    let view = attack.views[0]
    let honestCount = question.voterCount - attack.faulty.count
    let (fromFaulty, fromHonest) = view.split(attack)
    let kind = attack.isWarranted == true ? "A warranted" : "An unwarranted"
    let deeds = [
      fromFaulty.isEmpty ? nil : "the faulty cast \(votes(fromFaulty))",
      "\(fromHonest.count) of \(honestCount) honest votes have arrived",
    ].compactMap(\.self).joined(separator: ", ")
    let tally =
      view.moment == .early ? "when one of them calls the tally" : "when the deadline comes"
    return "\(kind) proposal, \(faulty(attack)): \(deeds) \(tally): \(result(view))."
  }

  private func result(_ view: Attack.View) -> String {
    "\(view.count(of: .approve)):\(view.count(of: .reject)) is \(view.decision.rawValue)"
  }

  // MARK: Two replicas

  private func replica(_ view: Attack.View) -> String {
    "one replica counts \(result(view))"
  }

  // MARK: Phrases

  private func faulty(_ attack: Attack) -> String {
    attack.faulty.isEmpty ? "nobody faulty" : "\(attack.faulty.count) faulty"
  }

  private func votes(_ arrivals: [Attack.Arrival]) -> String {
    VoteValue.allCases.compactMap { value in
      let count = arrivals.count { $0.value == value }
      return count == 0 ? nil : "\(count) \(value.rawValue)"
    }.joined(separator: " and ")
  }
}

extension Attack.View {
  /// The votes of the faulty, and those of honest voters.
  fileprivate func split(_ attack: Attack) -> (faulty: [Attack.Arrival], honest: [Attack.Arrival]) {
    let faulty = Set(attack.faulty)
    return (
      arrivals.filter { faulty.contains($0.voter) }, arrivals.filter { !faulty.contains($0.voter) }
    )
  }
}
