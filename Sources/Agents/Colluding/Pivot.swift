import Consensus

/// Turns the outcome at the last moment, with as few members as it takes.
struct Pivot: Conspiracy {
  static let traits = ConductTraits(
    deeds: [.waitsForLastMoment], sights: [.truth, .votesCast], parameters: [],
    forecast: .lastWord(.fewestSuffice))

  /// In every ballot box the fewest who suffice vote against the truth, the others for it.
  func lastMoment(of proposal: Int, by members: [Int], in world: inout World) {
    let affair = world.affairs[proposal]
    for box in world.boxes.indices {
      let traitors = fewestTraitors(on: proposal, in: world.boxes[box], by: members, affair)
      for (place, voter) in members.enumerated() {
        world.slip(
          place < traitors ? affair.wrongVote : affair.rightVote, by: voter, on: proposal,
          into: box)
      }
    }
  }

  /// How many it takes to bring the wrong decision; else, to bring another than the truth would; 0
  /// where even all of them change nothing.
  private func fewestTraitors(
    on proposal: Int, in box: BallotBox, by members: [Int], _ affair: Affair
  ) -> Int {
    let decisions = (0...members.count).map { traitors in
      box.decision(
        on: proposal,
        adding: members.enumerated().map { place, voter in
          (voter, place < traitors ? affair.wrongVote : affair.rightVote)
        })
    }
    return decisions.firstIndex(of: affair.wrongDecision)
      ?? decisions.firstIndex { $0 != decisions[0] } ?? 0
  }
}
