import Consensus
import Maths
import TestSupport
import Testing

@testable import Detection

@Suite struct CopyingTests {
  /// The score as it is defined: over some rates the best logarithm of how much likelier two voters'
  /// votes are if they follow one coin now and then, the truth being told by the others alone.
  private func score(
    of a: Int, _ b: Int, _ lines: [String], _ truth: TruthEstimate
  ) -> Double {
    let others = lines.indices.filter { $0 != a && $0 != b }
    let prior = prior(lines, truth)
    return [0.03, 0.06, 0.12, 0.25, 0.5, 0.8, 0.98].reduce(0) { best, rate in
      var sum = 0.0
      for place in lines[0].indices where lines[a][place] != "0" && lines[b][place] != "0" {
        var odds = prior
        for voter in others where lines[voter][place] != "0" {
          let own = truth.accuracies[voter] / (1 - truth.accuracies[voter])
          odds *= lines[voter][place] == "+" ? own : 1 / own
        }
        func honest(_ voter: Int, isWarranted: Bool) -> Double {
          let right = truth.accuracies[voter]
          return (lines[voter][place] == "+") == isWarranted ? right : 1 - right
        }
        let warranted = odds / (1 + odds)
        let apart =
          warranted * honest(a, isWarranted: true) * honest(b, isWarranted: true)
          + (1 - warranted) * honest(a, isWarranted: false) * honest(b, isWarranted: false)
        let copied = lines[a][place] == lines[b][place] ? 0.5 : 0
        sum += logarithm(1 - rate + rate * copied / apart)
      }
      return max(best, sum)
    }
  }

  /// The odds that a proposal is warranted before anybody votes.
  private func prior(_ lines: [String], _ truth: TruthEstimate) -> Double {
    let votes = zip(lines, truth.accuracies).reduce(0) { sum, voter in
      let logOdds = logarithm(voter.1 / (1 - voter.1))
      return sum + (voter.0.first == "+" ? logOdds : voter.0.first == "-" ? -logOdds : 0)
    }
    return exponential(truth.logOdds[0] - votes)
  }

  @Test func scoresAreThoseOfTheDefinition() {
    forEverySeed(40, premises: ["a score"]) { draw in
      let lines = draw.voteLines(voters: 5, proposals: 30)
      let votes = VoteMatrix(lines: lines)
      let truth = TruthEstimate(BlockedVotes(votes))
      let evidence = Copying(votes).evidence(weights: Array(repeating: 1, count: 5))
      for (a, b) in evidence.scores.pairs {
        let expected = score(of: a, b, lines, truth)
        try requireNear(evidence.scores[a, b], expected)
        if expected > 0 { draw.met("a score") }
        let pValue = expected > 0 ? normalCumulative(-(2 * expected).squareRoot()) : 1
        try requireNear(evidence.pValues[a, b], pValue)
      }
    }
  }

  @Test func whoTossesOneCoinIsFoundAmongTheHonest() {
    forEverySeed(20) { draw in
      let votes = draw.votes(voters: 9, proposals: 120, ring: [2, 7], rate: 0.7)
      try requireEqual(Detector(.copying).findings(in: votes).blocs.map(\.members), [[2, 7]])
    }
  }
}
