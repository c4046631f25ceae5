import Consensus

/// Votes for the truth, except where a vote against it isolates honest voters, who then seem wrong
/// together.
struct Isolate: PlanBehaviour {
  static let name = "isolate"
  static let summary = """
    Just before the deadline, all members vote against the victims where that outvotes them, so \
    that the victims seem to be wrong together; otherwise all members vote for the truth.
    """
  static let traits = BehaviourTraits(
    capabilities: [.waitsForLastMoment], observations: [.truth, .singleVotes, .votesCast],
    parameters: [.victims(standardCount: 2)],
    forecast: .lastMove(.isolateVictims))

  private let victims: [Int]

  /// The plan against these voters.
  init(victims: [Int]) {
    self.victims = victims
  }

  /// In every ballot box all members vote against the victims where that outvotes them.
  func lastMoment(of proposal: Int, by members: [Int], in world: inout World) {
    let truth = world.facts[proposal].rightVote
    for box in world.boxes.indices {
      let outvoting = voteAgainstVictims(on: proposal, in: world.boxes[box], by: members.count)
      for voter in members {
        world.castBypassingNetwork(outvoting ?? truth, by: voter, on: proposal, into: box)
      }
    }
  }

  /// The vote against the victims; nil where they disagree, or where the members are too few to put
  /// them on the losing side of the votes cast.
  private func voteAgainstVictims(
    on proposal: Int, in box: BallotBox, by members: Int
  ) -> VoteValue? {
    let voices = victims.compactMap { box.vote(of: $0, on: proposal) }.filter { $0 != .abstain }
    guard let voice = voices.first, voices.allSatisfy({ $0 == voice }) else { return nil }
    let count = box.ballots[proposal].count
    let (with, against) =
      voice == .approve ? (count.approve, count.reject) : (count.reject, count.approve)
    guard against + members > with else { return nil }
    return voice == .approve ? .reject : .approve
  }
}
