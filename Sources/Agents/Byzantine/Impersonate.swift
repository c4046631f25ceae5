/// Votes against the truth in its own name, and in the name of all who are not faulty before
/// they do.
struct Impersonate: Misconduct {
  static let traits = ConductTraits(
    deeds: [.forgesVotes], sights: [.truth], parameters: [], forecast: .againstTruth)

  /// Votes for all.
  func proposalOpened(_ proposal: Int, to voter: FaultyVoter, in world: inout World) {
    let wrongVote = world.affairs[proposal].wrongVote
    world.cast(wrongVote, by: voter, on: proposal)
    for (place, other) in world.electorate.loyalVoters.enumerated() {
      world.cast(wrongVote, by: voter, inNameOf: other, on: proposal, number: place + 1)
    }
  }
}
