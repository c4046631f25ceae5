import Consensus

/// All vote against the truth.
struct OpposeTogether: Conspiracy {
  static let traits = ConductTraits(
    deeds: [], sights: [.truth], parameters: [], forecast: .againstTruth)

  /// The vote against the truth.
  func vote(on proposal: Int, of group: Electorate.Group, in world: borrowing World) -> VoteValue? {
    world.affairs[proposal].wrongVote
  }
}
