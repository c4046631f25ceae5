import Consensus
import TestSupport
import Testing

@testable import Detection

/// What a round of the fit makes of the parameters, against the means over all that can have been.
@Suite struct GroupModelMaximisationTests {
  /// Voters, members, their parameters, and the parameters after one round.
  private func round(
    _ draw: Draw, members: [Int]
  ) -> (before: GroupEnumeration, after: GroupParameters) {
    let before = GroupEnumeration(
      lines: draw.voteLines(voters: 4, proposals: 5), members: members,
      parameters: draw.groupParameters(voters: 4))
    let votes = VoteMatrix(lines: before.lines)
    let after = GroupModel(votes, blocked: BlockedVotes(votes))
      .fit(members, from: before.parameters, rounds: 2).parameters
    return (before, after)
  }

  private static let groups = [[], [0, 2], [1, 2, 3]]

  @Test(arguments: groups)
  func thePlanIsAsActiveAndAsFollowedAsItSeems(members: [Int]) {
    forEverySeed(30, named: "plan of \(members.count)") { draw in
      let (before, after) = round(draw, members: members)
      if members.isEmpty {
        try requireNear(after.rate, before.parameters.rate)
        try requireNear(after.fidelity, before.parameters.fidelity)
        return
      }
      let active = before.expected { course, _ in course.plan == nil ? 0 : 1 }
      let followed = before.expected { course, _ in Double(course.followers.count) }
      let asked = before.expected { course, proposal in
        let voting = members.count { before.vote(of: $0, on: proposal) != nil }
        return course.plan == nil ? 0 : Double(voting)
      }
      try requireNear(after.rate, (active + 0.5) / 6)
      // As if a plan had been followed 19 times of 20 before.
      try requireNear(after.fidelity, (followed + 19) / (asked + 20))
    }
  }

  @Test(arguments: groups)
  func statesAreAsFrequentAsTheySeem(members: [Int]) {
    forEverySeed(30, named: "states of \(members.count)") { draw in
      let (before, after) = round(draw, members: members)
      for state in 0..<5 {
        let seen = before.expected { course, _ in course.state == state ? 1 : 0 }
        let share = state < 4 ? after.states.clear[state] : after.states.tossUp
        try requireNear(share, (seen + (state < 4 ? 0.5 : 1)) / 8)
      }
    }
  }

  /// Only honest votes on easy proposals show how accurate a voter is.
  @Test(arguments: groups)
  func accuraciesAreThoseOfHonestVotesHeldBack(members: [Int]) {
    forEverySeed(30, named: "accuracies of \(members.count)") { draw in
      let (before, after) = round(draw, members: members)
      func honest(_ voter: Int, _ state: Int, onlyRight: Bool) -> Double {
        before.expected { course, proposal in
          guard course.state == state, !course.followers.contains(voter),
            let vote = before.vote(of: voter, on: proposal)
          else { return 0 }
          return onlyRight && (vote == "+") != (state == 0) ? 0 : 1
        }
      }
      let right = (0..<4).map { voter in (0...1).map { honest(voter, $0, onlyRight: true) } }
      let cast = (0..<4).map { voter in (0...1).map { honest(voter, $0, onlyRight: false) } }
      let common =
        (right.joined().reduce(0, +) + 4) / (cast.joined().reduce(0, +) + 6)
      let kept = min(max(common, 0.55), 0.985)
      try requireNear(after.commonAccuracy, kept)
      for voter in 0..<4 {
        // Towards that of all, and by state towards the voter's own, with 30 votes' weight each.
        let own =
          (right[voter][0] + right[voter][1] + 30 * kept) / (cast[voter][0] + cast[voter][1] + 30)
        for (state, accuracy) in [after.accuracyIfWarranted, after.accuracyIfUnwarranted]
          .enumerated()
        {
          let expected = (right[voter][state] + 30 * own) / (cast[voter][state] + 30)
          try requireNear(accuracy[voter], min(max(expected, 0.5), 0.995))
        }
      }
    }
  }
}
