import Consensus
import TestSupport
import Testing

@testable import Detection

@Suite struct BlockedVotesTests {
  @Test func sumsAreThoseOfSingleVotes() {
    forEverySeed(200) { draw in
      let voters = draw.int(in: 1...11)
      let proposals = draw.int(in: 1...70)
      let lines = draw.voteLines(voters: voters, proposals: proposals)
      let cells = lines.map(Array.init)
      let blocked = BlockedVotes(VoteMatrix(lines: lines))
      // Whole numbers, so that the order of additions makes no difference.
      let places: [Double] = (0..<voters).map(Double.init)
      let approval = places.map { SIMD2<Double>($0 + 1, 3 * $0) }
      let rejection = places.map { SIMD2<Double>(100 * $0, -$0) }
      var sums = [SIMD2<Double>](repeating: .zero, count: proposals)
      blocked.sumsOverVoters(approval: approval, rejection: rejection, into: &sums)
      for proposal in 0..<proposals {
        let expected = (0..<voters).reduce(SIMD2<Double>.zero) { sum, voter in
          switch cells[voter][proposal] {
          case "+": sum + approval[voter]
          case "-": sum + rejection[voter]
          default: sum
          }
        }
        try require(sums[proposal] == expected)
      }
      let weights = (0..<proposals).map { SIMD2(Double($0 + 1), 1) }
      var approved = [SIMD2<Double>](repeating: .zero, count: voters)
      var rejected = approved
      blocked.sumsOverProposals(of: weights, approvals: &approved, rejections: &rejected)
      for voter in 0..<voters {
        func sum(_ sign: Character) -> SIMD2<Double> {
          (0..<proposals).filter { cells[voter][$0] == sign }
            .reduce(.zero) { $0 + weights[$1] }
        }
        try require(approved[voter] == sum("+"))
        try require(rejected[voter] == sum("-"))
      }
    }
  }
}
