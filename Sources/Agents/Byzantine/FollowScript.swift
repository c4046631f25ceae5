import Simulation

/// Follows a script on every proposal; attacks found by other methods are replayed this way.
struct FollowScript: StrategyBehaviour {
  static let name = "scripted"
  static let summary = "Votes and calls the tally on every proposal when its script says so."
  static let traits = BehaviourTraits(
    capabilities: [.callsTallyAtWill, .votesTwice, .changesVote], observations: [],
    parameters: [.script],
    forecast: .unknown(
      because: "it follows a script, which sets the times of its votes and tallies"))

  let script: [ScriptStep]

  /// Asks to be woken for each step; steps at the same time are done together.
  func proposalOpened(_ proposal: Int, to voter: FaultyVoter, in world: inout World) {
    let openedAt = world.facts[proposal].openedAt
    for (place, step) in script.enumerated()
    where !script[..<place].contains(where: { $0.delay == step.delay }) {
      world.wake(voter.number, for: proposal, at: openedAt.delayed(by: step.delay))
    }
  }

  /// Does the steps that are due.
  func wake(_ voter: FaultyVoter, for proposal: Int, in world: inout World) {
    let openedAt = world.facts[proposal].openedAt
    for (place, step) in script.enumerated()
    where openedAt.delayed(by: step.delay) == world.now {
      if let vote = step.vote {
        for box in world.boxes.indices where world.isBox(box, ofGroups: step.recipients) {
          world.cast(vote, by: voter, on: proposal, into: box, number: place)
        }
      }
      if step.callsTally { world.callTally(on: proposal, by: voter.number) }
    }
  }
}

extension World {
  /// Whether a ballot box belongs to a voter of some groups; nil means all boxes.
  fileprivate func isBox(_ box: Int, ofGroups names: [String]) -> Bool {
    if names.isEmpty || boxOwners.isEmpty { return true }
    return electorate.groups.contains { group in
      names.contains(group.name) && group.members.contains(boxOwners[box])
    }
  }
}
