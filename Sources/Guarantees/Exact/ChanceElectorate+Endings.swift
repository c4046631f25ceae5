import Consensus

extension ChanceElectorate {
  /// How likely a proposal ends each way.
  ///
  /// Every number is a sum of products of what was given, nothing being taken from anything, so
  /// that the smallest probability is as precise as the largest, down to 10^-250.
  ///
  /// - Parameter kinds: whether the action is critical, for each answer asked for.
  /// - Complexity: O(*n*²) additions for *n* voters where nobody is silent, O(*n*³) where somebody
  ///   may be; with different weights, more by the units that a vote weighs.
  public func endings(ofCritical kinds: [Bool]) throws(ExactProblem) -> [EndingChances] {
    var results: [EndingChances] = []
    var counted: TablesByWaiters<LatticeTable>?
    for critical in kinds {
      switch reduction(critical: critical) {
      case .counts(let lens):
        // The same votes are seen with other eyes: what they are counts for both kinds of action.
        let tables: TablesByWaiters<LatticeTable>
        if let seen = counted?.seen(through: lens) {
          tables = seen
        } else {
          tables = try fill(lens)
        }
        counted = tables
        results.append(tables.endings(warranted: isWarranted, critical: critical))
      case .weights(let lens):
        results.append(try fill(lens).endings(warranted: isWarranted, critical: critical))
      case .excess(let units, let threshold):
        results.append(try endings(units, above: threshold, critical: critical))
      case .none:
        results.append(try endingsBySums(critical: critical))
      }
    }
    return results
  }

  // MARK: Whole numbers

  /// Which whole numbers are enough to decide.
  private enum Reduction {
    /// Those of votes and approvals.
    case counts(LatticeLens)
    /// The units cast and the units that approve.
    case weights(LatticeLens)
    /// The number of votes, and the units above a threshold.
    case excess(WeightUnits, above: ThresholdFraction)
    /// None are: the sums themselves are needed.
    case none
  }

  private func reduction(critical: Bool) -> Reduction {
    if let weight = weights.first, weights.allSatisfy({ $0 == weight }) {
      return .counts(.counts(rules, groups: groups.count, weight: weight))
    }
    if rules.safeguards.rule == .certificate {
      let isByHeads = !critical && rules.safeguards.quorumUnit == .voters
      return isByHeads ? .counts(.counts(rules, groups: groups.count, weight: 0)) : .none
    }
    let counts = groups.map(\.count)
    guard let units = WeightUnits(weights: weights, counts: counts) else { return .none }
    let unitsMax = zip(units.units, counts).reduce(0) { $0 + $1.0 * $1.1 }
    if unitsMax > effort.unitsMax { return .none }
    if rules.safeguards.quorumUnit == .weight {
      let isByWeight = units.areSumsExact && rules.quorumRequired == 1
      return isByWeight ? .weights(.weights(rules, units)) : .none
    }
    guard
      let threshold = ThresholdFraction(
        rules: rules, critical: critical, units: units, unitsMax: unitsMax)
    else { return .none }
    return .excess(units, above: threshold)
  }

  private func fill(_ lens: LatticeLens) throws(ExactProblem) -> TablesByWaiters<LatticeTable> {
    let table = try LatticeTable(lens, counts: groups.map(\.count), effort)
    // Those who never wait come first: their table serves however many of the others do.
    let order =
      groups.indices.filter { !groups[$0].mayWait } + groups.indices.filter { groups[$0].mayWait }
    return TablesByWaiters(table, adding: groups, inOrder: order)
  }

  /// Where a lack of votes is too unlikely to touch the last digit of any answer, the number of
  /// votes need not be kept beside the units, which saves most of the work.
  private func endings(
    _ units: WeightUnits, above threshold: ThresholdFraction, critical: Bool
  ) throws(ExactProblem) -> EndingChances {
    if !groups.contains(where: \.mayWait) {
      let shortage = try fill(.turnout(rules, groups: groups.count))
        .endings(warranted: isWarranted, critical: critical).undecided
      var endings = try fill(.excess(rules, units, above: threshold, isQuorumSure: true))
        .endings(warranted: isWarranted, critical: critical)
      let smallest = [endings.approved, endings.rejected].filter { $0 > 0 }.min() ?? 0
      if shortage <= smallest * 0x1p-60 {
        endings.undecided = shortage
        return endings
      }
    }
    return try fill(.excess(rules, units, above: threshold, isQuorumSure: false))
      .endings(warranted: isWarranted, critical: critical)
  }

  // MARK: Sums as they are

  private func endingsBySums(critical: Bool) throws(ExactProblem) -> EndingChances {
    let areExact =
      WeightUnits(weights: weights, counts: groups.map(\.count))?.areSumsExact ?? false
    let table = SumTable(
      rules, weights: weights,
      rounding: areExact ? .none : isOrderKnown ? .ofPresentWeight : .ofAllWeights,
      sumsMax: effort.sumsMax)
    let order =
      groups.indices.filter { groups[$0].isFaulty } + groups.indices.filter { !groups[$0].isFaulty }
    let tables = TablesByWaiters(table, adding: groups, inOrder: order)
    let endings = tables.endings(warranted: isWarranted, critical: critical)
    if tables.tables.contains(where: { $0.table.isOverfull }) { throw .tooManySums }
    if table.hasDoubts { throw .orderMatters }
    return endings
  }
}
