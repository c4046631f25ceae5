import Consensus
import Simulation
import Text

/// Follows a script on every proposal; attacks found by other methods are replayed this way.
struct FollowScript: StrategyBehaviour {
  static let name = "scripted"
  static let summary = """
    Votes and calls the tally on every proposal when its script says so: at some times, or when so \
    many votes are there.
    """
  static let traits = BehaviourTraits(
    capabilities: [.callsTallyAtWill, .votesTwice, .changesVote],
    observations: [.truth, .eachVote],
    parameters: [.script],
    forecast: .unknown(
      because: "it follows a script, which sets the times of its votes and tallies"))

  let script: [ScriptStep]

  /// Asks to be woken for each step with a time; steps at the same time are done together.
  func proposalOpened(_ proposal: Int, to voter: FaultyVoter, in world: inout World) {
    let openedAt = world.facts[proposal].openedAt
    for (place, step) in script.enumerated() {
      guard let delay = step.delay else { continue }
      if !script[..<place].contains(where: { $0.delay == delay }) {
        world.wake(voter.number, for: proposal, at: openedAt.delayed(by: delay))
      }
    }
    doSteps(on: proposal, by: voter, in: &world) { $0.delay == nil }
  }

  /// Does the steps that are due.
  func wake(_ voter: FaultyVoter, for proposal: Int, in world: inout World) {
    let openedAt = world.facts[proposal].openedAt
    let now = world.now
    doSteps(on: proposal, by: voter, in: &world) { step in
      step.delay.map { openedAt.delayed(by: $0) == now } ?? false
    }
  }

  /// Does the steps that wait for a vote of this group.
  func voteAccepted(
    of other: Int, on proposal: Int, seenBy voter: FaultyVoter, in world: inout World
  ) {
    let groups = world.electorate.groups
    guard let group = groups.first(where: { $0.members.contains(other) }) else { return }
    doSteps(on: proposal, by: voter, in: &world) { step in
      step.delay == nil && step.condition?.votes.contains { $0.group == group.name } ?? false
    }
  }

  private func doSteps(
    on proposal: Int, by voter: FaultyVoter, in world: inout World,
    where isDue: (ScriptStep) -> Bool
  ) {
    for (place, step) in script.enumerated()
    where isDue(step) && (step.condition.map { world.isSo($0, on: proposal) } ?? true) {
      if let vote = step.vote {
        for box in world.boxes.indices where world.isBox(box, ofGroups: step.recipients) {
          // Whoever waits for votes may be asked again by the next ones.
          if step.delay == nil && world.boxes[box].vote(of: voter.number, on: proposal) == vote {
            continue
          }
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

  /// Whether a proposal and its votes are as a step of a script asks.
  fileprivate func isSo(_ condition: ScriptCondition, on proposal: Int) -> Bool {
    if let isWarranted = condition.isWarranted, isWarranted != facts[proposal].isWarranted {
      return false
    }
    let action = setup.workload.actions[facts[proposal].action].name
    let isOfThese = condition.actions.contains { $0.hasSameCodePoints(as: action) }
    if !condition.actions.isEmpty && !isOfThese { return false }
    return condition.votes.allSatisfy { votes in
      guard let group = electorate.groups.first(where: { $0.name == votes.group }) else {
        return false
      }
      return VoteValue.allCases.allSatisfy { value in
        guard let range = votes[value] else { return true }
        return range.contains(
          group.members.count { boxes[0].vote(of: $0, on: proposal) == value })
      }
    }
  }
}
