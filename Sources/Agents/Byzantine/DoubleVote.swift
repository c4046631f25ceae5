import Consensus

/// Votes both ways, in the order that makes the vote against the truth count.
struct DoubleVote: StrategyBehaviour {
  static let name = "double_vote"
  static let summary = """
    Votes twice as soon as a proposal opens, once for the truth and once against it, in the \
    order that makes the vote against the truth count; calls no tally.
    """
  static let traits = BehaviourTraits(
    capabilities: [.votesTwice], observations: [.truth, .rules], parameters: [],
    forecast: .againstTruth)

  /// Votes twice; which vote goes first depends on whether the first or the last one counts.
  func proposalOpened(_ proposal: Int, to voter: FaultyVoter, in world: inout World) {
    let facts = world.facts[proposal]
    let lastCounts = world.setup.rules.config.allowVoteChange
    let (first, second) =
      lastCounts ? (facts.rightVote, facts.wrongVote) : (facts.wrongVote, facts.rightVote)
    world.cast(first, by: voter, on: proposal)
    world.cast(second, by: voter, on: proposal, number: 1)
  }
}
