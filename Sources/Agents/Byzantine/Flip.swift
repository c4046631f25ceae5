/// Votes for the truth, and changes its vote just before the deadline.
struct Flip: StrategyBehaviour {
  static let name = "flip"
  static let summary = """
    Votes the truth as soon as a proposal opens, and the opposite just before the deadline; calls \
    no tally.
    """
  static let traits = BehaviourTraits(
    capabilities: [.changesVote], observations: [.truth], parameters: [],
    forecast: .always { $0.isWarranted != $0.allowsVoteChange })

  /// Votes for the truth and asks to be woken.
  func proposalOpened(_ proposal: Int, to voter: FaultyVoter, in world: inout World) {
    let facts = world.facts[proposal]
    world.cast(facts.rightVote, by: voter, on: proposal)
    world.wake(voter.number, for: proposal, at: facts.lastMoment)
  }

  /// Changes its vote, so late that nobody can react.
  func wake(_ voter: FaultyVoter, for proposal: Int, in world: inout World) {
    world.castBypassingNetwork(world.facts[proposal].wrongVote, by: voter.number, on: proposal)
  }
}
