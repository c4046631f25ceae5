import TestSupport

extension Draw {
  /// Votes without a pattern, one line a voter: + approves, - rejects, 0 is no vote.
  func voteLines(voters: Int, proposals: Int) -> [String] {
    (0..<voters).map { _ in
      (0..<proposals).map { _ in ["0", "+", "-"][int(in: 0...2)] }.joined()
    }
  }
}
