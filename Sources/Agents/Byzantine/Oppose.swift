/// Votes against the truth.
struct Oppose: StrategyBehaviour {
  static let name = "oppose"
  static let summary = "Votes against the truth as soon as a proposal opens; calls no tally."
  static let traits = BehaviourTraits(
    capabilities: [], observations: [.truth], parameters: [], forecast: .againstTruth)

  func proposalOpened(_ proposal: Int, to voter: FaultyVoter, in world: inout World) {
    world.cast(world.facts[proposal].wrongVote, by: voter, on: proposal)
  }
}
