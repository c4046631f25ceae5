import Consensus
import TestSupport
import Testing

@testable import Detection

@Suite struct MultiStartGroupSearchTests {
  /// A ring of three among eight that votes alike on half of all proposals.
  @Test func aPlantedGroupIsFoundWhoeverItIs() {
    forEverySeed(Effort.count(40, inDebug: 2)) { draw in
      let ring = Array(draw.shuffled(0..<8).prefix(3)).sorted()
      let votes = draw.votes(voters: 8, proposals: 60, ring: ring, rate: 0.5)
      let found = try requireValue(MultiStartGroupSearch(votes).best())
      try requireEqual(found.members.sorted(), ring)
      try require(found.score > 3)
    }
  }

  /// Renamed voters are found under their new names; approvals and rejections may change places.
  @Test func namesAndSidesDoNotMatter() throws {
    forEverySeed(Effort.count(10, inDebug: 1)) { draw in
      let votes = draw.voteLines(voters: 8, proposals: 40, ring: [0, 3, 5], rate: 0.6)
      let best = try requireValue(MultiStartGroupSearch(VoteMatrix(lines: votes)).best())
      let order = draw.shuffled(0..<8)
      let renamed = try requireValue(
        MultiStartGroupSearch(VoteMatrix(lines: order.map { votes[$0] })).best())
      try requireEqual(renamed.members.map { order[$0] }.sorted(), best.members.sorted())
      try require((renamed.score - best.score).magnitude < 0.05)
      let swapped = votes.map { line in
        String(line.map { $0 == "+" ? "-" : $0 == "-" ? "+" : $0 })
      }
      let other = try requireValue(MultiStartGroupSearch(VoteMatrix(lines: swapped)).best())
      try requireEqual(other.members.sorted(), best.members.sorted())
      try require((other.score - best.score).magnitude < 0.05)
    }
  }

  /// Where nobody follows a plan, what is found is too weak to be reported.
  @Test func independentVotesHoldNoGroup() {
    forEverySeed(Effort.count(100, inDebug: 3)) { draw in
      let votes = draw.votes(voters: 8, proposals: 40, ring: [], rate: 0)
      try requireEqual(GroupLikelihood(tau: 3).findings(in: votes).blocs, [])
    }
  }

  /// A second ring is found among those whom the first leaves.
  @Test func twoGroupsAreFoundOneAfterTheOther() {
    forEverySeed(Effort.count(10, inDebug: 1)) { draw in
      let first = draw.voteLines(voters: 11, proposals: 70, ring: [0, 2, 4], rate: 0.6)
      let second = draw.voteLines(voters: 11, proposals: 70, ring: [1, 5, 9], rate: 0.6)
      let lines = (0..<11).map { [1, 5, 9].contains($0) ? second[$0] : first[$0] }
      let blocs = GroupLikelihood(tau: 3).findings(in: VoteMatrix(lines: lines)).blocs
      try requireEqual(Set(blocs.map(\.members)), [[0, 2, 4], [1, 5, 9]])
    }
  }
}
