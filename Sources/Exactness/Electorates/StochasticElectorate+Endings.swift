import Consensus

extension StochasticElectorate {
  /// The probability of each outcome of a proposal under its own rules.
  ///
  /// - Parameter kinds: whether the action is critical, for each answer.
  package func endings(ofCritical kinds: [Bool]) throws(ExactProblem) -> [EndingChances] {
    try endings(under: kinds.map { ActionRules(rules, critical: $0) }).values()
  }

  /// The probability of each outcome of a proposal under each of some rules, for the same weights as
  /// its own.
  ///
  /// Every result is a sum of products without subtractions, so the smallest probability is as
  /// precise as the largest, down to 10^-250.
  ///
  /// - Complexity: O(*n*²) additions for *n* voters if none are silent, otherwise O(*n*³). With
  ///   different weights, multiplied by the units of weight of a vote, and by the number of
  ///   thresholds. With last movers, a decision on every sum for each number of them. And for each of
  ///   the rules a decision on every sum.
  func endings(under rules: [ActionRules]) -> [Attempt<EndingChances>] {
    if let weight = weights.first, weights.allSatisfy({ $0 == weight }) {
      return attempts(rules.count) { () throws(ExactProblem) in try byVotes(rules) }
    }
    let units = WeightUnits(weights: weights, counts: groups.map(\.count))
    var endings: [Attempt<EndingChances>?] = rules.map { _ in nil }
    // Rules to which the same sums are enough share a table of them.
    for (reduction, places) in rules.indices.grouped(by: { reduction(rules[$0], units) }) {
      let found = self.endings(reduction, units, places.map { rules[$0] })
      for (place, ending) in zip(places, found) { endings[place] = ending }
    }
    return endings.compactMap(\.self)
  }

  // MARK: Additive tallies

  /// Which whole numbers are enough to decide, if weights differ.
  private enum Reduction: Hashable {
    /// The numbers of votes and approvals.
    case heads
    /// The units cast, and the units that approve.
    case weights
    /// The number of votes, and the units above a threshold.
    case excess(above: ThresholdFraction)
    /// None; the sums themselves are needed.
    case none
  }

  private func reduction(_ rules: ActionRules, _ units: WeightUnits?) -> Reduction {
    let safeguards = rules.safeguards
    if safeguards.rule == .certificate {
      return !rules.critical && safeguards.quorumUnit == .voters ? .heads : .none
    }
    guard let units else { return .none }
    let unitsMax = zip(units.units, groups).reduce(0) { $0 + $1.0 * $1.1.count }
    if unitsMax > effort.unitsMax { return .none }
    if safeguards.quorumUnit == .weight {
      return units.areSumsExact && rules.all.quorumRequired == 1 ? .weights : .none
    }
    guard let threshold = ThresholdFraction(rules, units: units, unitsMax: unitsMax) else {
      return .none
    }
    return .excess(above: threshold)
  }

  private func endings(
    _ reduction: Reduction, _ units: WeightUnits?, _ rules: [ActionRules]
  ) -> [Attempt<EndingChances>] {
    switch (reduction, units) {
    case (.heads, _): attempts(rules.count) { () throws(ExactProblem) in try byVotes(rules) }
    case (.weights, let units?):
      attempts(rules.count) { () throws(ExactProblem) in
        try endings(.weights(units), rules.map { $0.decisions(onWeights: units) })
      }
    case (.excess(let threshold), let units?): endings(units, above: threshold, rules)
    case (.none, _), (.weights, nil), (.excess, nil): endingsBySums(units, rules)
    }
  }

  private func byVotes(_ rules: [ActionRules]) throws(ExactProblem) -> [EndingChances] {
    try endings(.votes(groups: groups.count), rules.map(\.decisionsOnVotes))
  }

