import Consensus

/// The weights of the voters of some groups, in whole units.
struct VoteUnits {
  /// The number of voters.
  let voterCount: Int
  /// The units of weight of a voter of each group.
  let ofGroups: [Int]
  /// The units of all voters.
  let total: Int
  /// The weight of a unit, with the relative error of sums, which is 0 if all are exact; nil if all
  /// voters have the same weight, so that a unit is a vote.
  let scale: (unit: Double, error: Double)?

  /// The weights that voters have under some rules; nil if they have no unit.
  ///
  /// - Parameter counts: the number of voters of each group, in the order of the rules.
  init?(_ rules: VotingRules, counts: [Int]) {
    voterCount = rules.voterCount
    if rules.hasEqualWeights {
      ofGroups = counts.map { _ in 1 }
      scale = nil
    } else {
      let weights = rules.weights(ofGroups: counts)
      let present = counts.indices.filter { counts[$0] > 0 }
      guard
        let found = WeightUnits(
          weights: present.map { weights[$0] }, counts: present.map { counts[$0] })
      else { return nil }
      var units = counts.map { _ in 0 }
      for (place, group) in present.enumerated() { units[group] = found.units[place] }
      ofGroups = units
      scale = (
        found.unit, found.areSumsExact ? 0 : WeightSums.rounding(ofVotes: rules.voterCount)
      )
    }
    total = zip(ofGroups, counts).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
