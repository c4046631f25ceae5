/// The indices of the bits set in a row of words, in ascending order.
struct BitIndices: Sequence, IteratorProtocol {
  private let words: ArraySlice<UInt64>
  private var word: Int
  private var rest: UInt64

  init(_ words: ArraySlice<UInt64>) {
    self.words = words
    word = words.startIndex
    rest = words.first ?? 0
  }

  mutating func next() -> Int? {
    while rest == 0 {
      word += 1
      guard word < words.endIndex else { return nil }
      rest = words[word]
    }
    let bit = rest.trailingZeroBitCount
    rest &= rest - 1
    return (word - words.startIndex) * 64 + bit
  }
}
