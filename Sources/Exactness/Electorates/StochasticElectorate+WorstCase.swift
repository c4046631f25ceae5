import Agents

extension StochasticElectorate {
  /// The outcomes that an adversary can cause who controls the faulty voters, with any strategy, under
  /// its own rules.
  ///
  /// - Parameter kinds: whether the action is critical, for each answer.
  package func worstCases(ofCritical kinds: [Bool]) throws(ExactProblem) -> [WorstCase] {
    try worstCases(under: kinds.map { ActionRules(rules, critical: $0) })
  }

  /// The same under each of some rules, for the same weights as its own.
  ///
  /// Nobody may vote in another voter's name: otherwise one faulty voter decides alone.
  ///
  /// - Complexity: O(*n*³) for *n* honest voters of one weight; with several weights, the product
  ///   of the squares of their numbers.
  func worstCases(under rules: [ActionRules]) throws(ExactProblem) -> [WorstCase] {
    let all = AdversaryVotes(self)
    let votes = try all.weights.map { value throws(ExactProblem) in try honestVotes(value) }
    let combinations = votes.reduce(1.0) { $0 * Double($1.count) }
    if combinations > effort.combinationsMax { throw .tooManySums }
    let adversaries = rules.map { Adversary.both(under: $0, all) }
    let possible = endings(adversaries.map(\.possible), all, facing: votes)
    var certain = possible
    let inDoubt = adversaries.indices.filter { adversaries[$0].certain != nil }
    if !inDoubt.isEmpty {
      let endings = endings(adversaries.compactMap(\.certain), all, facing: votes)
      for (place, ending) in zip(inDoubt, endings) { certain[place] = ending }
    }
    return zip(possible, certain).map { possible, certain in
      var worst = WorstCase()
      (worst.allCounted.possible, worst.allCounted.certain) =
        (possible.allCounted, certain.allCounted)
      (worst.heldBack.possible, worst.heldBack.certain) = (possible.heldBack, certain.heldBack)
      return worst
    }
  }

  private func endings(
    _ adversaries: [Adversary], _ all: AdversaryVotes, facing votes: [[Votes]]
  ) -> [(allCounted: AchievableEndings, heldBack: AchievableEndings)] {
    var endings = adversaries.map { _ in
      (allCounted: AchievableEndings(), heldBack: AchievableEndings())
    }
    let honest = votes.map { $0.map { $0.approve + $0.reject }.max() ?? 0 }
    let combinations = votes.reduce(1.0) { $0 * Double($1.count) }
    // A table is worth its sums where each of them is used more than once.
    if AdversaryTable.size(honest: honest) <= combinations {
      let table = AdversaryTable(all, honest: honest)
      forEachCombination(of: votes) { approve, reject, probability in
        let (approve, reject) = (table.number(of: approve), table.number(of: reject))
        for (place, adversary) in adversaries.enumerated() {
          endings[place].allCounted.add(
            probability, to: table.choice(of: adversary, approve: approve, reject: reject))
          endings[place].heldBack.add(
            probability,
            to: table.choiceHoldingBack(of: adversary, approve: approve, reject: reject))
        }
      }
    } else {
      forEachCombination(of: votes) { approve, reject, probability in
        for (place, adversary) in adversaries.enumerated() {
          endings[place].allCounted.add(
            probability, to: adversary.choice(facing: approve, reject))
          endings[place].heldBack.add(
            probability, to: adversary.choiceHoldingBack(approve, reject))
        }
      }
    }
    for place in endings.indices {
      endings[place].allCounted.normalize()
      endings[place].heldBack.normalize()
    }
    return endings
  }

  /// Numbers of honest voters of one weight who approve and reject, with their probability.
  private struct Votes {
    let approve: Int
    let reject: Int
    let probability: Double
  }

  /// The possible votes of the honest voters of a weight, with their probabilities.
  private func honestVotes(_ weight: Double) throws(ExactProblem) -> [Votes] {
    let nobody = StochasticGroup(count: 0, components: [])
    let chosen = groups.indices.map { place in
      weights[place] == weight && !groups[place].isFaulty ? groups[place] : nobody
    }
    let present = chosen.filter { $0.count > 0 }
    if present.count == 1 && present[0].count > Self.oneByOneMax {
      return try honestVotes(ofMany: present[0])
    }
    var table = try DenseTallyDistribution(.votes(groups: groups.count), for: chosen, effort)
    for (index, group) in chosen.enumerated() { table.add(index, group) }
    var votes: [Votes] = []
    table.forEachSum { sum, probability in
      votes.append(Votes(approve: sum.y, reject: sum.x - sum.y, probability: probability))
    }
    return votes
  }

  /// The most voters whose votes are added one by one.
  ///
  /// That rounds like the exact values that the worst ones are compared with, but takes too long of a
  /// crowd.
  private static let oneByOneMax = 100

  /// The same of a single group, in which the number of votes and that of approvals among them are
  /// binomial, given what is shared.
  private func honestVotes(ofMany group: StochasticGroup) throws(ExactProblem) -> [Votes] {
    let turnouts = group.components.map {
      binomial(group.count, $0.chances.counted, or: $0.chances.silent)
    }
    let casts = (0...group.count).filter { cast in turnouts.contains { $0[cast] > 0 } }
    if casts.reduce(0.0, { $0 + Double($1 + 1) }) > effort.combinationsMax { throw .tooManySums }
    var votes: [Votes] = []
    for cast in casts {
      var chances = Array(repeating: 0.0, count: cast + 1)
      for (component, turnout) in zip(group.components, turnouts) where turnout[cast] > 0 {
        let approvals = binomial(cast, component.chances.approve, or: component.chances.reject)
        for approve in 0...cast {
          chances[approve] += component.probability * turnout[cast] * approvals[approve]
        }
      }
      for approve in 0...cast where chances[approve] > 0 {
        votes.append(
          Votes(approve: approve, reject: cast - approve, probability: chances[approve]))
      }
    }
    return votes
  }

  private func forEachCombination(
    of votes: [[Votes]], _ body: (_ approve: [Int], _ reject: [Int], Double) -> Void
  ) {
    var approve = Array(repeating: 0, count: votes.count)
    var reject = approve
    func choose(_ place: Int, _ probability: Double) {
      if place == votes.count {
        body(approve, reject, probability)
        return
      }
      for vote in votes[place] {
        approve[place] = vote.approve
        reject[place] = vote.reject
        choose(place + 1, probability * vote.probability)
      }
    }
    choose(0, 1)
  }
}
