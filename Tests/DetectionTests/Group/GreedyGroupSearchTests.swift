import Consensus
import Maths
import TestSupport
import Testing

@testable import Detection

@Suite struct GreedyGroupSearchTests {
  private func search(_ votes: VoteMatrix) -> GreedyGroupSearch {
    let model = GroupModel(votes, blocked: BlockedVotes(votes))
    return GreedyGroupSearch(
      model, nullLogLikelihood: model.fitNull(from: model.honestParameters()).logLikelihood,
      sizeMax: max(2, votes.voterCount / 2))
  }

  private static func groups(of voters: Int, sizes: ClosedRange<Int>) -> [[Int]] {
    (0..<(1 << voters)).map { code in (0..<voters).filter { code >> $0 & 1 == 1 } }
      .filter { sizes.contains($0.count) }
  }

  /// The gain over no group, less the logarithms of C(n, k) and of the k − 1 smaller sizes.
  @Test(arguments: [(2, 15.0), (3, 40.0), (4, 45.0)])
  func aScoreIsTheGainLessWhatTheChoiceCosts(size: Int, choices: Double) {
    let votes = VoteMatrix(lines: ["++-+-+", "++-+-+", "-+-++-", "+--+-+", "+++---", "-+-+-+"])
    let search = search(votes)
    let group = search.candidate(
      Array(0..<size), from: GroupParameters(voterCount: 6), rounds: 3)
    let gain = group.posterior.logLikelihood - search.nullLogLikelihood
    #expect((gain - group.score - logarithm(choices)).magnitude < 1e-9)
  }

  /// From any two of its members the planted group is grown, and no group of all scores higher.
  @Test func growthEndsAtTheBestGroupThereIs() {
    forEverySeed(6, premises: ["three", "two"]) { draw in
      let ring = draw.subset(of: 0..<6, probability: 0.5)
      guard (2...3).contains(ring.count) else { return }
      draw.met(ring.count == 3 ? "three" : "two")
      let votes = draw.votes(voters: 6, proposals: 60, ring: ring, rate: 0.6)
      let search = search(votes)
      let start = GroupParameters(voterCount: 6)
      let best = Self.groups(of: 6, sizes: 2...3)
        .map { search.candidate($0, from: start, rounds: 8) }
        .firstMax(by: \.score)
      try requireEqual(best?.members, ring)
      let grown = search.grow(Array(ring.prefix(2)), from: start)
      try requireEqual(grown.members.sorted(), ring)
    }
  }

  /// Four of seven follow a plan, which is more than half: three are taken at most.
  @Test func noGroupGrowsBeyondHalfOfTheVoters() {
    forEverySeed(3, premises: ["three"]) { draw in
      let votes = draw.votes(voters: 7, proposals: 80, ring: [0, 1, 2, 3], rate: 0.6)
      let grown = search(votes).grow([0, 1], from: GroupParameters(voterCount: 7))
      try require(grown.members.count <= 3, "\(grown.members)")
      if grown.members.count == 3 { draw.met("three") }
    }
  }

  /// A start that holds an innocent is left by it.
  @Test func whoDoesNotBelongIsDropped() {
    forEverySeed(4) { draw in
      let votes = draw.votes(voters: 8, proposals: 80, ring: [1, 4, 6], rate: 0.6)
      let grown = search(votes).grow([1, 4, 5], from: GroupParameters(voterCount: 8))
      try requireEqual(grown.members.sorted(), [1, 4, 6])
    }
  }

  @Test func theFirstOfTheLargestIsTaken() {
    #expect([3, 9, 2, 9].enumerated().firstMax { Double($0.element) }?.offset == 1)
    #expect([Int]().firstMax { Double($0) } == nil)
  }
}
