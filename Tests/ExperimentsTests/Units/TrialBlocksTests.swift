import Testing

@testable import Experiments

struct TrialBlocksTests {
  private func blocks(_ blocks: TrialBlocks) -> [ClosedRange<Int>] {
    (0..<blocks.count).map { blocks[$0] }
  }

  /// The blocks that a check ran before they had a type: each a quarter of what was there.
  private func growing(to trials: Int) -> [ClosedRange<Int>] {
    var blocks: [ClosedRange<Int>] = []
    var last = 0
    while last < trials {
      let end = min(trials, last + min(max(16, last / 4), 4096))
      blocks.append(last + 1...end)
      last = end
    }
    return blocks
  }

  @Test(arguments: [1, 15, 16, 17, 64, 300, 16_383, 16_384, 20_000, 20_480, 20_481, 100_000])
  func aCheckLooksAfterAQuarterMore(trials: Int) {
    #expect(blocks(TrialBlocks(growingTo: trials)) == growing(to: trials))
  }

  @Test(arguments: [(1, 1), (10, 3), (9, 3), (3, 9), (4097, 4096)])
  func otherBlocksHaveOneSize(trials: Int, size: Int) {
    let blocks = blocks(TrialBlocks(of: trials, size: size))
    #expect(blocks.map(\.count).dropLast().allSatisfy { $0 == size })
    #expect(blocks.flatMap(Array.init) == Array(1...trials))
  }
}
