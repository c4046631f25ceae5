import Consensus

/// Tells half of the replicas that it approves, and the other half that it rejects.
struct Equivocate: Misconduct {
  static let traits = ConductTraits(
    deeds: [.votesTwice], sights: [.truth, .rules], parameters: [], forecast: .againstTruth)

  /// Tells each half another vote; a single ballot box gets both.
  func proposalOpened(_ proposal: Int, to voter: FaultyVoter, in world: inout World) {
    if !world.setting.isReplicated {
      DoubleVote().proposalOpened(proposal, to: voter, in: &world)
      return
    }
    for box in world.boxes.indices {
      let isFirstHalf = box < world.boxes.count / 2
      world.cast(isFirstHalf ? .approve : .reject, by: voter, on: proposal, into: box)
    }
  }
}
