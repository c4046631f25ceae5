import Agents
import Consensus
import Scenarios
import Simulation

/// The scripts by which the faulty voters of a scenario make the moves of an adversary.
struct AttackScripts {
  /// The steps of each faulty voter, in their order.
  private(set) var steps: [[ScriptStep]]
  private let model: AnalyticModel
  /// How many faulty voters come before each one, if the heaviest come first.
  private let ranks: [Int]

  /// Scripts without steps.
  init(_ model: AnalyticModel) {
    self.model = model
    let voters = model.scenario.faultyVoters
    let heaviestFirst = voters.sorted {
      (-model.rules.weights[$0], $0) < (-model.rules.weights[$1], $1)
    }
    ranks = voters.map { heaviestFirst.firstIndex(of: $0) ?? 0 }
    steps = voters.map { _ in [] }
  }

  /// Adds moves on some proposals.
  ///
  /// - Parameter groups: the groups by whose votes the moves go.
  mutating func add(
    _ moves: [AttackMove], facing groups: [Int], warranted isWarranted: Bool,
    _ actions: [PricedAction]
  ) {
    let condition = ScriptCondition(
      isWarranted: model.truths.count > 1 ? isWarranted : nil,
      actions: actions.count < model.actions.count ? actions.map(\.name) : [])
    for (voter, rank) in ranks.enumerated() {
      steps[voter] += moves.compactMap { move in
        let vote = move.votes.vote(afterHeavier: rank)
        if vote == nil && !move.callsTally { return nil }
        var condition = condition
        condition.votes = move.numbers.map { votes(groups, $0) } ?? []
        return ScriptStep(
          after: move.delay, if: condition == ScriptCondition() ? nil : condition, vote: vote,
          callsTally: move.callsTally)
      }
    }
  }

  private func votes(
    _ groups: [Int], _ numbers: [[ClosedRange<Int>]]
  ) -> [ScriptCondition.GroupVotes] {
    zip(groups, numbers).map { place, ranges in
      let group = model.scenario.groups[place]
      var votes = ScriptCondition.GroupVotes(of: group.name)
      // There are approvals and rejections, and abstentions only where they matter.
      for (value, range) in zip(VoteValue.allCases, ranges) where range != 0...group.count {
        votes[value] = ScriptCondition.CountRange(from: range.lowerBound, to: range.upperBound)
      }
      return votes
    }
  }
}
