import Consensus

/// Changes the outcome at the last moment, with as few members as possible.
struct Pivot: PlanBehaviour {
  static let name = "pivot"
  static let summary = """
    Just before the deadline, just enough members vote against the truth to change the outcome; \
    the others vote for the truth.
    """
  static let traits = BehaviourTraits(
    capabilities: [.waitsForLastMoment], observations: [.truth, .votesCast], parameters: [],
    forecast: .lastMove(.fewestSuffice))

  /// In every ballot box just enough members vote against the truth, and the others for it.
  func lastMoment(of proposal: Int, by members: [Int], in world: inout World) {
    let facts = world.facts[proposal]
    for box in world.boxes.indices {
      let traitors = fewestTraitors(on: proposal, in: world.boxes[box], by: members, facts)
      for (place, voter) in members.enumerated() {
        world.castBypassingNetwork(
          place < traitors ? facts.wrongVote : facts.rightVote, by: voter, on: proposal,
          into: box)
      }
    }
  }

  /// How many members are needed for the wrong decision, or else for any decision other than the
  /// right one; 0 where even all of them change nothing.
  private func fewestTraitors(
    on proposal: Int, in box: BallotBox, by members: [Int], _ facts: ProposalFacts
  ) -> Int {
    let decisions = (0...members.count).map { traitors in
      box.decision(
        on: proposal,
        adding: members.enumerated().map { place, voter in
          (voter, place < traitors ? facts.wrongVote : facts.rightVote)
        })
    }
    return decisions.firstIndex(of: facts.wrongDecision)
      ?? decisions.firstIndex { $0 != decisions[0] } ?? 0
  }
}
