import Consensus

/// What rules decide on sums of weights that may be rounded.
final class RoundedDecisions {
  private let rules: ActionRules
  private let rounding: Rounding
  /// Whether rounding in another order might have changed any decision.
  private(set) var hasDoubts = false

  /// How the sums of the ballot box may differ from those of a table because of rounding.
  enum Rounding {
    /// Not at all, because nothing is rounded.
    case none
    /// Only in the weight of the votes, which the ballot box adds in the order of the voters.
    case ofPresentWeight
    /// In all sums, because votes come in random order.
    case ofAllWeights
  }

  init(_ rules: ActionRules, rounding: Rounding) {
    self.rules = rules
    self.rounding = rounding
  }

  /// What they decide on a sum.
  func decision(of sum: BallotCount) -> Decision {
    if isDoubtful(sum) { hasDoubts = true }
    return rules.decide(sum)
  }

  /// Whether a sum is so near to a limit that rounding may decide.
  private func isDoubtful(_ sum: BallotCount) -> Bool {
    let all = rules.all
    let doubt = Double(all.voterCount + 8) * 0x1p-52
    func isNear(_ share: Double, _ limit: Double) -> Bool {
      (share - limit).magnitude <= doubt * limit
    }
    if rounding == .none { return false }
    if all.safeguards.quorumUnit == .weight
      && isNear(sum.presentWeight / all.totalWeight, all.config.quorumFraction)
    {
      return true
    }
    if rounding == .ofPresentWeight || !all.isQuorate(sum) { return false }
    // The weight of a side without votes is 0 in any order.
    if sum.approve == 0 || sum.reject == 0 { return false }
    let share = sum.approveWeight / (sum.approveWeight + sum.rejectWeight)
    return isNear(share, rules.threshold)
  }
}
