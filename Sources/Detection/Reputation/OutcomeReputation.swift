import Consensus
import Maths

extension Detector.Method {
  /// Voters who lose weight under the rule "agreement with the outcome raises your weight".
  public static let outcomeReputation = Detector.Method(
    name: "outcome_reputation",
    summary: """
      Reports voters who often vote against the outcome, as systems do that trust those who \
      agree with it; included to show how this fails.
      """,
    parameter: .threshold, standardValue: 0.5,
    parameterNote: "The share of its initial weight that a voter must keep."
  ) { votes, threshold in
    OutcomeReputation(votes).findings(threshold: threshold)
  }
}

/// The common rule that agreement with the outcome raises the weight of a voter.
///
/// It is included to show how it fails: whoever decides outcomes decides who is trusted. All voters
/// begin with the same weight. On each proposal the side with more weight wins, approval in a tie.
/// Then each voter on that side gains a tenth of its weight, and each on the other side loses a
/// tenth. Voters who end with less than a share of their initial weight are suspicious, and all of
/// them are reported as one bloc.
struct OutcomeReputation {
  /// The logarithm of the final weight of each voter.
  private(set) var logWeights: [Double]

  private static let logGain = logarithm(1.1)
  private static let logLoss = logarithm(0.9)

  init(_ votes: VoteMatrix) {
    logWeights = Array(repeating: 0, count: votes.voterCount)
    for proposal in 0..<votes.proposalCount {
      let cast = logWeights.indices.compactMap { voter in
        votes.vote(of: voter, on: proposal).map { (voter: voter, approves: $0 == .approve) }
      }
      // Only ratios matter, and with the largest weight as unit all stay within range.
      let top = cast.map { logWeights[$0.voter] }.max() ?? 0
      let balance = cast.reduce(0) { sum, vote in
        let weight = exponential(logWeights[vote.voter] - top)
        return vote.approves ? sum + weight : sum - weight
      }
      for vote in cast {
        let agrees = vote.approves == (balance >= 0)
        logWeights[vote.voter] += agrees ? Self.logGain : Self.logLoss
      }
    }
  }

  func findings(threshold: Double) -> Findings {
    let limit = logarithm(threshold)
    let suspects = logWeights.indices.filter { logWeights[$0] < limit }
    var scores = PairTable(voterCount: logWeights.count)
    for (index, (a, b)) in Array(scores.pairs).enumerated() {
      // A pair is as suspicious as the less suspicious of its voters.
      scores.values[index] = -max(logWeights[a], logWeights[b])
    }
    let blocs = suspects.count > 1 ? [Bloc(suspects, by: scores)] : []
    return Findings(blocs: blocs, pairScores: scores)
  }
}
