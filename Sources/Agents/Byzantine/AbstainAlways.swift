import Consensus

/// Abstains from everything, which may leave the others short of a quorum.
struct AbstainAlways: StrategyBehaviour {
  static let name = "abstain"
  static let summary = "Abstains on every proposal as soon as it opens; calls no tally."
  static let traits = BehaviourTraits(
    capabilities: [], observations: [], parameters: [], forecast: .each { _ in .silent })

  /// Abstains.
  func proposalOpened(_ proposal: Int, to voter: FaultyVoter, in world: inout World) {
    world.cast(.abstain, by: voter, on: proposal)
  }
}
