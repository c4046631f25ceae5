/// Sixteen consecutive words of a block's message schedule, moving along it sixteen at a time.
///
/// A tuple and not an array: its words live in registers and on the stack, never on the heap.
struct SHA256MessageSchedule {
  typealias Words = (
    UInt32, UInt32, UInt32, UInt32, UInt32, UInt32, UInt32, UInt32,
    UInt32, UInt32, UInt32, UInt32, UInt32, UInt32, UInt32, UInt32
  )

  static let blockByteCount = 64

  private(set) var words: Words

  /// The first sixteen words: the block itself, read as big-endian numbers.
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

  /// Replaces each word by the one sixteen places further on.
  @inline(__always)
  mutating func advance() {
    words.0 = Self.next(words.0, words.1, words.9, words.14)
    words.1 = Self.next(words.1, words.2, words.10, words.15)
    words.2 = Self.next(words.2, words.3, words.11, words.0)
    words.3 = Self.next(words.3, words.4, words.12, words.1)
    words.4 = Self.next(words.4, words.5, words.13, words.2)
    words.5 = Self.next(words.5, words.6, words.14, words.3)
    words.6 = Self.next(words.6, words.7, words.15, words.4)
    words.7 = Self.next(words.7, words.8, words.0, words.5)
    words.8 = Self.next(words.8, words.9, words.1, words.6)
    words.9 = Self.next(words.9, words.10, words.2, words.7)
    words.10 = Self.next(words.10, words.11, words.3, words.8)
    words.11 = Self.next(words.11, words.12, words.4, words.9)
    words.12 = Self.next(words.12, words.13, words.5, words.10)
    words.13 = Self.next(words.13, words.14, words.6, words.11)
    words.14 = Self.next(words.14, words.15, words.7, words.12)
    words.15 = Self.next(words.15, words.0, words.8, words.13)
  }

  @inline(__always)
  private static func word(_ index: Int, of block: UnsafeRawBufferPointer) -> UInt32 {
    UInt32(bigEndian: block.loadUnaligned(fromByteOffset: 4 * index, as: UInt32.self))
  }

  /// The word that follows sixteen others, of which only these four matter.
  @inline(__always)
  private static func next(
    _ first: UInt32, _ second: UInt32, _ tenth: UInt32, _ fifteenth: UInt32
  ) -> UInt32 {
    first &+ smallSigma0(second) &+ tenth &+ smallSigma1(fifteenth)
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
