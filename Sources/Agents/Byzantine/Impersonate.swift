/// Votes against the truth in its own name, and in the names of all who are not faulty, before they
/// vote.
struct Impersonate: StrategyBehaviour {
  static let name = "impersonate"
  static let summary = """
    Votes against the truth as soon as a proposal opens, in its own name and in the name of every \
    voter who is not faulty; calls no tally.
    """
  static let traits = BehaviourTraits(
    capabilities: [.forgesVotes], observations: [.truth], parameters: [], forecast: .againstTruth)

  func proposalOpened(_ proposal: Int, to voter: FaultyVoter, in world: inout World) {
    let wrongVote = world.facts[proposal].wrongVote
    world.cast(wrongVote, by: voter, on: proposal)
    for (place, other) in world.electorate.nonFaultyVoters.enumerated() {
      world.cast(wrongVote, by: voter, inNameOf: other, on: proposal, number: place + 1)
    }
  }
}
