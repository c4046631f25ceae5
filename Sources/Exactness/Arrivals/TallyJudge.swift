import Agents
import Consensus

/// What a ballot box decides by some rules on the votes that it has counted, at any moment.
///
/// Sums of weights are whole numbers of units. Where the ballot box adds doubles that are not exact,
/// their order could matter right at a limit; the judge notes if it is asked about such a sum.
final class TallyJudge: VoteCounting {
  let units: VoteUnits
  private let rules: ActionRules
  private let tally: Safeguards.TallyTime
  /// What is decided on numbers of votes, if all weigh the same.
  private let counts: CountDecisions?
  /// Whether rounding in another order might have changed an answer.
  private(set) var hasDoubts = false

  init(_ rules: ActionRules, _ units: VoteUnits) {
    self.rules = rules
    self.units = units
    tally = rules.safeguards.tally
    counts = units.scale == nil ? rules.counts : nil
  }

  // MARK: Answers

  /// What the tally decides that ends the voting.
  @inline(__always)
  func decision(of sum: VoteSum) -> Decision {
    counts?.decision(sum.approve.heads, of: sum.participants)
      ?? decision(of: sum, with: VoteSum.Part())
  }

  /// What a tally decides before the end; pending if only a settled decision counts and it is not.
  func outcome(of sum: VoteSum) -> Decision {
    let decision = decision(of: sum)
    switch tally {
    case .anytime: return decision
    case .decisive: return isSettled(decision, sum) ? decision : .pending
    }
  }

  /// Whether enough have voted for a decision.
  func isQuorate(_ sum: VoteSum) -> Bool {
    units.scale.map { answer(sum, in: $0) { rules.all.isQuorate($0) } }
      ?? (sum.participants >= rules.quorum)
  }

  func sum(_ sum: VoteSum, adding voters: Int, of group: Int, approving: Bool) -> VoteSum {
    var sum = sum
    sum.add(approving ? .approve : .reject, units: units.ofGroups[group], times: voters)
    return sum
  }

  /// Whether the missing votes can no longer change a decision: neither if all of them approve nor
  /// if all reject.
  private func isSettled(_ decision: Decision, _ sum: VoteSum) -> Bool {
    let missing = units.voterCount - sum.heard
    if missing == 0 { return true }
    let rest = VoteSum.Part(
      heads: missing,
      units: units.total - sum.approve.units - sum.reject.units - sum.abstain.units)
    return [true, false].allSatisfy { isApproval in
      self.decision(of: sum, with: rest, approving: isApproval) == decision
    }
  }

  /// The decision on a sum and, if any, the missing votes.
  private func decision(
    of sum: VoteSum, with rest: VoteSum.Part, approving: Bool = true
  ) -> Decision {
    if let counts {
      return counts.decision(
        sum.approve.heads + (approving ? rest.heads : 0), of: sum.participants + rest.heads)
    }
    guard let scale = units.scale else { return .pending }
    return answer(sum, with: rest, approving: approving, in: scale) { rules.decide($0) }
  }

  // MARK: Weights

  /// An answer on a sum and, if any, the missing votes; the same whatever rounding does to it, or
  /// else there are doubts.
  private func answer<Answer: Equatable>(
    _ sum: VoteSum, with rest: VoteSum.Part = .init(), approving: Bool = true,
    in scale: (unit: Double, error: Double), _ ask: (BallotCount) -> Answer
  ) -> Answer {
    func weight(_ units: Int) -> Double { Double(units) * scale.unit }
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
        sum.abstain.heads == 0 && count.approve + count.reject == units.voterCount
        ? rules.all.totalWeight
        : weight(sum.approve.units + sum.reject.units + rest.units) * present
      return count
    }
    let given = ask(count(1, 1, 1))
    let error = scale.error
    if error == 0 { return given }
    for (up, present) in [(true, true), (true, false), (false, true), (false, false)] {
      let other = ask(
        count(
          up ? 1 + error : 1 - error, up ? 1 - error : 1 + error, present ? 1 + error : 1 - error))
      if other != given { hasDoubts = true }
    }
    return given
  }
}
