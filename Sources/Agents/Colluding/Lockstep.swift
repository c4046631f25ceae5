import Consensus
import Simulation

/// All members follow one toss of a fair coin on each proposal.
struct Lockstep: PlanBehaviour {
  static let name = "lockstep"
  static let summary =
    "As soon as a proposal opens, one toss of a fair coin decides how all members vote."
  static let traits = BehaviourTraits(
    capabilities: [], observations: [], parameters: [],
    forecast: .together { _ in [.init(0.5, .approving), .init(0.5, .rejecting)] })

  func vote(on proposal: Int, of group: Electorate.Group, in world: borrowing World) -> VoteValue? {
    let coin = world.draws(.group, of: group.index, on: proposal).word1
    return coin.leadingZeroBitCount == 0 ? .approve : .reject
  }
}
