import Consensus
import Maths
import TestSupport
import Testing

@testable import Detection

@Suite struct TruthEstimateTests {
  private func estimate(
    _ lines: [String], weights: [Double]? = nil, _ shrinkage: TruthEstimate.Shrinkage = .fixed
  ) -> TruthEstimate {
    TruthEstimate(
      BlockedVotes(VoteMatrix(lines: lines)), weights: weights, shrinkage: shrinkage)
  }

  private static let lines = ["++-+-+-+", "++-+-+-0", "+--+-+-+", "-++-+-0-"]

  /// At the end nothing changes any more: accuracies are those that the truth gives, and the truth
  /// is the one that the accuracies give.
  @Test(arguments: [nil, [1, 0.5, 0.5, 1]])
  func truthAndAccuraciesSayTheSame(weights: [Double]?) throws {
    let lines = Self.lines
    let truth = estimate(lines, weights: weights)
    let probabilities = truth.logOdds.map { 1 / (1 + exponential(-$0)) }
    for (voter, line) in lines.enumerated() {
      var right = 4.0
      var cast = 6.0
      for (probability, vote) in zip(probabilities, line) where vote != "0" {
        right += vote == "+" ? probability : 1 - probability
        cast += 1
      }
      let expected = min(max(right / cast, 0.005), 0.995)
      #expect((truth.accuracies[voter] - expected).magnitude < 1e-6, "\(voter)")
    }
    let share = (probabilities.reduce(0, +) + 1) / 10
    for (proposal, logOdds) in truth.logOdds.enumerated() {
      var expected = logarithm(share / (1 - share))
      for (voter, line) in lines.enumerated() {
        let odds = truth.accuracies[voter] / (1 - truth.accuracies[voter])
        let vote = Array(line)[proposal]
        let sign = vote == "+" ? 1.0 : vote == "-" ? -1 : 0
        expected += sign * (weights?[voter] ?? 1) * logarithm(odds)
      }
      #expect((logOdds - expected).magnitude < 1e-5, "\(proposal)")
    }
  }

  /// Three who always agree are right by definition; 8 votes and 4 right of 6 make 12 of 14.
  @Test func whoAllAgreeAreAsRightAsTheirVotesAllow() {
    let truth = estimate(Array(repeating: "++++----", count: 9))
    for accuracy in truth.accuracies { #expect((accuracy - 12.0 / 14).magnitude < 1e-5) }
    #expect(truth.logOdds.prefix(4).allSatisfy { $0 > 10 })
    #expect(truth.logOdds.suffix(4).allSatisfy { $0 < -10 })
  }

  /// Held back towards the mean, a voter of few votes is as accurate as all are.
  @Test func fewVotesCountLittle() {
    let lines = Array(repeating: "++++----", count: 8) + ["-0000000"]
    let truth = estimate(lines, .towardsMean(votes: 30))
    let mean = (64.0 + 4) / (65 + 6)
    #expect((truth.accuracies[8] - 30 * mean / 31).magnitude < 1e-5)
    #expect((truth.accuracies[0] - (8 + 30 * mean) / 38).magnitude < 1e-5)
  }

  @Test func namesAndSidesDoNotMatter() {
    forEverySeed(60) { draw in
      let lines = draw.voteLines(voters: 5, proposals: 12)
      let own = estimate(lines)
      let order = draw.shuffled(lines.indices)
      let renamed = estimate(order.map { lines[$0] })
      let swapped = estimate(
        lines.map { line in String(line.map { $0 == "+" ? "-" : $0 == "-" ? "+" : $0 }) })
      for (place, voter) in order.enumerated() {
        try require((renamed.accuracies[place] - own.accuracies[voter]).magnitude < 1e-9)
        try require((swapped.accuracies[voter] - own.accuracies[voter]).magnitude < 1e-9)
      }
      for proposal in own.logOdds.indices {
        try require((renamed.logOdds[proposal] - own.logOdds[proposal]).magnitude < 1e-9)
        try require((swapped.logOdds[proposal] + own.logOdds[proposal]).magnitude < 1e-9)
      }
    }
  }
}
