/// Sixteen consecutive words of the message schedule of a block, which move along it word by word.
///
/// A tuple, not an array, so that the words are in registers and on the stack, never on the heap.
struct SHA256MessageSchedule {
  typealias Words = (
    UInt32, UInt32, UInt32, UInt32, UInt32, UInt32, UInt32, UInt32,
    UInt32, UInt32, UInt32, UInt32, UInt32, UInt32, UInt32, UInt32
  )

  var words: Words

  /// The first sixteen words: the block itself, as big-endian numbers.
  @inline(__always)
  init(_ block: UnsafeRawBufferPointer) {
    words = (
      Self.word(0, of: block), Self.word(1, of: block),
      Self.word(2, of: block), Self.word(3, of: block),
      Self.word(4, of: block), Self.word(5, of: block),
      Self.word(6, of: block), Self.word(7, of: block),
      Self.word(8, of: block), Self.word(9, of: block),
      Self.word(10, of: block), Self.word(11, of: block),
      Self.word(12, of: block), Self.word(13, of: block),
      Self.word(14, of: block), Self.word(15, of: block)
    )
  }

  /// Returns a word, and replaces it by the one sixteen places later.
  ///
  /// That one depends on the returned word and on those 1, 9 and 14 places after it.
  @inline(__always)
  static func take(
    _ word: inout UInt32, _ after1: UInt32, _ after9: UInt32, _ after14: UInt32
  ) -> UInt32 {
    defer { word = word &+ smallSigma0(after1) &+ after9 &+ smallSigma1(after14) }
    return word
  }

  @inline(__always)
  private static func word(_ index: Int, of block: UnsafeRawBufferPointer) -> UInt32 {
    UInt32(bigEndian: block.loadUnaligned(fromByteOffset: 4 * index, as: UInt32.self))
  }

  /// Rotations by 7 and 18, nested to save a register move, and a shift by 3.
  @inline(__always)
  private static func smallSigma0(_ x: UInt32) -> UInt32 {
    (x.rotated(right: 11) ^ x).rotated(right: 7) ^ (x &>> 3)
  }

  /// Rotations by 17 and 19, nested to save a register move, and a shift by 10.
  @inline(__always)
  private static func smallSigma1(_ x: UInt32) -> UInt32 {
    (x.rotated(right: 2) ^ x).rotated(right: 17) ^ (x &>> 10)
  }
}
