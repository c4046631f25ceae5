import Consensus
import Maths
import TestSupport
import Testing

@testable import Detection

@Suite struct OracleTests {
  /// The likelihood as it is defined, proposal by proposal.
  private func logLikelihood(
    of bloc: [Int], _ activity: Oracle.PlanActivity, accuracy: SIMD2<Double>, _ lines: [String]
  ) -> Double {
    var total = 0.0
    for proposal in lines[0].indices {
      let votes = lines.map { $0[proposal] }
      let whole = [true, false].reduce(0.0) { sum, isWarranted in
        func honest(_ voter: Int) -> Double {
          if votes[voter] == "0" { return 1 }
          let right = isWarranted ? accuracy.x : accuracy.y
          return (votes[voter] == "+") == isWarranted ? right : 1 - right
        }
        let rest = lines.indices.filter { !bloc.contains($0) }.map(honest).reduce(1, *)
        func member(_ voter: Int, plan: Character) -> Double {
          let followed = votes[voter] == "0" || votes[voter] == plan ? activity.participation : 0
          return followed + (1 - activity.participation) * honest(voter)
        }
        let idle = bloc.map(honest).reduce(1, *)
        let plans = ["+", "-"].map { plan in bloc.map { member($0, plan: plan) }.reduce(1, *) }
        let voted = (1 - activity.rate) * idle + activity.rate * (plans[0] + plans[1]) / 2
        return sum + (isWarranted ? 0.4 : 0.6) * rest * voted
      }
      total += logarithm(whole)
    }
    return total
  }

  @Test(arguments: [1, 0.6]) func gainsAreThoseOfTheDefinition(participation: Double) throws {
    let activity = Oracle.PlanActivity(rate: 0.3, participation: participation)
    forEverySeed(60) { draw in
      let voters = draw.int(in: 3...7)
      let lines = draw.voteLines(voters: voters, proposals: 70)
      let votes = VoteMatrix(lines: lines)
      let accuracy = SIMD2(0.8, 0.7)
      let oracle = Oracle(
        accuracies: Array(repeating: accuracy, count: voters), warranted: 0.4)
      func likelihood(_ bloc: [Int]) -> Double {
        logLikelihood(of: bloc, activity, accuracy: accuracy, lines)
      }
      let none = likelihood([])
      let gain = oracle.gain(of: [0, 2], activity, in: votes)
      try require((gain - (likelihood([0, 2]) - none)).magnitude < 1e-9)
      let own = likelihood([0, 2])
      let others = (0..<voters).filter { $0 != 0 && $0 != 2 }
      let isBest = others.allSatisfy { likelihood([0, $0]) < own && likelihood([$0, 2]) < own }
      try require(oracle.standsOut([0, 2], activity, in: votes) == isBest)
    }
  }

  /// A bloc is worth reporting from the cost of its choice and τ on, and not before.
  @Test func aBlocIsReportedFromWhatItsChoiceCosts() {
    let activity = Oracle.PlanActivity(rate: 0.5)
    let votes = VoteMatrix(lines: [
      "+-+-+-+-++", "+-+-+-+-++", "++-+++-+-+", "+-++++-+++", "++++-+++++",
    ])
    let oracle = Oracle(accuracies: Array(repeating: SIMD2(0.8, 0.8), count: 5), warranted: 0.7)
    let margin = oracle.gain(of: [0, 1], activity, in: votes) - logarithm(10)
    for (tau, isReported) in [(margin - 1e-6, true), (margin + 1e-6, false)] {
      #expect(oracle.isWorthReporting([0, 1], activity, in: votes, tau: tau) == isReported)
      #expect(
        oracle.recovers([0, 1], activity, in: votes, tau: tau)
          == (isReported && oracle.standsOut([0, 1], activity, in: votes)))
    }
    #expect(oracle.standsOut([0, 1], activity, in: votes))
    #expect(!oracle.standsOut([0, 4], activity, in: votes))
  }

  /// What is certain is taken for almost certain: one slip must not make all impossible.
  @Test func certaintyIsOnlyAlmostCertain() {
    let oracle = Oracle(accuracies: [SIMD2(1, 0), SIMD2(0.7, 1)], warranted: 1)
    let almostOne = 1 - 1e-6
    let expected: [SIMD2<Double>] = [SIMD2(almostOne, 1e-6), SIMD2(0.7, almostOne)]
    #expect(oracle.accuracies == expected)
    #expect(oracle.warranted == almostOne)
  }
}
