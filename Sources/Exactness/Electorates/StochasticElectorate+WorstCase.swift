/// What the best adversary can make of the honest votes of an electorate.
public struct WorstCase: Sendable {
  /// Where every honest vote counts.
  public internal(set) var allCounted = AchievableEndings()
  /// Where it also decides which honest votes have arrived when the tally is made.
  public internal(set) var heldBack = AchievableEndings()
}

extension StochasticElectorate {
  /// What an adversary who holds the faulty voters can bring about, whatever their strategy.
  ///
  /// Nobody votes in another's name: where that is possible, one faulty voter decides alone.
  ///
  /// - Complexity: O(*n*³) for *n* honest voters of one weight; with several weights, the product
  ///   of the squares of their numbers.
  public func worstCases(ofCritical kinds: [Bool]) throws(ExactProblem) -> [WorstCase] {
    let weights = WeightClasses(self)
    let votes = try weights.values.map { value throws(ExactProblem) in try honestVotes(value) }
    let combinations = votes.reduce(1.0) { $0 * Double($1.count) }
    if combinations > effort.combinationsMax { throw .tooManySums }
    return kinds.map { critical in
      let adversary = Adversary(self, weights, critical: critical)
      var worst = WorstCase()
      forEachCombination(of: votes) { approve, reject, probability in
        worst.allCounted.add(probability, to: adversary.choice(facing: approve, reject))
        worst.heldBack.add(probability, to: adversary.choiceHoldingBack(approve, reject))
      }
      worst.allCounted.normalize()
      worst.heldBack.normalize()
      return worst
    }
  }

  /// So many honest voters of one weight approve and reject, with a probability.
  private struct Votes {
    let approve: Int
    let reject: Int
    let probability: Double
  }

  /// What honest voters of a weight may say, and how likely.
  private func honestVotes(_ weight: Double) throws(ExactProblem) -> [Votes] {
    let nobody = StochasticGroup(count: 0, components: [])
    let chosen = groups.indices.map { place in
      weights[place] == weight && !groups[place].isFaulty ? groups[place] : nobody
    }
    var table = try DenseTallyDistribution(.votes(groups: groups.count), for: chosen, effort)
    for (index, group) in chosen.enumerated() { table.add(index, group) }
    var votes: [Votes] = []
    table.forEachSum { sum, probability in
      votes.append(Votes(approve: sum.y, reject: sum.x - sum.y, probability: probability))
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
