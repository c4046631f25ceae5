import Consensus

/// Rejects every proposal.
struct RejectAll: StrategyBehaviour {
  static let name = "reject_all"
  static let summary = "Rejects every proposal as soon as it opens; calls no tally."
  static let traits = BehaviourTraits(
    capabilities: [], observations: [], parameters: [], forecast: .always { _ in false })

  func proposalOpened(_ proposal: Int, to voter: FaultyVoter, in world: inout World) {
    world.cast(.reject, by: voter, on: proposal)
  }
}
