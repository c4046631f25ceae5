import Consensus
import Statistics
import Testing

@testable import Detection

@Suite struct FactionCountsTests {
  private func counts(_ lines: [String], _ members: [Int]) -> FactionCounts {
    FactionCounts(members, in: VoteMatrix(lines: lines))
  }

  @Test func aBlocIsCountedApart() {
    let counts = counts(["+-0", "++-", "-+0", "-0+"], [1, 2])
    let numbers = counts.indices.map { proposal in
      let count = counts[proposal]
      return [count.approvals, count.rejections, count.blocApprovals, count.blocRejections]
    }
    #expect(numbers == [[2, 2, 1, 1], [2, 1, 2, 0], [1, 1, 0, 1]])
    #expect(counts.indices.map { counts[$0].blocSide } == [0, 1, -1])
    #expect(counts.indices.map { counts[$0].restSide } == [0, -1, 1])
  }

  /// The bloc votes on three proposals, on two of them against all others.
  @Test func dissentIsAsRareAsTheOthersMakeIt() {
    let lines = ["++++", "++++", "+++-", "--+0"]
    let votes = VoteMatrix(lines: lines)
    let counts = FactionCounts([3], in: votes)
    // Where all three agree, nobody dissents, three times; on the last proposal one does, and for the
    // two others one of each side is left, which is a tie. With one more, 2 of 11.
    let expected = BetaDistribution(2, 2).lowerTail(2.0 / 11)
    #expect((counts.dissentPValue(in: votes) - expected).magnitude < 1e-12)
  }

  @Test func whoNeverDissentsIsNotSuspected() {
    let votes = VoteMatrix(lines: ["+-+", "+-+", "+-+", "+-+"])
    #expect(FactionCounts([3], in: votes).dissentPValue(in: votes) == 1)
    let alone = VoteMatrix(lines: ["+-+", "-+-"])
    #expect(FactionCounts([0, 1], in: alone).dissentPValue(in: alone) == 1)
  }
}
