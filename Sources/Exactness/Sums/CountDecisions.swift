import Consensus
import Maths

/// What rules decide on each number of votes that all weigh the same.
///
/// More approvals never make a decision worse.
struct CountDecisions: Hashable {
  /// For each number of votes, how many must approve.
  private let limits: [ApprovalLimits]

  /// How many of some votes must approve for each decision.
  private struct ApprovalLimits: Hashable {
    /// The fewest approvals with which the proposal is not rejected.
    let undecided: Int
    /// The fewest approvals with which it is approved.
    let approved: Int
  }

  /// The decisions on votes that weigh as much as the first voter's.
  init(_ rules: ActionRules) {
    let sums = rules.all.sumsOfFirstWeight
    limits = sums.indices.map { votes in
      func decision(_ approvals: Int) -> Decision {
        var count = BallotCount()
        count.approve = approvals
        count.reject = votes - approvals
        count.approveWeight = sums[approvals]
        count.rejectWeight = sums[votes - approvals]
        count.presentWeight = sums[votes]
        return rules.decide(count)
      }
      let never = votes + 1
      return ApprovalLimits(
        undecided: (0...votes).firstInOrder { decision($0) != .rejected } ?? never,
        approved: (0...votes).firstInOrder { decision($0) == .approved } ?? never)
    }
  }

  /// The decision if so many of some votes approve.
  func decision(_ approvals: Int, of votes: Int) -> Decision {
    let limits = limits[votes]
    return approvals >= limits.approved
      ? .approved : approvals >= limits.undecided ? .noQuorum : .rejected
  }
}

extension VotingRules {
  /// The fewest votes that are a quorum if each weighs as much as the first voter's; more than all
  /// voters if none are.
  var quorumOfEqualVotes: Int {
    let sums = sumsOfFirstWeight
    let quorum = (0...voterCount).firstInOrder { votes in
      var count = BallotCount()
      count.approve = votes
      count.presentWeight = sums[votes]
      return isQuorate(count)
    }
    return quorum ?? voterCount + 1
  }

  /// What each number of votes weighs if each weighs as much as the first voter's.
  ///
  /// The ballot box adds the same weight repeatedly, and so does this.
  fileprivate var sumsOfFirstWeight: [Double] {
    (0..<voterCount).reduce(into: [0.0]) { sums, _ in sums.append((sums.last ?? 0) + weights[0]) }
  }
}
