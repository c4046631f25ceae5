import Scenarios
import TestSupport
import Testing

@testable import Reports

/// Cells of a sweep that are told as combinations of values.
struct CellBlockTests {
  private func axes(_ sweep: String) throws -> [SweepAxis] {
    try ScenarioFile(
      parsing: """
        {"name": "s", "voters": [{"name": "v", "role": "honest", "count": 4},
          {"name": "l", "role": "byzantine", "count": 1, "strategy": "oppose"}],
         "sweep": {\(sweep)}}
        """
    ).axes
  }

  /// The cells of a block.
  private func cells(of block: CellBlock, on axes: [SweepAxis]) -> [Int] {
    zip(block.values, axes).reduce([0]) { numbers, axis in
      numbers.flatMap { number in axis.0.map { number * axis.1.values.count + $0 } }
    }.map { $0 + 1 }
  }

  /// Blocks have all the cells, each once, and nothing else, whatever is drawn.
  @Test func blocksHaveExactlyTheirCells() throws {
    let all = try axes(
      """
      "config.quorum_fraction": [0.3, 0.5, 0.7], "voters.v.count": {"from": 1, "to": 4},
      "voters.l.strategy": ["oppose", "random", "rush"]
      """)
    forEverySeed(300) { draw in
      let share = draw.int(in: 1...9)
      let numbers = (1...36).filter { _ in draw.int(in: 0...9) <= share }
      let blocks = CellBlock.blocks(of: numbers, on: all)
      try require(blocks.flatMap { cells(of: $0, on: all) }.sorted() == numbers)
      try require(blocks.map(\.cellCount).reduce(0, +) == numbers.count)
      try require(blocks.allSatisfy { cells(of: $0, on: all)[0] == $0.first })
      try require(blocks.map(\.first) == blocks.map(\.first).sorted())
    }
  }

  @Test func wholeCombinationsAreOneBlock() throws {
    let all = try axes(
      #""voters.v.count": [1, 2], "voters.l.strategy": ["oppose", "random", "rush"]"#)
    #expect(CellBlock.blocks(of: Array(1...6), on: all).map(\.values) == [[[0, 1], [0, 1, 2]]])
    #expect(CellBlock.blocks(of: [1, 3, 4, 6], on: all).map(\.values) == [[[0, 1], [0, 2]]])
    #expect(CellBlock.blocks(of: [2, 4], on: all).map(\.values) == [[[0], [1]], [[1], [0]]])
    #expect(CellBlock.blocks(of: [1], on: []).map(\.first) == [1])
  }

  @Test(arguments: [
    ([0, 1, 2, 3, 4], "any", "any of 1 to 5"), ([2], "3", "3"), ([0, 1], "1, 2", "1, 2"),
    ([0, 2, 3, 4], "1, 3 to 5", "1, 3 to 5"),
  ])
  func numbersAreRanges(indices: [Int], words: String, sentence: String) throws {
    let axis = try axes(#""voters.v.count": {"from": 1, "to": 5}"#)[0]
    #expect(axis.words(indices) == words && axis.sentence(indices) == sentence)
  }

  @Test(arguments: [
    ([0, 1, 2], "any"), ([1], "random"), ([0, 2], "all but random"),
  ])
  func wordsAreListedOrWhatIsMissing(indices: [Int], words: String) throws {
    let axis = try axes(#""voters.l.strategy": ["oppose", "random", "rush"]"#)[0]
    #expect(axis.words(indices) == words)
  }

  /// A third has no end, but two values that round to the same must stay apart.
  @Test func numbersAreRoundedWhereTheyDiffer() throws {
    let thirds = try axes(#""config.majority_threshold": [0.5, "2/3"]"#)[0]
    #expect(thirds.words([1]) == "0.667")
    let close = try axes(#""config.majority_threshold": [0.6667, "2/3"]"#)[0]
    #expect(close.words([0]) == "0.6667" && close.words([1]) == "0.6666666666666666")
    #expect(close.words([0, 1]) == "any")
  }
}
