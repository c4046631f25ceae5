import Consensus
import Testing

@testable import Detection

@Suite struct GroupSeedsTests {
  /// Scores of five voters: 3 and 4 stand out most, then 0 and 1, with whom 2 goes well.
  private var scores: PairTable {
    var scores = PairTable(voterCount: 5, repeating: 0.1)
    scores[3, 4] = 0.9
    scores[0, 1] = 0.8
    scores[1, 3] = 0.85
    scores[0, 2] = 0.5
    return scores
  }

  @Test func theHighestPairsComeFirstAndShareNobody() {
    #expect(GroupSeeds.highest(scores, count: 5, size: 2) == [[3, 4], [0, 1]])
    #expect(GroupSeeds.highest(scores, count: 1, size: 2) == [[3, 4]])
  }

  @Test func pairsGrowByWhoeverGoesBestWithThem() {
    // 1 goes best with 3 and 4, and then nobody is left but 0 and 2.
    #expect(GroupSeeds.highest(scores, count: 5, size: 3) == [[3, 4, 1], [0, 2]].map(padded))
    #expect(GroupSeeds.highest(scores, count: 5, size: 9).map(\.count) == [5])
  }

  /// A group of three takes whom it can get, used before or not.
  private func padded(_ group: [Int]) -> [Int] { group.count == 2 ? group + [1] : group }

  @Test func ofEqualPairsTheFirstIsTaken() {
    let equal = PairTable(voterCount: 4, repeating: 0.5)
    #expect(GroupSeeds.highest(equal, count: 2, size: 2) == [[0, 1], [2, 3]])
  }

  /// Two camps that always oppose each other lie at two ends of the plane.
  @Test func campsAreSeeds() {
    let line = (0..<60).map { $0 % 3 == 0 || $0 % 7 == 2 ? "+" : "-" }.joined()
    let other = String(line.map { $0 == "+" ? "-" : "+" })
    let votes = VoteMatrix(lines: [line, other, line, other, line, other])
    let groups = GroupSeeds.fromPlane(votes)
    #expect(groups.contains([0, 2, 4]) && groups.contains([1, 3, 5]))
    #expect(Set(groups).count == groups.count)
  }
}
