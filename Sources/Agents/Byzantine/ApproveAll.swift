import Consensus

/// Approves whatever is proposed.
struct ApproveAll: Misconduct {
  /// Approves.
  func proposalOpened(_ proposal: Int, to voter: FaultyVoter, in world: inout World) {
    world.cast(.approve, by: voter, on: proposal)
  }
}
