import Consensus

/// The rules by which proposals are decided, and which of them are critical.
public struct DecisionRules: Sendable {
  private let rules: VotingRules
  private let isCritical: [Bool]

  /// The rules of an electorate, with the kind of each proposal.
  public init(_ rules: VotingRules, isCritical: [Bool]) {
    self.rules = rules
    self.isCritical = isCritical
  }

  /// A majority of the approve and reject votes, however few; half of them approve.
  public static func majority(voters: Int, proposals: Int) -> DecisionRules {
    // So small a share of any electorate is one vote.
    guard let config = try? ConsensusConfig(quorumFraction: .leastNormalMagnitude) else {
      preconditionFailure("a positive share is a quorum")
    }
    return DecisionRules(
      VotingRules(weights: Array(repeating: 1, count: max(1, voters)), config: config),
      isCritical: Array(repeating: false, count: proposals))
  }

  /// The number of decisions that change if a bloc is one voter, with the vote of most members.
  ///
  /// The others keep their weights, and the bloc has the weight of its heaviest member.
  func decisionsTurned(by members: [Int], in votes: VoteMatrix) -> Int {
    let others = (0..<votes.voterCount).filter { !members.contains($0) }
    let asOne = rules.joining(members)
    return isCritical.indices.count { proposal in
      func vote(_ voter: Int) -> VoteValue? { votes.vote(of: voter, on: proposal) }
      let cast = members.map(vote)
      let lead = cast.count { $0 == .approve } - cast.count { $0 == .reject }
      let common: VoteValue? = lead > 0 ? .approve : lead < 0 ? .reject : nil
      let whole = rules.decide((0..<votes.voterCount).map(vote), critical: isCritical[proposal])
      return asOne.decide(others.map(vote) + [common], critical: isCritical[proposal]) != whole
    }
  }
}
