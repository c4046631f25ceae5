import Consensus
import Simulation

/// Tosses a fair coin for each vote.
struct VoteAtRandom: StrategyBehaviour {
  static let name = "random"
  static let summary = """
    As soon as a proposal opens, tosses a fair coin to approve or reject it; calls no tally.
    """
  static let traits = BehaviourTraits(
    capabilities: [], observations: [], parameters: [],
    forecast: .each { _ in VoteChances(approve: 0.5, reject: 0.5) })

  func proposalOpened(_ proposal: Int, to voter: FaultyVoter, in world: inout World) {
    let coin = world.draws(.behaviour, of: voter.number, on: proposal).word1
    world.cast(coin.leadingZeroBitCount == 0 ? .approve : .reject, by: voter, on: proposal)
  }
}
