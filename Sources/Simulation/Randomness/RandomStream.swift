/// A sequence of random words that is fixed by its name alone.
///
/// The name is (seed, purpose) and (voter, trial, proposal), 0 where one does not apply. What a
/// stream yields depends on no other stream and on nothing drawn before, so a change in one part
/// of a simulation leaves the draws of every other part as they were.
///
/// Every draw takes one word (a bounded integer, now and then, another), so that streams stay in
/// step while the parameters of a simulation change.
///
/// It is no `RandomNumberGenerator` on purpose: the standard library may change what it makes of
/// one from release to release.
public struct RandomStream: Sendable {
  @usableFromInline
  let key: Philox4x64.Key

  /// The counter of the next block to compute; its first word counts the blocks.
  @usableFromInline
  var counter: Philox4x64.Block

  /// Words computed but not yet drawn, the next one first.
  @usableFromInline
  var pending = Philox4x64.Block(0, 0, 0, 0)

  @usableFromInline
  var pendingCount = 0

  /// Creates the stream of a name; nothing is computed before the first draw.
  ///
  /// - Parameters:
  ///   - purpose: What the stream is for; each use of randomness has a number of its own.
  ///   - firstBlock: Where in the stream to begin, in blocks of four words.
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

  /// The first four words, for those who need no more than these.
  @inlinable
  public var firstBlock: Philox4x64.Block { Philox4x64.block(at: counter, key: key) }

  /// Draws four words that were computed together, leaving the rest of an earlier block for later.
  @inlinable
  public mutating func nextBlock() -> Philox4x64.Block {
    let block = Philox4x64.block(at: counter, key: key)
    counter.word0 &+= 1
    return block
  }
}
