import Consensus
import Statistics

/// The votes on each proposal, counted separately for a bloc and for all other voters.
struct FactionCounts {
  /// The votes on one proposal.
  struct Count {
    var approvals = 0
    var rejections = 0
    var blocApprovals = 0
    var blocRejections = 0

    /// The majority: 1 for approval, −1 for rejection, 0 for a tie.
    var blocSide: Int { (blocApprovals - blocRejections).signum() }
    /// The majority of the other voters.
    var restSide: Int { (approvals - blocApprovals - (rejections - blocRejections)).signum() }
  }

  private var counts: [Count]
  private let others: [Int]

  var indices: Range<Int> { counts.indices }
  subscript(proposal: Int) -> Count { counts[proposal] }

  init(_ members: [Int], in votes: VoteMatrix) {
    others = (0..<votes.voterCount).filter { !members.contains($0) }
    counts = Array(repeating: Count(), count: votes.proposalCount)
    for voter in others + members {
      let isMember = members.contains(voter)
      for proposal in BitIndices(votes.approvals(of: voter)) {
        counts[proposal].approvals += 1
        if isMember { counts[proposal].blocApprovals += 1 }
      }
      for proposal in BitIndices(votes.rejections(of: voter)) {
        counts[proposal].rejections += 1
        if isMember { counts[proposal].blocRejections += 1 }
      }
    }
  }

  /// The probability that a voter like the others disagrees with the majority of the others as
  /// often as the bloc does; without ties and abstentions.
  func dissentPValue(in votes: VoteMatrix) -> Double {
    let sides = counts.filter { $0.blocSide * $0.restSide != 0 }
    let dissents = sides.count { $0.blocSide != $0.restSide }
    var othersDissents = 0
    var othersCompared = 0
    for voter in others {
      for (proposal, count) in counts.enumerated() {
        guard let vote = votes.vote(of: voter, on: proposal) else { continue }
        let own = vote == .approve ? 1 : -1
        let balance =
          count.approvals - count.blocApprovals - (count.rejections - count.blocRejections) - own
        if balance == 0 { continue }
        othersCompared += 1
        if (balance > 0) != (own > 0) { othersDissents += 1 }
      }
    }
    guard othersCompared > 0, dissents > 0 else { return 1 }
    // One more dissent than seen: even if the others never dissent, dissent is not impossible.
    let rate = Double(othersDissents + 1) / Double(othersCompared + 1)
    return BetaDistribution(Double(dissents), Double(sides.count - dissents + 1))
      .lowerTail(min(1, rate))
  }
}
