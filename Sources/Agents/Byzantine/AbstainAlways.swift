import Consensus

/// Abstains on every proposal, which may leave the others short of a quorum.
struct AbstainAlways: StrategyBehaviour {
  static let name = "abstain"
  static let summary = "Abstains on every proposal as soon as it opens; calls no tally."
  static let traits = BehaviourTraits(
    capabilities: [], observations: [], parameters: [], forecast: .each { _ in .silent })

  func proposalOpened(_ proposal: Int, to voter: FaultyVoter, in world: inout World) {
    world.cast(.abstain, by: voter, on: proposal)
  }
}
