import Consensus

/// Waits for the votes of the others, and votes against the truth where that matters.
struct LastMover: Misconduct {
  static let traits = ConductTraits(
    deeds: [.waitsForLastMoment], sights: [.truth, .votesCast], parameters: [],
    forecast: .lastWord(.eachForItself))

  /// Waits.
  func proposalOpened(_ proposal: Int, to voter: FaultyVoter, in world: inout World) {
    world.wake(voter.number, for: proposal, at: world.affairs[proposal].lastMoment)
  }

  /// Votes against the truth in every ballot box where that changes the outcome, else the truth.
  func wake(_ voter: FaultyVoter, for proposal: Int, in world: inout World) {
    let affair = world.affairs[proposal]
    for box in world.boxes.indices {
      func outcome(_ value: VoteValue) -> Decision {
        world.boxes[box].decision(on: proposal, adding: [(voter.number, value)])
      }
      let matters = outcome(affair.wrongVote) != outcome(affair.rightVote)
      world.slip(
        matters ? affair.wrongVote : affair.rightVote, by: voter.number, on: proposal, into: box)
    }
  }
}
