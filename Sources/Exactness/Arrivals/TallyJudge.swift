import Agents
import Consensus

/// What a ballot box decides on the votes that it has counted, at any moment.
///
/// Sums of weights are whole numbers of units. Where the ballot box adds doubles that are not exact,
/// their order could matter right at a limit; the judge notes if it is asked about such a sum.
struct TallyJudge: VoteCounting {
  private let rules: VotingRules
  /// The units of weight of a voter of each group.
  let units: [Int]
  private let totalUnits: Int
  private let weight: Weight
  private let doubts = Doubts()

  /// The weight of a number of units.
  private enum Weight {
    /// All voters have the same weight, so a unit is a vote, and votes are added one by one.
    case ofVotes([Double])
    /// A multiple of a unit; the error is relative, and 0 if all sums are exact.
    case multiple(of: Double, error: Double)
  }

  /// Whether it was asked about a sum so near to a limit that rounding may decide.
  private final class Doubts {
    var areThere = false
  }

  /// The judge of groups of voters, each of them with a weight; nil if the weights have no unit.
  ///
  /// - Parameter counts: the number of voters of each group, whose weights are those of the rules.
  init?(_ rules: VotingRules, counts: [Int]) {
    let weights = rules.weights(ofGroups: counts)
    self.rules = rules
    if rules.hasEqualWeights {
      units = counts.map { _ in 1 }
      let sums = rules.weights.reduce(into: [0.0]) { sums, weight in
        sums.append((sums.last ?? 0) + weight)
      }
      weight = .ofVotes(sums)
    } else {
      let present = counts.indices.filter { counts[$0] > 0 }
      guard
        let found = WeightUnits(
          weights: present.map { weights[$0] }, counts: present.map { counts[$0] })
      else { return nil }
      var units = counts.map { _ in 0 }
      for (place, group) in present.enumerated() { units[group] = found.units[place] }
      self.units = units
      weight = .multiple(
        of: found.unit,
        error: found.areSumsExact ? 0 : WeightSums.rounding(ofVotes: rules.voterCount))
    }
    totalUnits = zip(units, counts).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// The number of voters.
  var voterCount: Int { rules.voterCount }

  /// Whether rounding in another order might have changed an answer.
  var hasDoubts: Bool { doubts.areThere }

  // MARK: Answers

  /// What the tally decides that ends the voting.
  func decision(of sum: VoteSum, critical: Bool) -> Decision {
    answer(sum) { rules.decide($0, critical: critical) }
  }

  /// What a tally decides before the end; pending if only a settled decision counts and it is not.
  func outcome(of sum: VoteSum, critical: Bool) -> Decision {
    let decision = decision(of: sum, critical: critical)
    switch rules.safeguards.tally {
    case .anytime: return decision
    case .decisive: return isSettled(decision, sum, critical) ? decision : .pending
    }
  }

  /// Whether enough have voted for a decision.
  func isQuorate(_ sum: VoteSum) -> Bool {
    answer(sum) { rules.isQuorate($0) }
  }

  func sum(_ sum: VoteSum, adding voters: Int, of group: Int, approving: Bool) -> VoteSum {
    var sum = sum
    sum.add(approving ? .approve : .reject, units: units[group], times: voters)
    return sum
  }

  /// Whether the missing votes can no longer change a decision: neither if all of them approve nor
  /// if all reject.
  private func isSettled(_ decision: Decision, _ sum: VoteSum, _ critical: Bool) -> Bool {
    let missing = rules.voterCount - sum.heard
    if missing == 0 { return true }
    let rest = VoteSum.Part(
      heads: missing,
      units: totalUnits - sum.approve.units - sum.reject.units - sum.abstain.units)
    return [true, false].allSatisfy { isApproval in
      answer(sum, with: rest, approving: isApproval) { rules.decide($0, critical: critical) }
        == decision
    }
  }

  // MARK: Weights

  /// An answer on a sum and, if any, the missing votes; the same whatever rounding does to it, or
  /// else there are doubts.
  private func answer<Answer: Equatable>(
    _ sum: VoteSum, with rest: VoteSum.Part = .init(), approving: Bool = true,
    _ ask: (BallotCount) -> Answer
  ) -> Answer {
    func count(_ approve: Double, _ reject: Double, _ present: Double) -> BallotCount {
      var count = BallotCount()
      count.approve = sum.approve.heads + (approving ? rest.heads : 0)
      count.reject = sum.reject.heads + (approving ? 0 : rest.heads)
      count.approveWeight = weight(sum.approve.units) * approve
      count.rejectWeight = weight(sum.reject.units) * reject
      if rest.heads > 0 {
        if approving {
          count.approveWeight += weight(rest.units) * approve
        } else {
          count.rejectWeight += weight(rest.units) * reject
        }
      }
      count.presentWeight =
        sum.abstain.heads == 0 && count.approve + count.reject == rules.voterCount
        ? rules.totalWeight
        : weight(sum.approve.units + sum.reject.units + rest.units) * present
      return count
    }
    let given = ask(count(1, 1, 1))
    guard case .multiple(_, let error) = weight, error > 0 else { return given }
    for (up, present) in [(true, true), (true, false), (false, true), (false, false)] {
      let other = ask(
        count(
          up ? 1 + error : 1 - error, up ? 1 - error : 1 + error, present ? 1 + error : 1 - error))
      if other != given { doubts.areThere = true }
    }
    return given
  }

  private func weight(_ units: Int) -> Double {
    switch weight {
    case .ofVotes(let sums): sums[units]
    case .multiple(let unit, _): Double(units) * unit
    }
  }
}
