import Agents
import Consensus
import JSON
import Scenarios
import Testing

/// What strategies and plans state of their votes beforehand is how they are seen to vote.
struct ForecastTests {
  @Test(arguments: Conduct.all, [false, true])
  func votesAreThoseForeseen(conduct: Conduct, allowsVoteChange: Bool) throws {
    for isWarranted in [false, true] {
      let votes = try Self.votes(conduct, isWarranted, allowsVoteChange: allowsVoteChange)
      // A flood opens proposals of its own, which are unwarranted.
      let proposals = votes.isWarranted.indices.filter { votes.isWarranted[$0] == isWarranted }
      func expect(_ chances: VoteChances) {
        for voter in Self.members {
          expectVotes(proposals.map { votes.of(voter)[$0] }, explainedBy: chances)
        }
      }
      let context = ProposalContext(
        isWarranted: isWarranted, isAimedAtTarget: true, allowsVoteChange: allowsVoteChange)
      switch conduct.traits.forecast {
      case .each(let vote): expect(try #require(vote(context)))
      case .together(let shares):
        expect(.mean(of: shares(context)))
        #expect(votes.of(Self.members[0]) == votes.of(Self.members[1]))
      case .lastMove, .unknown: break
      }
    }
  }

  /// Whoever does not look at the truth votes the same whatever it is, with the same draws; whoever
  /// does, does not.
  @Test(arguments: Conduct.all) func onlyThoseWhoSeeTheTruthGoByIt(conduct: Conduct) throws {
    let votes = try [false, true].map { isWarranted in
      try Self.votes(conduct, isWarranted, allowsVoteChange: true)
    }
    let isSame = Self.members.allSatisfy { votes[0].of($0) == votes[1].of($0) }
    #expect(isSame == !conduct.traits.observes(.truth))
  }

  /// A plan that is about some workers says nothing of proposals aimed at others, and only such a
  /// plan does so.
  @Test(arguments: CollusionPlan.standard)
  func plansAboutWorkersAreAboutThemAlone(plan: CollusionPlan) {
    #expect(plan.traits.observes(.target) == plan.traits.takes(.targets))
    guard case .each(let vote) = plan.traits.forecast else { return }
    let elsewhere = ProposalContext(
      isWarranted: true, isAimedAtTarget: false, allowsVoteChange: false)
    #expect((vote(elsewhere) == nil) == plan.traits.takes(.targets))
  }

  /// The numbers of those who follow the conduct.
  private static let members = [3, 4]

  /// Votes of a central ballot box, with three honest voters who are always right.
  private static func votes(
    _ conduct: Conduct, _ isWarranted: Bool, allowsVoteChange: Bool
  ) throws -> Votes {
    let scenario = try cell(
      [honest(3), conduct.voters],
      config: ["allow_vote_change": .bool(allowsVoteChange)],
      workload: ["proposals": 2, "warranted": isWarranted ? 1 : 0])
    return Votes(in: scenario, trials: 1...60)
  }

  private func expectVotes(_ votes: [VoteValue?], explainedBy chances: VoteChances) {
    func expect(_ chance: Double, where matches: (VoteValue?) -> Bool) {
      expectRate(votes.count(where: matches), of: votes.count, is: chance)
    }
    expect(chances.approve) { $0 == .approve }
    expect(chances.reject) { $0 == .reject }
    expect(chances.silent) { $0 == nil || $0 == .abstain }
  }
}
