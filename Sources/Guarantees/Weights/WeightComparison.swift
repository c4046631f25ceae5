import Consensus

/// Compares weights of votes as a ballot box does, and determines whether another order could
/// change the result.
struct WeightComparison: Sendable {
  private let rules: VotingRules
  private let critical: Bool
  /// Whether no sum of weights is ever rounded.
  private let areSumsExact: Bool
  /// The largest relative error of sums of weights.
  private let rounding: Double
  /// The relative change from another order of votes; 0 if the order does not matter.
  private let error: Double

  init(_ rules: VotingRules, _ voters: RankedVoters, critical: Bool) {
    self.rules = rules
    self.critical = critical
    equalWeight = voters.isUniform && voters.hasExactSums ? rules.weights[0] : nil
    // An early decisive tally adds the missing votes separately, so equal weights are not enough.
    let isOrderFree =
      voters.hasExactSums || (voters.isUniform && rules.safeguards.tally == .anytime)
    areSumsExact = voters.hasExactSums
    rounding = 0x1p-51 * Double(rules.voterCount + 1)
    error = isOrderFree ? 0 : rounding
  }

  /// The weight of each voter, if all are equal and only the numbers of votes matter.
  private let equalWeight: Double?

  /// Whether the order of votes cannot make a difference.
  var areExact: Bool { error == 0 }

  /// The decision on the votes, counted in their order.
  func decision(_ arrivals: [Attack.Arrival]) -> Decision {
    rules.decide(count(arrivals), critical: critical)
  }

  /// Whether the votes decide this, or might if all sums were rounded in its favour.
  func mightDecide(_ decision: Decision, _ arrivals: [Attack.Arrival]) -> Bool {
    mightDecide(decision, count(arrivals))
  }

  /// Whether the votes might decide this together with others that exactly complete a quorum by
  /// weight.
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
    // All voters together have exactly the total weight.
    if count.participants < rules.voterCount {
      count.presentWeight *= decision == .noQuorum ? 1 - error : 1 + error
    }
    return rules.decide(count, critical: critical) == decision
  }

  /// Whether only the numbers of votes matter.
  var areForCounts: Bool { equalWeight != nil }

  /// The decision on numbers of votes, if only they matter.
  func decision(approve: Int, reject: Int) -> Decision {
    rules.decide(count(approve: approve, reject: reject), critical: critical)
  }

  /// Whether a number of votes is enough for a decision, if only numbers matter.
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

  /// The weight of the voters who take part, added in the order of the voters if that matters.
  private func presentWeight(_ arrivals: [Attack.Arrival], addedUpOtherwise sum: Double) -> Double {
    let limit = rules.config.quorumFraction * rules.totalWeight
    if areSumsExact || abs(sum - limit) > rounding * rules.totalWeight { return sum }
    var isPresent = Array(repeating: false, count: rules.voterCount)
    for arrival in arrivals where arrival.value != .abstain { isPresent[arrival.voter] = true }
    return rules.weights.indices.reduce(0) { isPresent[$1] ? $0 + rules.weights[$1] : $0 }
  }
}
