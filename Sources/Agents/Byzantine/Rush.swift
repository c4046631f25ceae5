import Consensus

/// Votes against the truth at once, and calls the tally as soon as it would decide wrongly.
struct Rush: StrategyBehaviour {
  static let name = "rush"
  static let summary = """
    Votes against the truth as soon as a proposal opens, and calls the tally as soon as it would \
    give the wrong decision.
    """
  static let traits = BehaviourTraits(
    capabilities: [.callsTallyWhenWrong], observations: [.truth, .eachVote], parameters: [],
    forecast: .againstTruth)

  func proposalOpened(_ proposal: Int, to voter: FaultyVoter, in world: inout World) {
    world.cast(world.facts[proposal].wrongVote, by: voter, on: proposal)
  }

  /// Calls the tally if it would now decide against the truth.
  func voteAccepted(
    of other: Int, on proposal: Int, seenBy voter: FaultyVoter, in world: inout World
  ) {
    let box = world.boxes[0]
    guard box.ballots[proposal].status == .open else { return }
    let outcome = box.outcome(of: proposal, at: Instant(world.now))
    if outcome.decision == world.facts[proposal].wrongDecision {
      world.callTally(on: proposal, by: voter.number)
    }
  }
}
