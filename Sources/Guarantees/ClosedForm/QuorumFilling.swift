import Consensus
import Maths

/// Finds the least honest weight that completes a quorum for the votes of faulty voters.
struct QuorumFilling: Sendable {
  private let rules: VotingRules
  private let voters: RankedVoters
  private let scales: WeightComparison

  init(_ rules: VotingRules, _ voters: RankedVoters, _ scales: WeightComparison) {
    self.rules = rules
    self.voters = voters
    self.scales = scales
  }

  /// Given votes, with the fewest and lightest others that make a quorum.
  ///
  /// - Parameters:
  ///   - value: The votes of the others.
  ///   - spare: The others, lightest first.
  /// - Returns: All votes, and whether no lighter others would be enough. All voters are always a
  ///   quorum.
  func completing(
    _ arrivals: [Attack.Arrival], with value: VoteValue, of spare: [Int]
  ) -> (arrivals: [Attack.Arrival], isLightest: Bool) {
    func completed(_ count: Int) -> [Attack.Arrival] {
      arrivals + spare.prefix(count).map { Attack.Arrival(value, by: $0) }
    }
    let countMin = max(0, rules.quorumRequired - arrivals.count)
    if rules.safeguards.quorumUnit == .voters { return (completed(countMin), true) }

    let count =
      (countMin...spare.count)
      .firstInOrder(near: countLikely(arrivals, spare)) { scales.areQuorate(completed($0)) }
      ?? spare.count
    let lightestFirst = completed(count)
    if voters.isUniform || count == countMin { return (lightestFirst, true) }
    guard let lightest = lightest(of: spare, beside: arrivals, atLeast: countMin, below: count)
    else { return (lightestFirst, false) }
    return (arrivals + lightest.map { Attack.Arrival(value, by: $0) }, scales.areExact)
  }

  /// How many of the spare voters are needed, up to rounding: the ballot box adds weights in
  /// another order.
  private func countLikely(_ arrivals: [Attack.Arrival], _ spare: [Int]) -> Int {
    var missing = rules.config.quorumFraction * rules.totalWeight
    for arrival in arrivals { missing -= rules.weights[arrival.voter] }
    return spare.firstIndex { voter in
      defer { missing -= rules.weights[voter] }
      return missing <= 0
    } ?? spare.count
  }

  /// How many more votes a quorum needs, if all voters have the same weight.
  func countCompleting(_ votes: Int) -> Int {
    (0...rules.voterCount - votes).firstInOrder { scales.areQuorate(votes + $0) } ?? 0
  }

  /// The lightest of the spare voters who make a quorum; nil if the search is too long.
  private func lightest(
    of spare: [Int], beside arrivals: [Attack.Arrival], atLeast countMin: Int, below count: Int
  ) -> [Int]? {
    guard let whole = voters.wholeWeights else { return nil }
    let present = arrivals.reduce(0) { $0 + whole.counts[$1.voter] }
    let subset = LightestSubset(
      of: spare.map { whole.counts[$0] }, countMin: countMin,
      sumMax: spare.prefix(count).reduce(0) { $0 + whole.counts[$1] },
      where: { sum in
        var count = BallotCount()
        count.approve = rules.voterCount
        count.presentWeight = Double(present + sum) * whole.unit
        return rules.isQuorate(count)
      })
    return subset?.places.map { spare[$0] }
  }
}
