/// Who approved and who rejected what, one bit a vote, so that 64 proposals are compared at once.
public struct VoteMatrix: Sendable {
  /// The number of voters.
  public let voterCount: Int
  /// The number of proposals.
  public let proposalCount: Int
  private let wordsPerVoter: Int
  /// A voter's approvals, then its rejections, then the next voter's.
  private var words: [UInt64]

  /// A matrix without votes.
  public init(voterCount: Int, proposalCount: Int) {
    self.voterCount = voterCount
    self.proposalCount = proposalCount
    wordsPerVoter = (proposalCount + 63) / 64
    words = Array(repeating: 0, count: 2 * voterCount * wordsPerVoter)
  }

  /// The votes in a ballot box.
  ///
  /// - Complexity: O(*n* · *m*) in voters and proposals.
  public init(_ box: BallotBox) {
    self.init(voterCount: box.rules.voterCount, proposalCount: box.ballots.count)
    for proposal in 0..<proposalCount {
      for voter in 0..<voterCount {
        if let vote = box.vote(of: voter, on: proposal) { set(vote, of: voter, on: proposal) }
      }
    }
  }

  /// Enters a vote in a cell that is still empty.
  public mutating func set(_ vote: VoteValue, of voter: Int, on proposal: Int) {
    let word = 2 * voter * wordsPerVoter + proposal / 64
    let bit: UInt64 = 1 << UInt64(proposal % 64)
    switch vote {
    case .approve: words[word] |= bit
    case .reject: words[word + wordsPerVoter] |= bit
    case .abstain: break
    }
  }

  /// On how many proposals two voters both approved or rejected, and on how many of them alike.
  ///
  /// - Complexity: O(*m* ÷ 64) in the number of proposals.
  public func comparison(of a: Int, and b: Int) -> (alike: Int, both: Int) {
    let startA = 2 * a * wordsPerVoter
    let startB = 2 * b * wordsPerVoter
    var alike = 0
    var both = 0
    for word in 0..<wordsPerVoter {
      let approvedA = words[startA + word]
      let approvedB = words[startB + word]
      let rejectedA = words[startA + wordsPerVoter + word]
      let rejectedB = words[startB + wordsPerVoter + word]
      alike += ((approvedA & approvedB) | (rejectedA & rejectedB)).nonzeroBitCount
      both += ((approvedA | rejectedA) & (approvedB | rejectedB)).nonzeroBitCount
    }
    return (alike, both)
  }

  /// The share of proposals on which two voters voted alike, of those on which neither abstained:
  /// 0 where there is none, 1 with oneself.
  public func agreement(of a: Int, and b: Int) -> Double {
    if a == b { return 1 }
    let (alike, both) = comparison(of: a, and: b)
    return both == 0 ? 0 : Double(alike) / Double(both)
  }
}
