import Consensus
import Guarantees
import Text

/// The description of an attack in words.
struct AttackText {
  private let answer: GuaranteeAnswer
  private let question: GuaranteeQuestion

  init(_ answer: GuaranteeAnswer, _ question: GuaranteeQuestion) {
    self.answer = answer
    self.question = question
  }

  /// The attack in one sentence; empty if there is none.
  var sentence: String {
    guard let attack = answer.attack else { return "" }
    return attack.views.count == 2 ? replicated(attack) : central(attack)
  }

  // MARK: One ballot box

  private func central(_ attack: Attack) -> String {
    let view = attack.views[0]
    let (fromFaulty, fromHonest) = view.split(attack)
    let kind = attack.isWarranted == true ? "A warranted" : "An unwarranted"
    let honestCount = question.voterCount - attack.faulty.count
    let haveArrived = fromHonest.count == 1 ? "has arrived" : "have arrived"
    let occurrences = [
      attack.faulty.isEmpty ? nil : said(fromFaulty, of: attack.faulty.count),
      "\(fromHonest.count.grouped) of \(honestCount.grouped) honest votes \(haveArrived)",
    ].compactMap(\.self).joined(separator: ", ")
    let moment = view.moment == .early ? "when a faulty voter calls the tally" : "at the deadline"
    return "\(kind) proposal: \(occurrences) \(moment): \(result(view))."
  }

  /// The votes of the faulty voters.
  private func said(_ arrivals: [Attack.Arrival], of faulty: Int) -> String {
    let occurrences = VoteValue.allCases.compactMap { value in
      let count = arrivals.count { $0.value == value }
      return count == 0 ? nil : "\(voters(count)) \(value.rawValue)\(count == 1 ? "s" : "")"
    }
    return occurrences.isEmpty
      ? "\(voters(faulty)) \(faulty == 1 ? "does" : "do") not vote"
      : occurrences.joined(separator: ", ")
  }

  private func voters(_ count: Int) -> String {
    "\(count.grouped) faulty voter\(count == 1 ? "" : "s")"
  }

  // MARK: Two replicas

  private func replicated(_ attack: Attack) -> String {
    let count = attack.faulty.count
    let cause =
      count == 0
      ? "Honest voters differ, without any faulty voter"
      : "Honest voters differ, \(voters(count)) \(count == 1 ? "sends" : "send") different votes"
    return "\(cause): one replica counts \(result(attack.views[0])), "
      + "another \(result(attack.views[1]))."
  }

  private func result(_ view: Attack.View) -> String {
    let counts = "\(view.count(of: .approve).grouped):\(view.count(of: .reject).grouped)"
    if question.isOfEqualVoters { return "\(counts) is \(view.decision.rawValue)" }
    let weights = "\(weight(of: .approve, in: view)):\(weight(of: .reject, in: view))"
    return "\(counts), weighing \(weights), is \(view.decision.rawValue)"
  }

  private func weight(of value: VoteValue, in view: Attack.View) -> String {
    view.arrivals.filter { $0.value == value }
      .reduce(0) { $0 + question.rules.weights[$1.voter] }.brief
  }
}

extension Attack.View {
  /// The votes of the faulty voters, and those of the honest voters.
  fileprivate func split(_ attack: Attack) -> (faulty: [Attack.Arrival], honest: [Attack.Arrival]) {
    let traitors = Set(attack.faulty)
    return (
      arrivals.filter { traitors.contains($0.voter) },
      arrivals.filter { !traitors.contains($0.voter) }
    )
  }
}
