import Consensus
import TestSupport
import Testing

@testable import Detection

/// The model against all that can have led to the votes, one by one, for a few voters.
@Suite struct GroupModelTests {
  /// Some votes of three or four voters on four proposals, some members, and any parameters.
  private func example(_ draw: Draw) -> GroupEnumeration {
    let voters = draw.int(in: 3...4)
    return GroupEnumeration(
      lines: draw.voteLines(voters: voters, proposals: 4),
      members: draw.element(of: [[], [0, 1], [1, 2], [0, 1, 2]]),
      parameters: draw.groupParameters(voters: voters))
  }

  private func model(_ lines: [String]) -> GroupModel {
    let votes = VoteMatrix(lines: lines)
    return GroupModel(votes, blocked: BlockedVotes(votes))
  }

  private func posterior(_ example: GroupEnumeration) -> GroupPosterior {
    model(example.lines).fit(example.members, from: example.parameters, rounds: 1).posterior
  }

  @Test func theLikelihoodIsTheSumOverAllThatCanBe() {
    forEverySeed(60) { draw in
      let example = example(draw)
      let difference = posterior(example).logLikelihood - example.logLikelihood
      try require(difference.magnitude < 1e-9, "\(difference)")
    }
  }

  @Test func statesAndPlansAreAsProbableAsAllThatLeadsToThem() {
    forEverySeed(40) { draw in
      let example = example(draw)
      let posterior = posterior(example)
      for proposal in 0..<4 {
        func share(_ isMeant: (GroupEnumeration.Course) -> Bool) -> Double {
          example.expected { $1 == proposal && isMeant($0) ? 1 : 0 }
        }
        for state in 0..<4 {
          try requireNear(posterior.clear[proposal][state], share { $0.state == state })
          try requireNear(
            posterior.approving[proposal][state], share { $0.state == state && $0.plan == "+" })
          try requireNear(
            posterior.rejecting[proposal][state], share { $0.state == state && $0.plan == "-" })
        }
        try requireNear(
          posterior.approvingTossUp[proposal], share { $0.state == 4 && $0.plan == "+" })
        try requireNear(
          posterior.rejectingTossUp[proposal], share { $0.state == 4 && $0.plan == "-" })
        try requireNear(posterior.activity(on: proposal), share { $0.plan != nil })
      }
    }
  }

  @Test func whoStandsWhereDoesNotMatter() {
    forEverySeed(40) { draw in
      let example = example(draw)
      let order = draw.shuffled(example.lines.indices)
      var parameters = example.parameters
      parameters.accuracyIfWarranted = order.map { example.parameters.accuracyIfWarranted[$0] }
      parameters.accuracyIfUnwarranted = order.map { example.parameters.accuracyIfUnwarranted[$0] }
      let renamed = GroupEnumeration(
        lines: order.map { example.lines[$0] },
        members: order.indices.filter { example.members.contains(order[$0]) },
        parameters: parameters)
      try requireNear(posterior(renamed).logLikelihood, posterior(example).logLikelihood)
    }
  }

  /// What is warranted and approved is to the model what is unwarranted and rejected.
  @Test func approvalAndRejectionAreTreatedAlike() {
    forEverySeed(40) { draw in
      let example = example(draw)
      var parameters = example.parameters
      swap(&parameters.accuracyIfWarranted, &parameters.accuracyIfUnwarranted)
      let clear = parameters.states.clear
      parameters.states.clear = SIMD4(clear.y, clear.x, clear.w, clear.z)
      let swapped = GroupEnumeration(
        lines: example.lines.map { line in
          String(line.map { $0 == "+" ? "-" : $0 == "-" ? "+" : $0 })
        }, members: example.members, parameters: parameters)
      let (one, other) = (posterior(example), posterior(swapped))
      try requireNear(one.logLikelihood, other.logLikelihood)
      for proposal in 0..<4 {
        try requireNear(one.approvingTossUp[proposal], other.rejectingTossUp[proposal])
        try requireNear(one.approving[proposal].x, other.rejecting[proposal].y)
      }
    }
  }

  /// Of a fit, what comes last is what is probable under the parameters it returns.
  @Test func aFitEndsWithWhatItsParametersSay() {
    let lines = ["++-+-+0-", "++-+-+--", "-+-++0+-", "+--+-++-"]
    let start = GroupParameters(voterCount: 4)
    let (parameters, fitted) = model(lines).fit([0, 1], from: start, rounds: 4)
    let last = GroupEnumeration(lines: lines, members: [0, 1], parameters: parameters)
    #expect((fitted.logLikelihood - last.logLikelihood).magnitude < 1e-9)
    #expect(parameters.rate != start.rate && parameters.fidelity != start.fidelity)
  }

  /// The best round counts, even if it is not the last.
  @Test func theFitWithoutAGroupKeepsItsBestRound() {
    let lines = ["++-+-+0-", "+--+-+--", "-+-++0+-", "++-+0++-"]
    let model = model(lines)
    let start = GroupParameters(voterCount: 4, accuracy: 0.95)
    let rounds = (1...25).map { model.fit([], from: start, rounds: $0).posterior.logLikelihood }
    #expect(rounds.max() != rounds.first)
    #expect(model.fitNull(from: start).logLikelihood == rounds.max())
  }
}
