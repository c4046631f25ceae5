/// Calls the tally as soon as a proposal is opened, before the others have voted.
struct PrematureTally: StrategyBehaviour {
  static let name = "premature_tally"
  static let summary = """
    Votes against the truth as soon as a proposal opens, and calls the tally at once, before \
    others have voted.
    """
  static let traits = BehaviourTraits(
    capabilities: [.callsTallyAtOpening], observations: [.truth], parameters: [],
    forecast: .againstTruth)

  func proposalOpened(_ proposal: Int, to voter: FaultyVoter, in world: inout World) {
    world.cast(world.facts[proposal].wrongVote, by: voter, on: proposal)
    world.callTally(on: proposal, by: voter.number)
  }
}
