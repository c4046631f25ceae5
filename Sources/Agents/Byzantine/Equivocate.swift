import Consensus

/// Sends an approval to half of the replicas, and a rejection to the other half.
struct Equivocate: StrategyBehaviour {
  static let name = "equivocate"
  static let summary = """
    As soon as a proposal opens, sends approve to half of the replicas and reject to the others; \
    with a single ballot box it votes twice, as double_vote does; calls no tally.
    """
  static let traits = BehaviourTraits(
    capabilities: [.votesTwice], observations: [.truth, .rules], parameters: [],
    forecast: .againstTruth)

  /// Sends each half a different vote; a single ballot box gets both.
  func proposalOpened(_ proposal: Int, to voter: FaultyVoter, in world: inout World) {
    if !world.setup.isReplicated {
      DoubleVote().proposalOpened(proposal, to: voter, in: &world)
      return
    }
    for box in world.boxes.indices {
      let isFirstHalf = box < world.boxes.count / 2
      world.cast(isFirstHalf ? .approve : .reject, by: voter, on: proposal, into: box)
    }
  }
}
