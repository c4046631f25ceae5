/// Calls the tally as soon as a proposal is opened, before the others have voted.
struct PrematureTally: Misconduct {
  static let traits = ConductTraits(
    deeds: [.callsTally], sights: [.truth], parameters: [], forecast: .againstTruth)

  /// Votes against the truth and calls the tally.
  func proposalOpened(_ proposal: Int, to voter: FaultyVoter, in world: inout World) {
    world.cast(world.affairs[proposal].wrongVote, by: voter, on: proposal)
    world.callTally(on: proposal, by: voter.number)
  }
}
