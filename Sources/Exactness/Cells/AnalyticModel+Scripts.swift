import Agents
import Consensus
import Metrics
import Scenarios
import Simulation

extension Scenario {
  /// What each faulty voter does, in their order, if they follow the best policy toward an outcome
  /// that does not see the future.
  ///
  /// They must have no latency. Without faulty voters there are no scripts.
  package func causalScripts(toward outcome: BadOutcome) throws(ExactProblem) -> [[ScriptStep]] {
    try AnalyticModel(self).causalScripts(toward: outcome)
  }
}

extension AnalyticModel {
  fileprivate func causalScripts(
    toward outcome: BadOutcome
  ) throws(ExactProblem) -> [[ScriptStep]] {
    let ranks = ranksOfFaulty
    var scripts = ranks.map { _ in [ScriptStep]() }
    for truth in truths {
      guard let wish = outcome.wish(warranted: truth.isWarranted) else { continue }
      for critical in kinds {
        let moves = try causalAdversaries(
          proposals(truth.isWarranted, 1, nil), critical: critical
        ) { $0.moves(toward: wish) }.certain
        let condition = ScriptCondition(
          isWarranted: truths.count > 1 ? truth.isWarranted : nil,
          isCritical: kinds.count > 1 ? critical : nil)
        for (voter, rank) in ranks.enumerated() {
          scripts[voter] += steps(moves, toward: wish, condition, rank: rank)
        }
      }
    }
    return scripts
  }

  /// How many faulty voters come before each one, if the heaviest come first.
  private var ranksOfFaulty: [Int] {
    let voters = scenario.faultyVoters
    let heaviestFirst = voters.sorted {
      (-rules.weights[$0], $0) < (-rules.weights[$1], $1)
    }
    return voters.map { heaviestFirst.firstIndex(of: $0) ?? 0 }
  }

  /// The steps of a voter.
  private func steps(
    _ moves: [CausalMove], toward wish: AchievableEndings.Choice, _ condition: ScriptCondition,
    rank: Int
  ) -> [ScriptStep] {
    let mayCall = scenario.safeguards.tally == .anytime
    let last = max(.zero, scenario.lastMoment - Nanoseconds(1))
    var steps = moves.compactMap { move -> ScriptStep? in
      var condition = condition
      condition.votes = self.condition(move.numbers)
      let vote = vote(toward: wish, rank: rank, rejections: move.rejections)
      let isEnd = move.moment == .end
      let callsTally = mayCall && !isEnd
      if vote == nil && !callsTally { return nil }
      return ScriptStep(
        after: isEnd ? last : nil, if: condition, vote: vote, callsTally: callsTally)
    }
    // A proposal that has expired is undecided, and nobody decides it afterwards.
    let expires = scenario.expiresBeforeDeadline
    if wish != .undecided && (mayCall || !expires) {
      steps.append(
        ScriptStep(
          after: last, if: condition, vote: vote(toward: wish, rank: rank, rejections: 0),
          callsTally: expires))
    }
    return steps
  }

  private func vote(
    toward wish: AchievableEndings.Choice, rank: Int, rejections: Int
  ) -> VoteValue? {
    if wish == .approved { return .approve }
    return wish == .rejected || rank < rejections ? .reject : nil
  }

  /// The honest votes of a move, by the names of groups.
  private func condition(_ numbers: [[ClosedRange<Int>]]) -> [ScriptCondition.GroupVotes] {
    zip(scenario.honestPoolGroups, numbers).map { place, ranges in
      let group = scenario.groups[place]
      var votes = ScriptCondition.GroupVotes(of: group.name)
      // A class counts approvals and rejections, and abstentions only where they matter.
      for (value, range) in zip(VoteValue.allCases, ranges) where range != 0...group.count {
        votes[value] = ScriptCondition.CountRange(from: range.lowerBound, to: range.upperBound)
      }
      return votes
    }
  }
}

extension BadOutcome {
  /// What an adversary must bring about on a proposal for this outcome; nil if nothing it does on
  /// this proposal brings it about.
  fileprivate func wish(warranted isWarranted: Bool) -> AchievableEndings.Choice? {
    switch self {
    case .falseApproval: isWarranted ? nil : .approved
    case .falseRejection: isWarranted ? .rejected : nil
    case .quorumFailure: .undecided
    case .disagreement, .forgedVote: nil
    }
  }
}
