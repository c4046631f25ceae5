import Consensus

/// Repeats the votes of honest voters, so that these seem to belong to the group.
struct Mimic: PlanBehaviour {
  static let name = "mimic"
  static let summary = """
    Just before the deadline, each member repeats the vote of an honest voter, so that this \
    voter seems to belong to the group; if that voter has not voted, the member votes for the \
    truth.
    """
  static let traits = BehaviourTraits(
    capabilities: [.waitsForLastMoment], observations: [.truth, .singleVotes],
    parameters: [.victims(standardCount: 1)],
    forecast: .lastMove(.repeatVictims))

  private let victims: [Int]

  /// The plan against these voters; the members are assigned to them in turns.
  init(victims: [Int]) {
    self.victims = victims
  }

  /// In every ballot box each member repeats the vote of its victim, or votes for the truth if
  /// there is none.
  func lastMoment(of proposal: Int, by members: [Int], in world: inout World) {
    let truth = world.facts[proposal].rightVote
    for box in world.boxes.indices {
      for (place, voter) in members.enumerated() {
        let seen =
          victims.isEmpty
          ? nil : world.boxes[box].vote(of: victims[place % victims.count], on: proposal)
        world.castBypassingNetwork(seen ?? truth, by: voter, on: proposal, into: box)
      }
    }
  }
}
