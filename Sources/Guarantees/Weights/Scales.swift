import Consensus

/// Weighs votes as a ballot box does, and says how far another order of them could tip the scales.
struct Scales: Sendable {
  private let rules: VotingRules
  private let critical: Bool
  /// By how much, relatively, sums of weights can be off; 0 where their order does not matter.
  private let error: Double

  init(_ rules: VotingRules, _ voters: RankedVoters, critical: Bool) {
    self.rules = rules
    self.critical = critical
    // An early decisive tally adds up the missing votes apart, so equal weights do not suffice.
    let isOrderFree =
      voters.hasExactSums || (voters.isUniform && rules.safeguards.tally == .anytime)
    error = isOrderFree ? 0 : 0x1p-51 * Double(rules.voterCount + 1)
  }

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
    if rules.safeguards.quorumUnit == .weight { count.presentWeight = presentWeight(arrivals) }
    return count
  }

  /// The weight of those who take part, added up in the order of the voters.
  private func presentWeight(_ arrivals: [Attack.Arrival]) -> Double {
    var isPresent = Array(repeating: false, count: rules.voterCount)
    for arrival in arrivals where arrival.value != .abstain { isPresent[arrival.voter] = true }
    return rules.weights.indices.reduce(0) { isPresent[$1] ? $0 + rules.weights[$1] : $0 }
  }
}
