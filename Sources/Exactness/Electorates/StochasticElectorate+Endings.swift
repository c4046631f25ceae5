import Consensus

extension StochasticElectorate {
  /// The probability of each outcome of a proposal.
  ///
  /// Every result is a sum of products without subtractions, so the smallest probability is as
  /// precise as the largest, down to 10^-250.
  ///
  /// - Parameter kinds: whether the action is critical, for each answer.
  /// - Complexity: O(*n*²) additions for *n* voters if none are silent, otherwise O(*n*³). With
  ///   different weights, multiplied by the units of weight of a vote. With last movers, a decision
  ///   on every sum for each number of them.
  package func endings(ofCritical kinds: [Bool]) throws(ExactProblem) -> [EndingChances] {
    if let weight = weights.first, weights.allSatisfy({ $0 == weight }) {
      return try endings(.counts(rules, groups: groups.count, weight: weight), ofCritical: kinds)
    }
    return try kinds.map { critical throws(ExactProblem) in
      switch reduction(critical: critical) {
      case .heads:
        try endings(.counts(rules, groups: groups.count, weight: 0), critical: critical)
      case .weights(let units): try endings(.weights(rules, units), critical: critical)
      case .excess(let units, let threshold):
        try endings(units, above: threshold, critical: critical)
      case .none: try endingsBySums(critical: critical)
      }
    }
  }

  // MARK: Additive tallies

  /// Which whole numbers are enough to decide, if weights differ.
  private enum Reduction {
    /// The numbers of votes and approvals.
    case heads
    /// The units cast, and the units that approve.
    case weights(WeightUnits)
    /// The number of votes, and the units above a threshold.
    case excess(WeightUnits, above: ThresholdFraction)
    /// None; the sums themselves are needed.
    case none
  }

  private func reduction(critical: Bool) -> Reduction {
    if rules.safeguards.rule == .certificate {
      return !critical && rules.safeguards.quorumUnit == .voters ? .heads : .none
    }
    let counts = groups.map(\.count)
    guard let units = WeightUnits(weights: weights, counts: counts) else { return .none }
    let unitsMax = zip(units.units, counts).reduce(0) { $0 + $1.0 * $1.1 }
    if unitsMax > effort.unitsMax { return .none }
    if rules.safeguards.quorumUnit == .weight {
      return units.areSumsExact && rules.quorumRequired == 1 ? .weights(units) : .none
    }
    guard
      let threshold = ThresholdFraction(
        rules: rules, critical: critical, units: units, unitsMax: unitsMax)
    else { return .none }
    return .excess(units, above: threshold)
  }

  private func endings(
    _ tally: AdditiveTally, ofCritical kinds: [Bool]
  ) throws(ExactProblem) -> [EndingChances] {
    let table = try DenseTallyDistribution(tally, for: groups, effort)
    // Voters who never wait come first: their table is the same for any number of the others.
    let order =
      groups.indices.filter { !groups[$0].mayWait } + groups.indices.filter { groups[$0].mayWait }
    return endings(table, inOrder: order, ofCritical: kinds)
  }

  private func endings(
    _ tally: AdditiveTally, critical: Bool
  ) throws(ExactProblem) -> EndingChances {
    try endings(tally, ofCritical: [critical])[0]
  }

  private func endings(
    _ table: some TallyDistribution, inOrder order: [Int], ofCritical kinds: [Bool]
  ) -> [EndingChances] {
    EndingSums(
      table, adding: groups, inOrder: order, warranted: isWarranted, ofCritical: kinds
    ).endings
  }

  /// The probability that fewer vote than a quorum needs, by their number.
  var shortage: Double {
    get throws(ExactProblem) {
      // How critical an action is makes no difference to that.
      try endings(.turnout(rules, groups: groups.count), critical: false).undecided
    }
  }

  /// If a lack of votes is too unlikely to change the last digit of an answer, the number of votes
  /// need not be stored next to the units, which saves most of the work.
  private func endings(
    _ units: WeightUnits, above threshold: ThresholdFraction, critical: Bool
  ) throws(ExactProblem) -> EndingChances {
    if !groups.contains(where: \.mayWait) {
      let shortage = try shortage
      let excess = AdditiveTally.excess(rules, units, above: threshold, isQuorumSure: true)
      var endings = try endings(excess, critical: critical)
      let smallest = [endings.approved, endings.rejected].filter { $0 > 0 }.min() ?? 0
      if shortage <= smallest * 0x1p-60 {
        endings.undecided = shortage
        return endings
      }
    }
    let excess = AdditiveTally.excess(rules, units, above: threshold, isQuorumSure: false)
    return try endings(excess, critical: critical)
  }

  // MARK: Exact sums of weights

  private func endingsBySums(critical: Bool) throws(ExactProblem) -> EndingChances {
    let areExact =
      WeightUnits(weights: weights, counts: groups.map(\.count))?.areSumsExact ?? false
    let table = OrderedTallyDistribution(
      rules, weights: weights,
      rounding: areExact ? .none : isOrderKnown ? .ofPresentWeight : .ofAllWeights,
      sumsMax: effort.sumsMax)
    let order =
      groups.indices.filter { groups[$0].isFaulty } + groups.indices.filter { !groups[$0].isFaulty }
    let endings = endings(table, inOrder: order, ofCritical: [critical])[0]
    if table.isOverfull { throw .tooManySums }
    if table.hasDoubts { throw .orderMatters }
    return endings
  }
}
