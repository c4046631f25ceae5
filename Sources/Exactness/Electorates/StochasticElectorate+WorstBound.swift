import Agents
import Consensus

/// Probabilities that no adversary goes beyond.
struct WorstBound {
  /// That it brings about the wrong decision, even if it holds votes back.
  var wrong: Double
  /// That it prevents a decision if all honest votes count.
  var undecided: Double
}

extension StochasticElectorate {
  /// Bounds on what the best adversary can bring about, where its choices depend on too many
  /// combinations of votes to look at each.
  ///
  /// A wrong decision needs a quorum, and no right votes in it weigh less than as many of the lightest
  /// honest voters, whether those are right or not. So only the number and the weight of the wrong
  /// votes count. A bound is 1 where even that takes too long.
  ///
  /// - Complexity: that of `endings`, for each kind of actions.
  func worstBounds(ofCritical kinds: [Bool]) -> [WorstBound] {
    let wrong = try? wrongBounds(ofCritical: kinds)
    return kinds.indices.map { place in
      WorstBound(
        wrong: wrong?[place] ?? 1, undecided: (try? undecidedBound(critical: kinds[place])) ?? 1)
    }
  }

  // MARK: Wrong decisions

  private func wrongBounds(ofCritical kinds: [Bool]) throws(ExactProblem) -> [Double] {
    let counts = groups.map(\.count)
    guard let units = WeightUnits(weights: weights, counts: counts) else { throw .tooManySums }
    // Whoever is right is silent here.
    let erring = groups.map { $0.erring(isWarranted) }
    var table = try DenseTallyDistribution(.wrongVotes(units), for: erring, effort)
    for (index, group) in erring.enumerated() { table.add(index, group) }
    let lightest = honestSumsLightestFirst
    let rounding = units.areSumsExact ? 0 : WeightSums.rounding(ofVotes: rules.voterCount)
    let wrong: Decision = isWarranted ? .rejected : .approved
    var bounds = kinds.map { _ in 0.0 }
    table.forEachSum { sum, probability in
      let count = lightestQuorum(
        heads: sum.x, weight: Double(sum.y) * units.unit, of: lightest, rounding: rounding)
      guard let count else { return }
      for place in kinds.indices where rules.decide(count, critical: kinds[place]) == wrong {
        bounds[place] += probability
      }
    }
    return bounds.map { min(1, $0) }
  }

  /// The sums of the lightest honest weights, by their number.
  private var honestSumsLightestFirst: [Double] {
    let honest = groups.indices.filter { !groups[$0].isFaulty }
      .flatMap { Array(repeating: weights[$0], count: groups[$0].count) }.sorted()
    return honest.reduce(into: [0]) { sums, weight in sums.append((sums.last ?? 0) + weight) }
  }

  /// Wrong votes with the lightest right ones that could make a quorum with them, rounded in favour of
  /// the wrong; nil if none do.
  private func lightestQuorum(
    heads: Int, weight: Double, of lightest: [Double], rounding: Double
  ) -> BallotCount? {
    var right = max(0, rules.quorumRequired - heads)
    let wrongWeight = weight * (1 + rounding)
    var missing = 0.0
    if rules.safeguards.quorumUnit == .weight {
      missing = rules.config.quorumFraction * rules.totalWeight * (1 - rounding) - wrongWeight
      // Fewer than these are too few even if they are the heaviest.
      let all = lightest.count - 1
      while right < all,
        lightest[all] * (1 + rounding) - lightest[all - right] * (1 - rounding) < missing
      {
        right += 1
      }
    }
    if right > rules.voterCount - heads { return nil }
    let rightWeight = max(lightest[right] * (1 - rounding), missing)
    var count = BallotCount()
    // Whatever rounding does to a share that just suffices.
    count.presentWeight = rules.totalWeight
    if isWarranted {
      (count.reject, count.rejectWeight) = (heads, wrongWeight)
      (count.approve, count.approveWeight) = (right, rightWeight)
    } else {
      (count.approve, count.approveWeight) = (heads, wrongWeight)
      (count.reject, count.rejectWeight) = (right, rightWeight)
    }
    return count
  }

  // MARK: No decision

  /// A bound on the probability that it prevents a decision.
  ///
  /// Under a ratio only silence prevents one. A certificate for what is right is prevented by votes
  /// against it, too.
  private func undecidedBound(critical: Bool) throws(ExactProblem) -> Double {
    let silenced = voting(.silent)
    if rules.safeguards.rule == .ratio && rules.safeguards.quorumUnit == .voters {
      return try silenced.shortages(under: [ActionRules(rules, critical: critical)])[0]
    }
    let silent = try silenced.endings(ofCritical: [critical])[0]
    if rules.safeguards.rule == .ratio { return silent.undecided }
    let rejecting = try voting(.rejecting).endings(ofCritical: [critical])[0]
    // What is approved without a faulty vote and in spite of all rejections is approved with some, and
    // what is rejected without a faulty vote is rejected with some.
    let notInSpiteOfAll = rejecting.undecided + rejecting.rejected
    return min(1, silent.undecided + min(notInSpiteOfAll, silent.approved))
  }

  /// The same electorate, in which the faulty all vote alike.
  private func voting(_ votes: VoteChances) -> StochasticElectorate {
    StochasticElectorate(
      rules: rules, isWarranted: isWarranted,
      groups: groups.map {
        $0.isFaulty ? StochasticGroup(count: $0.count, votes, isFaulty: true) : $0
      }, isOrderKnown: isOrderKnown, effort: effort)
  }
}

extension StochasticGroup {
  /// The same voters, of whom those are silent who are right; the faulty are all wrong.
  fileprivate func erring(_ isWarranted: Bool) -> StochasticGroup {
    if isFaulty { return StochasticGroup(count: count, .approving) }
    return StochasticGroup(
      count: count,
      components: components.map { component in
        let chances = component.chances
        let wrong = isWarranted ? chances.reject : chances.approve
        let right = isWarranted ? chances.approve : chances.reject
        return MixtureComponent(
          probability: component.probability,
          VoteChances(approve: wrong, reject: 0, silent: right + chances.silent))
      })
  }
}
