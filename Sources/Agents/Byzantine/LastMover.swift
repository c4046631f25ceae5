import Consensus

/// Waits for the votes of the others, and votes against the truth where that changes the outcome.
struct LastMover: StrategyBehaviour {
  static let name = "last_mover"
  static let summary = """
    Votes just before the deadline, when it can see the other votes: against the truth where \
    that changes the outcome, otherwise for the truth; calls no tally.
    """
  static let traits = BehaviourTraits(
    capabilities: [.waitsForLastMoment], observations: [.truth, .votesCast], parameters: [],
    forecast: .lastMove(.eachForItself))

  func proposalOpened(_ proposal: Int, to voter: FaultyVoter, in world: inout World) {
    world.wake(voter.number, for: proposal, at: world.facts[proposal].lastMoment)
  }

  /// In every ballot box, votes against the truth where that changes the outcome, otherwise for it.
  func wake(_ voter: FaultyVoter, for proposal: Int, in world: inout World) {
    let facts = world.facts[proposal]
    for box in world.boxes.indices {
      func outcome(_ value: VoteValue) -> Decision {
        world.boxes[box].decision(on: proposal, adding: [(voter.number, value)])
      }
      let matters = outcome(facts.wrongVote) != outcome(facts.rightVote)
      world.castBypassingNetwork(
        matters ? facts.wrongVote : facts.rightVote, by: voter.number, on: proposal, into: box)
    }
  }
}
