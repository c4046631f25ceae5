import Simulation
import TestSupport
import Testing

struct Philox4x64Tests {
  /// The vectors that Random123 publishes come first, then numpy's.
  @Test
  func knownAnswers() throws {
    let rows = try Fixture.rows("philox.txt")
    #expect(rows.count == 303)
    for row in rows {
      let words = row.compactMap(UInt64.init(hexadecimal:))
      try #require(words.count == 10)
      let block = Philox4x64.block(
        at: Philox4x64.Block(words[0], words[1], words[2], words[3]),
        key: Philox4x64.Key(words[4], words[5]))
      #expect(block == Philox4x64.Block(words[6], words[7], words[8], words[9]))
    }
  }

  /// Each bit of counter and key turns about half of the bits that come out.
  @Test
  func everyBitMatters() {
    let plain = output(of: [1, 2, 3, 4, 5, 6])
    for bit in 0..<6 * 64 {
      var input: [UInt64] = [1, 2, 3, 4, 5, 6]
      input[bit / 64] ^= 1 << UInt64(bit % 64)
      let turned = zip(plain, output(of: input)).map { ($0 ^ $1).nonzeroBitCount }.reduce(0, +)
      #expect((88...168).contains(turned), "bit \(bit) turns \(turned) of 256")
    }
  }

  private func output(of input: [UInt64]) -> [UInt64] {
    let block = Philox4x64.block(
      at: Philox4x64.Block(input[0], input[1], input[2], input[3]),
      key: Philox4x64.Key(input[4], input[5]))
    return [block.word0, block.word1, block.word2, block.word3]
  }
}
