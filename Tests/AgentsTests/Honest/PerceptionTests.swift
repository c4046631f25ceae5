import Consensus
import JSON
import Testing

/// How honest voters see, counted over many proposals.
struct PerceptionTests {
  private let trials = 1...20
  private let workload: JSONObject = ["proposals": 400, "interval": 1, "warranted": 0.4]

  @Test func seesEachKindOfProposalWithAnAccuracyOfItsOwn() throws {
    let accuracy: JSONValue = ["warranted": 0.9, "unwarranted": 0.7]
    let votes = Votes(
      in: try cell([honest(2, "honest", ["accuracy": accuracy])], workload: workload),
      trials: trials)
    expectRate(votes.isWarranted.count { $0 }, of: votes.proposals, is: 0.4)
    for voter in 0..<2 {
      let warranted = votes.rightVotes(of: voter, whereWarranted: true)
      expectRate(warranted.count { $0 }, of: warranted.count, is: 0.9)
      let unwarranted = votes.rightVotes(of: voter, whereWarranted: false)
      expectRate(unwarranted.count { $0 }, of: unwarranted.count, is: 0.7)
    }
    let bothWrong = zip(
      votes.rightVotes(of: 0, whereWarranted: false), votes.rightVotes(of: 1, whereWarranted: false)
    ).map { !$0 && !$1 }
    expectRate(bothWrong.count { $0 }, of: bothWrong.count, is: 0.09)
  }

  @Test func abstainsBeforeItLooks() throws {
    let open = honest(2, "honest", ["accuracy": 0.8])
    let shy = honest(2, "honest", ["accuracy": 0.8, "abstain": 0.25])
    let votes = Votes(in: try cell([shy], workload: workload), trials: trials)
    let otherwise = Votes(in: try cell([open], workload: workload), trials: trials)
    for voter in 0..<2 {
      expectRate(votes.count(by: voter, .abstain), of: votes.proposals, is: 0.25)
      let unwarranted = votes.rightVotes(of: voter, whereWarranted: false)
      expectRate(unwarranted.count { $0 }, of: unwarranted.count, is: 0.8)
      // Whoever does not abstain sees what it would have seen anyway.
      for (vote, other) in zip(votes.of(voter), otherwise.of(voter)) where vote != .abstain {
        try #require(vote == other)
      }
    }
    let both = zip(votes.of(0), votes.of(1)).count { $0 == .abstain && $1 == .abstain }
    expectRate(both, of: votes.proposals, is: 0.25 * 0.25)
  }

  /// Half of the votes come after the deadline, whatever they say.
  @Test func howLongAVoterThinksTellsNothingOfItsVote() throws {
    let slow = honest(
      1, "honest",
      ["accuracy": 0.5, "abstain": 0.5, "latency": ["uniform": ["from": 0, "to": 16]]])
    let votes = Votes(
      in: try cell([slow], workload: ["proposals": 400, "interval": 9]), trials: trials)
    expectRate(votes.count(by: 0, .abstain), of: votes.proposals, is: 0.25)
    expectRate(votes.count(by: 0, .approve), of: votes.proposals, is: 0.125)
    expectRate(votes.count(by: 0, .reject), of: votes.proposals, is: 0.125)
  }

  @Test(arguments: [0, 0.5, 1])
  func correlationMakesErrorsCoincideAndNoneMoreLikely(correlation: Double) throws {
    let clones = honest(
      2, "clone", ["accuracy": 0.7, "correlation": .number(.double(correlation))])
    let votes = Votes(in: try cell([clones], workload: workload), trials: trials)
    for isWarranted in [false, true] {
      let first = votes.rightVotes(of: 0, whereWarranted: isWarranted)
      let second = votes.rightVotes(of: 1, whereWarranted: isWarranted)
      expectRate(first.count { $0 }, of: first.count, is: 0.7)
      expectRate(second.count { $0 }, of: second.count, is: 0.7)
      // Both look through the shared eyes with the square of the correlation.
      let shared = correlation * correlation
      let bothWrong = zip(first, second).count { !$0 && !$1 }
      expectRate(bothWrong, of: first.count, is: shared * 0.3 + (1 - shared) * 0.09)
    }
  }

  @Test func eachGroupHasASharedPerceptionOfItsOwn() throws {
    let clones = ["east", "west"].map { honest(1, $0, ["accuracy": 0.7, "correlation": 1]) }
    let votes = Votes(in: try cell(clones, workload: workload), trials: trials)
    let bothWrong = zip(
      votes.rightVotes(of: 0, whereWarranted: false), votes.rightVotes(of: 1, whereWarranted: false)
    ).map { !$0 && !$1 }
    expectRate(bothWrong.count { $0 }, of: bothWrong.count, is: 0.09)
  }
}
