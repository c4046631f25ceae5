import Consensus

/// All vote against the truth.
struct OpposeTogether: PlanBehaviour {
  static let name = "oppose"
  static let summary = "All members vote against the truth as soon as a proposal opens."
  static let traits = BehaviourTraits(
    capabilities: [], observations: [.truth], parameters: [], forecast: .againstTruth)

  func vote(on proposal: Int, of group: Electorate.Group, in world: borrowing World) -> VoteValue? {
    world.facts[proposal].wrongVote
  }
}
