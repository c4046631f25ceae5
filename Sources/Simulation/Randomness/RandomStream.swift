/// A sequence of random words that depends only on its name.
///
/// The name is (seed, purpose) and (voter, trial, proposal), with 0 for parts that do not apply. A
/// stream does not depend on other streams or earlier draws, so a change in one part of a
/// simulation leaves the draws of all other parts unchanged.
///
/// Every draw takes one word (a bounded integer rarely takes another), so that streams stay aligned
/// while the parameters of a simulation change.
///
/// It is not a `RandomNumberGenerator` on purpose: how the standard library uses one may change
/// with each release.
public struct RandomStream: Sendable {
  @usableFromInline
  let key: Philox4x64.Key

  /// The counter of the next block; its first word counts the blocks.
  @usableFromInline
  var counter: Philox4x64.Block

  /// Computed words that are not yet drawn, the next one first.
  @usableFromInline
  var pending = Philox4x64.Block(0, 0, 0, 0)

  @usableFromInline
  var pendingCount = 0

  /// The stream with a name; nothing is computed before the first draw.
  ///
  /// - Parameters:
  ///   - purpose: The purpose of the draws; each has its own number.
  ///   - firstBlock: The block of four words at which the stream begins.
  @inlinable
  public init(
    seed: UInt64, purpose: UInt64, voter: Int = 0, trial: Int = 0, proposal: Int = 0,
    firstBlock: Int = 0
  ) {
    key = Philox4x64.Key(seed, purpose)
    counter = Philox4x64.Block(
      UInt64(firstBlock), UInt64(voter), UInt64(trial), UInt64(proposal))
  }

  /// Draws the next word.
  @inlinable
  public mutating func next() -> UInt64 {
    if pendingCount == 0 {
      pending = nextBlock()
      pendingCount = 4
    }
    let word = pending.word0
    pending = Philox4x64.Block(pending.word1, pending.word2, pending.word3, 0)
    pendingCount -= 1
    return word
  }

  /// The first four words, for callers that need only these.
  @inlinable
  public var firstBlock: Philox4x64.Block { Philox4x64.block(at: counter, key: key) }

  /// Draws four words of one block; the rest of an earlier block is kept for later.
  @inlinable
  public mutating func nextBlock() -> Philox4x64.Block {
    let block = Philox4x64.block(at: counter, key: key)
    counter.word0 &+= 1
    return block
  }
}
