import Consensus
import Experiments
import JSON
import Testing

/// The tests of attacks fail where the attack does nothing.
struct ActTests {
  @Test(
    arguments: [
      .votes(.approve), .votes(.abstain), .opposes, .votesBothWays, .waits, .tallies, .forges,
      .floods, .staysAway,
    ] as [Act])
  func whoeverBehavesDoesNoneOfThis(act: Act) throws {
    let idle = try cell(
      [honest(2), traitor("oppose", 1, ["rate": 0])], workload: ["proposals": 2])
    #expect(throws: IdleAttack.self) {
      try requireActs(act, by: "traitor", in: Transcript(idle, trial: 1), of: idle)
    }
    #expect(throws: IdleAttack.self) {
      try requireActs(act, by: "nobody", in: Transcript(idle, trial: 1), of: idle)
    }
  }

  @Test func oneVoteAtTheLastMomentOfAnotherProposalIsNoWaiting() throws {
    let early = try cell(
      [honest(2), traitor("oppose", 1, ["latency": 1])], workload: ["proposals": 2, "interval": 1])
    #expect(throws: IdleAttack.self) {
      try requireActs(.waits, by: "traitor", in: Transcript(early, trial: 1), of: early)
    }
  }
}
