/// The approvals and rejections of all voters, one bit each, so that 64 proposals are compared at
/// once.
public struct VoteMatrix: Sendable {
  /// The number of voters.
  public let voterCount: Int
  /// The number of proposals.
  public let proposalCount: Int
  private let wordsPerVoter: Int
  /// The approvals of a voter, then its rejections, then those of the next voter.
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

  /// Adds a vote in a cell that is still empty.
  public mutating func set(_ vote: VoteValue, of voter: Int, on proposal: Int) {
    let word = 2 * voter * wordsPerVoter + proposal / 64
    let bit: UInt64 = 1 << UInt64(proposal % 64)
    switch vote {
    case .approve: words[word] |= bit
    case .reject: words[word + wordsPerVoter] |= bit
    case .abstain: break
    }
  }

  /// The approval or rejection of a voter; nil if it abstained or did not vote.
  public func vote(of voter: Int, on proposal: Int) -> VoteValue? {
    let word = 2 * voter * wordsPerVoter + proposal / 64
    let bit: UInt64 = 1 << UInt64(proposal % 64)
    if words[word] & bit != 0 { return .approve }
    return words[word + wordsPerVoter] & bit != 0 ? .reject : nil
  }

  /// The proposals that a voter approved: proposal *i* is bit *i* mod 64 of word *i* ÷ 64.
  public func approvals(of voter: Int) -> ArraySlice<UInt64> {
    words[2 * voter * wordsPerVoter..<(2 * voter + 1) * wordsPerVoter]
  }

  /// The proposals that a voter rejected, as bits.
  public func rejections(of voter: Int) -> ArraySlice<UInt64> {
    words[(2 * voter + 1) * wordsPerVoter..<(2 * voter + 2) * wordsPerVoter]
  }

  /// The votes of only some voters, in the given order.
  public func restricted(to voters: [Int]) -> VoteMatrix {
    var matrix = VoteMatrix(voterCount: voters.count, proposalCount: proposalCount)
    matrix.words = voters.flatMap { approvals(of: $0) + rejections(of: $0) }
    return matrix
  }

  /// The votes on only the first proposals.
  public func prefix(_ count: Int) -> VoteMatrix {
    precondition(count <= proposalCount, "a prefix is not longer than the whole")
    var matrix = VoteMatrix(voterCount: voterCount, proposalCount: count)
    let lastBits: UInt64 = count % 64 == 0 ? .max : (1 << UInt64(count % 64)) - 1
    let kept = matrix.wordsPerVoter
    for row in 0..<2 * voterCount {
      for word in 0..<kept {
        let bits = words[row * wordsPerVoter + word]
        matrix.words[row * kept + word] = word == kept - 1 ? bits & lastBits : bits
      }
    }
    return matrix
  }

  /// The number of proposals on which neither of two voters abstained, and the number with equal
  /// votes.
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

  /// The share of equal votes among proposals on which neither voter abstained: 0 if there are
  /// none, 1 for the same voter.
  public func agreement(of a: Int, and b: Int) -> Double {
    if a == b { return 1 }
    let (alike, both) = comparison(of: a, and: b)
    return both == 0 ? 0 : Double(alike) / Double(both)
  }
}
