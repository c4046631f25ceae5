import Agents
import Consensus
import Simulation

/// Rejects three proposals in four, whatever the facts say.
struct MostlyReject: StrategyBehaviour {
  static let name = "mostly_reject"
  static let summary = """
    Rejects three proposals in four as soon as they open, and approves the others; calls no tally.
    """
  static let traits = BehaviourTraits(
    capabilities: [], observations: [], parameters: [],
    forecast: .each { _ in VoteChances(approve: 0.25, reject: 0.75) })

  private static let rejects = Probability(0.75)

  /// Draws from its own stream, so that nobody else's draws change.
  func proposalOpened(_ proposal: Int, to voter: FaultyVoter, in world: inout World) {
    var stream = world.stream(of: voter.number, on: proposal)
    let vote: VoteValue = Self.rejects.occurs(at: stream.next()) ? .reject : .approve
    world.cast(vote, by: voter, on: proposal)
  }
}
