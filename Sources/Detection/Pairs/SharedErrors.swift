import Consensus
import Maths
import Statistics

extension Detector.Method {
  /// Pairs of voters who are wrong together more often than chance explains.
  public static let sharedErrors = Detector.Method(
    name: "shared_errors",
    summary: """
      Reports groups linked by pairs who are wrong together more often than chance explains.
      """,
    parameter: .alpha, standardValue: 0.01,
    parameterNote: "The allowed rate of false alarms."
  ) { votes, alpha in
    Findings(SharedErrors(votes).findBlocs(voterCount: votes.voterCount, alpha: alpha))
  }
}

/// Looks for pairs who are wrong together more often than chance explains.
///
/// The truth is estimated. Given how often each of two voters is wrong where both voted, the number
/// of shared errors is hypergeometric if the errors are independent.
struct SharedErrors: PairTest {
  private let votes: VoteMatrix
  private let blocked: BlockedVotes
  private let tails: HypergeometricTails

  init(_ votes: VoteMatrix, blocked: BlockedVotes? = nil) {
    self.votes = votes
    self.blocked = blocked ?? BlockedVotes(votes)
    tails = HypergeometricTails(populationMax: votes.proposalCount)
  }

  /// - Complexity: O(*n*² · *m* ÷ 64) in voters and proposals.
  func evidence(weights: [Double]) -> PairEvidence {
    let truth = TruthEstimate(blocked, weights: weights)
    let (cast, wrong) = rows(judgedBy: truth)
    let words = (votes.proposalCount + 63) / 64
    let isComplete = (0..<votes.voterCount).map { voter in
      Self.count(cast, cast, voter, voter, words) == votes.proposalCount
    }
    let errors = (0..<votes.voterCount).map { Self.count(wrong, wrong, $0, $0, words) }
    var evidence = PairEvidence(
      scores: PairTable(voterCount: votes.voterCount),
      pValues: PairTable(voterCount: votes.voterCount))
    var index = 0
    for a in 0..<votes.voterCount {
      for b in a + 1..<max(a + 1, votes.voterCount) {
        // If everybody voted, three of the four counts are already known.
        let errorsA = isComplete[b] ? errors[a] : Self.count(wrong, cast, a, b, words)
        let errorsB = isComplete[a] ? errors[b] : Self.count(wrong, cast, b, a, words)
        let both =
          isComplete[a] && isComplete[b]
          ? votes.proposalCount : Self.count(cast, cast, a, b, words)
        let pValue = tails.upperTail(
          atLeast: Self.count(wrong, wrong, a, b, words), drawn: errorsA, marked: errorsB,
          population: both)
        evidence.pValues.values[index] = pValue
        evidence.scores.values[index] = pValue == 1 ? 0 : -logarithm(max(pValue, 1e-300))
        index += 1
      }
    }
    return evidence
  }

  /// Rows of bits: where each voter voted, and where it voted against the estimated truth.
  private func rows(judgedBy truth: TruthEstimate) -> (cast: [UInt64], wrong: [UInt64]) {
    let words = (votes.proposalCount + 63) / 64
    var warranted = [UInt64](repeating: 0, count: words)
    for (proposal, logOdds) in truth.logOdds.enumerated() where logOdds >= 0 {
      warranted[proposal / 64] |= 1 << UInt64(proposal % 64)
    }
    var cast: [UInt64] = []
    var wrong: [UInt64] = []
    for voter in 0..<votes.voterCount {
      let pairs = zip(votes.approvals(of: voter), votes.rejections(of: voter))
      for (word, (approved, rejected)) in pairs.enumerated() {
        cast.append(approved | rejected)
        wrong.append(approved & ~warranted[word] | rejected & warranted[word])
      }
    }
    return (cast, wrong)
  }

  private static func count(
    _ left: [UInt64], _ right: [UInt64], _ a: Int, _ b: Int, _ words: Int
  ) -> Int {
    var count = 0
    for word in 0..<words {
      count += (left[a * words + word] & right[b * words + word]).nonzeroBitCount
    }
    return count
  }
}
