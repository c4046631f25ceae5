import Consensus
import TestSupport

extension Draw {
  /// Votes without a pattern, one line a voter: + approves, - rejects, 0 is no vote.
  func voteLines(voters: Int, proposals: Int) -> [String] {
    (0..<voters).map { _ in
      (0..<proposals).map { _ in ["0", "+", "-"][int(in: 0...2)] }.joined()
    }
  }

  /// Votes of voters who are right in four of five cases, but for a ring, which votes as one, at
  /// random, as often as a rate says.
  func voteLines(voters: Int, proposals: Int, ring: [Int], rate: Double) -> [String] {
    var lines = Array(repeating: "", count: voters)
    for _ in 0..<proposals {
      let isWarranted = bool()
      let plan = bool(probability: rate) ? bool() : nil
      for voter in 0..<voters {
        let own = bool(probability: 0.8) == isWarranted
        let vote = ring.contains(voter) ? plan ?? own : own
        lines[voter] += vote ? "+" : "-"
      }
    }
    return lines
  }

  /// The same as a matrix.
  func votes(voters: Int, proposals: Int, ring: [Int], rate: Double) -> VoteMatrix {
    VoteMatrix(lines: voteLines(voters: voters, proposals: proposals, ring: ring, rate: rate))
  }
}
