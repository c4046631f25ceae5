import Consensus

/// The smallest approving share, as a fraction of small whole numbers.
///
/// Among all shares that some units of weight can form, those from this fraction on approve. So
/// decisions need only whole numbers, without rounding.
struct ThresholdFraction: Hashable {
  /// The numerator: the units that approve.
  let numerator: Int
  /// The denominator: the units cast.
  let denominator: Int
  /// Whether the fraction itself approves.
  let isReached: Bool

  /// The fraction at which the rules change, for sums of up to a number of units; nil if rounded
  /// sums could be decided differently from their units.
  ///
  /// The search walks down the tree of all fractions (Stern and Brocot), asks the rules about each
  /// share on the way, and ends with the two neighbours of the threshold.
  init?(_ rules: ActionRules, units: WeightUnits, unitsMax: Int) {
    func approves(_ approve: Int, of all: Int) -> Bool {
      var count = BallotCount()
      count.approve = rules.all.voterCount
      count.approveWeight = Double(approve) * units.unit
      count.rejectWeight = Double(all - approve) * units.unit
      count.presentWeight = rules.all.totalWeight
      return rules.decide(count) == .approved
    }
    var below = (numerator: 0, denominator: 1)
    var above = (numerator: 1, denominator: 1)
    if approves(1, of: 1) {
      while below.denominator + above.denominator <= unitsMax {
        let middle = (
          numerator: below.numerator + above.numerator,
          denominator: below.denominator + above.denominator
        )
        if approves(middle.numerator, of: middle.denominator) {
          above = middle
        } else {
          below = middle
        }
      }
    } else {
      below = above
    }
    if !units.areSumsExact {
      let threshold = rules.threshold
      let doubt = Double(rules.all.voterCount + 8) * 0x1p-52
      for side in [below, above] {
        let share = Double(side.numerator) / Double(side.denominator)
        if (share - threshold).magnitude <= doubt * threshold { return nil }
      }
    }
    isReached = above.denominator <= below.denominator && above != below
    (numerator, denominator) = isReached ? above : below
  }
}
