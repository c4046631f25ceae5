/// Votes the truth, and the opposite just before the deadline.
struct Flip: Misconduct {
  static let traits = ConductTraits(
    deeds: [.changesVote], sights: [.truth], parameters: [],
    forecast: .always { $0.isWarranted != $0.allowsVoteChange })

  /// Votes the truth and asks to be woken.
  func proposalOpened(_ proposal: Int, to voter: FaultyVoter, in world: inout World) {
    let affair = world.affairs[proposal]
    world.cast(affair.rightVote, by: voter, on: proposal)
    world.wake(voter.number, for: proposal, at: affair.lastMoment)
  }

  /// Changes its vote, too late for anyone to answer.
  func wake(_ voter: FaultyVoter, for proposal: Int, in world: inout World) {
    world.slip(world.affairs[proposal].wrongVote, by: voter.number, on: proposal)
  }
}