  private func endings(
    _ tally: AdditiveTally, _ decisions: [AdditiveTally.Decisions]
  ) throws(ExactProblem) -> [EndingChances] {
    let table = try DenseTallyDistribution(tally, for: groups, effort)
    // Voters who never wait come first: their table is the same for any number of the others.
    let order =
      groups.indices.filter { !groups[$0].mayWait } + groups.indices.filter { groups[$0].mayWait }
    return endings(table, inOrder: order, decisions)
  }

  private func endings<Table: TallyDistribution>(
    _ table: Table, inOrder order: [Int], _ decisions: [(Table.Sum) -> Decision]
  ) -> [EndingChances] {
    EndingSums(
      table, adding: groups, inOrder: order, warranted: isWarranted, deciding: decisions
    ).endings
  }

  /// The probability that fewer vote than a quorum needs, by their number.
  func shortages(under rules: [ActionRules]) throws(ExactProblem) -> [Double] {
    try endings(.turnout(groups: groups.count), rules.map(\.decisionsOnTurnout)).map(\.undecided)
  }

  private func endings(
    _ units: WeightUnits, above threshold: ThresholdFraction, _ rules: [ActionRules]
  ) -> [Attempt<EndingChances>] {
    let quick = attempts(rules.count) { () throws(ExactProblem) in
      try endingsOfSureQuorum(units, above: threshold, rules)
    }
    let rest = rules.indices.filter { quick[$0] == .success(nil) }
    let slow = attempts(rest.count) { () throws(ExactProblem) in
      try rest.isEmpty
        ? [] : excess(units, above: threshold, rest.map { rules[$0] }, isQuorumSure: false)
    }
    var endings = quick.map { $0.map { $0 ?? EndingChances() } }
    for (place, ending) in zip(rest, slow) { endings[place] = ending }
    return endings
  }

  /// If a lack of votes is too unlikely to change the last digit of an answer, the number of votes
  /// need not be stored next to the units, which saves most of the work; nil where it must.
  private func endingsOfSureQuorum(
    _ units: WeightUnits, above threshold: ThresholdFraction, _ rules: [ActionRules]
  ) throws(ExactProblem) -> [EndingChances?] {
    if groups.contains(where: \.mayWait) { return rules.map { _ in nil } }
    let shortages = try shortages(under: rules)
    // Of those who have a quorum, all decide alike.
    let sure = try excess(units, above: threshold, [rules[0]], isQuorumSure: true)[0]
    let smallest = [sure.approved, sure.rejected].filter { $0 > 0 }.min() ?? 0
    return shortages.map { shortage in
      guard shortage <= smallest * 0x1p-60 else { return nil }
      var endings = sure
      endings.undecided = shortage
      return endings
    }
  }

  private func excess(
    _ units: WeightUnits, above threshold: ThresholdFraction, _ rules: [ActionRules],
    isQuorumSure: Bool
  ) throws(ExactProblem) -> [EndingChances] {
    try endings(
      .excess(units, above: threshold, isQuorumSure: isQuorumSure),
      rules.map { $0.decisions(above: threshold, isQuorumSure: isQuorumSure) })
  }

  // MARK: Exact sums of weights

  private func endingsBySums(
    _ units: WeightUnits?, _ rules: [ActionRules]
  ) -> [Attempt<EndingChances>] {
    let table = OrderedTallyDistribution(weights: weights, sumsMax: effort.sumsMax)
    let rounding: RoundedDecisions.Rounding =
      units?.areSumsExact == true ? .none : isOrderKnown ? .ofPresentWeight : .ofAllWeights
    let decisions = rules.map { RoundedDecisions($0, rounding: rounding) }
    let order =
      groups.indices.filter { groups[$0].isFaulty } + groups.indices.filter { !groups[$0].isFaulty }
    let endings = endings(table, inOrder: order, decisions.map { one in one.decision })
    return zip(endings, decisions).map { ending, decisions in
      if table.isOverfull { return .failure(.tooManySums) }
      return decisions.hasDoubts ? .failure(.orderMatters) : .success(ending)
    }
  }
}
