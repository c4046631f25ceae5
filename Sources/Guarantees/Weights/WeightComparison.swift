import Consensus

/// Weighs votes as a ballot box does, and says how far another order of them could tip the scales.
struct WeightComparison: Sendable {
  private let rules: VotingRules
  private let critical: Bool
  /// Whether no sum of weights is ever rounded.
  private let areSumsExact: Bool
  /// By how much, relatively, sums of weights can be off.
  private let rounding: Double
  /// By how much the order of votes can change them; 0 where it does not matter.
  private let error: Double

  init(_ rules: VotingRules, _ voters: RankedVoters, critical: Bool) {
    self.rules = rules
    self.critical = critical
    equalWeight = voters.isUniform && voters.hasExactSums ? rules.weights[0] : nil
    // An early decisive tally adds up the missing votes apart, so equal weights do not suffice.
    let isOrderFree =
      voters.hasExactSums || (voters.isUniform && rules.safeguards.tally == .anytime)
    areSumsExact = voters.hasExactSums
    rounding = 0x1p-51 * Double(rules.voterCount + 1)
    error = isOrderFree ? 0 : rounding
  }

  /// The weight of each voter, where all weigh the same and how many say what is all that matters.
  private let equalWeight: Double?

  /// Whether the order of votes can make no difference.
  var areExact: Bool { error == 0 }

  /// What the votes decide, counted in their order.
  func decision(_ arrivals: [Attack.Arrival]) -> Decision {
    rules.decide(count(arrivals), critical: critical)
  }

  /// Whether the votes decide this, or might if all sums were rounded in favour of it.
  func mightDecide(_ decision: Decision, _ arrivals: [Attack.Arrival]) -> Bool {
    mightDecide(decision, count(arrivals))
  }

  /// Whether the votes might decide this beside others that have just the weight a quorum lacks.
  func mightDecide(
    _ decision: Decision, _ arrivals: [Attack.Arrival],
    besideLightestQuorumSaying value: VoteValue
  ) -> Bool {
    var count = count(arrivals)
    let missingWeight = rules.config.quorumFraction * rules.totalWeight - count.presentWeight
    let others = max(0, rules.quorumRequired - arrivals.count)
    if value == .approve {
      count.approve += others
      count.approveWeight += max(0, missingWeight)
    } else {
      count.reject += others
      count.rejectWeight += max(0, missingWeight)
    }
    count.presentWeight = rules.totalWeight
    return mightDecide(decision, count)
  }

  private func mightDecide(_ decision: Decision, _ count: BallotCount) -> Bool {
    var count = count
    let favour = decision == .approved ? error : -error
    count.approveWeight *= 1 + favour
    count.rejectWeight *= 1 - favour
    // All voters together weigh exactly what all voters weigh.
    if count.participants < rules.voterCount {
      count.presentWeight *= decision == .noQuorum ? 1 - error : 1 + error
    }
    return rules.decide(count, critical: critical) == decision
  }

  /// Whether it is enough to know how many say what.
  var areForCounts: Bool { equalWeight != nil }

  /// What so many votes decide, where that is enough to know.
  func decision(approve: Int, reject: Int) -> Decision {
    rules.decide(count(approve: approve, reject: reject), critical: critical)
  }

  /// Whether so many votes are enough for a decision, where that is enough to know.
  func areQuorate(_ votes: Int) -> Bool { rules.isQuorate(count(approve: votes, reject: 0)) }

  private func count(approve: Int, reject: Int) -> BallotCount {
    guard let equalWeight else { preconditionFailure("the voters have different weights") }
    var count = BallotCount()
    count.approve = approve
    count.reject = reject
    count.approveWeight = Double(approve) * equalWeight
    count.rejectWeight = Double(reject) * equalWeight
    count.presentWeight = Double(approve + reject) * equalWeight
    return count
  }

  /// Whether the voters who have arrived are enough for a decision.
  func areQuorate(_ arrivals: [Attack.Arrival]) -> Bool { rules.isQuorate(count(arrivals)) }

  private func count(_ arrivals: [Attack.Arrival]) -> BallotCount {
    var count = BallotCount()
    for arrival in arrivals {
      let weight = rules.weights[arrival.voter]
      switch arrival.value {
      case .approve:
        count.approve += 1
        count.approveWeight += weight
      case .reject:
        count.reject += 1
        count.rejectWeight += weight
      case .abstain: count.abstain += 1
      }
    }
    if rules.safeguards.quorumUnit == .weight {
      count.presentWeight = presentWeight(
        arrivals, addedUpOtherwise: count.approveWeight + count.rejectWeight)
    }
    return count
  }

  /// The weight of those who take part, added up in the order of the voters where that matters.
  private func presentWeight(_ arrivals: [Attack.Arrival], addedUpOtherwise sum: Double) -> Double {
    let limit = rules.config.quorumFraction * rules.totalWeight
    if areSumsExact || abs(sum - limit) > rounding * rules.totalWeight { return sum }
    var isPresent = Array(repeating: false, count: rules.voterCount)
    for arrival in arrivals where arrival.value != .abstain { isPresent[arrival.voter] = true }
    return rules.weights.indices.reduce(0) { isPresent[$1] ? $0 + rules.weights[$1] : $0 }
  }
}
