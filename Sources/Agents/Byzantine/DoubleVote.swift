import Consensus

/// Votes both ways, in the order that leaves the vote against the truth standing.
struct DoubleVote: Misconduct {
  static let traits = ConductTraits(
    deeds: [.votesTwice], sights: [.truth, .rules], parameters: [], forecast: .againstTruth)

  /// Votes twice, knowing whether the first vote or the last one counts.
  func proposalOpened(_ proposal: Int, to voter: FaultyVoter, in world: inout World) {
    let affair = world.affairs[proposal]
    let lastCounts = world.setting.rules.config.allowVoteChange
    let (first, second) =
      lastCounts ? (affair.rightVote, affair.wrongVote) : (affair.wrongVote, affair.rightVote)
    world.cast(first, by: voter, on: proposal)
    world.cast(second, by: voter, on: proposal, number: 1)
  }
}
