/// Votes against the truth.
struct Oppose: Misconduct {
  static let traits = ConductTraits(
    deeds: [], sights: [.truth], parameters: [], forecast: .againstTruth)

  /// Votes against the truth.
  func proposalOpened(_ proposal: Int, to voter: FaultyVoter, in world: inout World) {
    world.cast(world.affairs[proposal].wrongVote, by: voter, on: proposal)
  }
}
