/// The counter-based random function Philox4x64-10 (Salmon, Moraes, Dror and Shaw, 2011).
///
/// A function of key and counter without state: each random word is computed directly from its
/// name, in any order, on any thread. numpy's `Philox` and Random123 compute the same function.
public enum Philox4x64 {
  /// Four words: a counter as input, or a random block as output.
  public struct Block: Hashable, Sendable {
    /// The first word; in a counter it changes fastest.
    public var word0: UInt64
    /// The second word.
    public var word1: UInt64
    /// The third word.
    public var word2: UInt64
    /// The fourth word.
    public var word3: UInt64

    /// A block of four words, the first one first.
    @inlinable
    public init(_ word0: UInt64, _ word1: UInt64, _ word2: UInt64, _ word3: UInt64) {
      self.word0 = word0
      self.word1 = word1
      self.word2 = word2
      self.word3 = word3
    }
  }

  /// Two words that select one of many random functions.
  public struct Key: Hashable, Sendable {
    /// The first word.
    public var word0: UInt64
    /// The second word.
    public var word1: UInt64

    /// A key of two words.
    @inlinable
    public init(_ word0: UInt64, _ word1: UInt64) {
      self.word0 = word0
      self.word1 = word1
    }
  }

  /// The random block for a counter.
  @inlinable
  public static func block(at counter: Block, key: Key) -> Block {
    var block = counter
    var key = key
    for _ in 0..<10 {
      block = round(block, key)
      // The Weyl sequences of the golden ratio and of the square root of three.
      key.word0 &+= 0x9e37_79b9_7f4a_7c15
      key.word1 &+= 0xbb67_ae85_84ca_a73b
    }
    return block
  }

  @inlinable
  static func round(_ block: Block, _ key: Key) -> Block {
    let product0 = block.word0.multipliedFullWidth(by: 0xd2e7_470e_e14c_6c93)
    let product2 = block.word2.multipliedFullWidth(by: 0xca5a_8263_9512_1157)
    return Block(
      product2.high ^ block.word1 ^ key.word0, product2.low,
      product0.high ^ block.word3 ^ key.word1, product0.low)
  }
}
