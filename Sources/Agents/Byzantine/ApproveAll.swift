import Consensus

/// Approves every proposal.
struct ApproveAll: StrategyBehaviour {
  static let name = "approve_all"
  static let summary = "Approves every proposal as soon as it opens; calls no tally."
  static let traits = BehaviourTraits(
    capabilities: [], observations: [], parameters: [], forecast: .always { _ in true })

  func proposalOpened(_ proposal: Int, to voter: FaultyVoter, in world: inout World) {
    world.cast(.approve, by: voter, on: proposal)
  }
}
