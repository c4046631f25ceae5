/// A probability, stored as the integer that random words are compared with.
///
/// The event occurs for the lowest p · 2^64 of the 2^64 words: exactly that many for 0, 1 and every
/// p from 2^-12 on, and the nearest whole number of words for a smaller one.
public struct Probability: Hashable, Sendable {
  @usableFromInline
  let threshold: UInt64

  /// Certainty needs its own flag, because its threshold, 2^64, does not fit into a word.
  @usableFromInline
  let isCertain: Bool

  /// The probability nearest to a number from 0 to 1.
  public init(_ value: Double) {
    precondition(value >= 0 && value <= 1, "a probability lies between 0 and 1")
    threshold = UInt64(wordsInShare: value)
    isCertain = value == 1
  }

  /// The probability 0.
  public static let never = Probability(0)

  /// The probability 1.
  public static let always = Probability(1)

  /// Whether the event can occur at all.
  @inlinable
  public var isPossible: Bool { threshold > 0 }

  /// Whether the event occurs for a random word.
  @inlinable
  public func occurs(at word: UInt64) -> Bool {
    word < threshold || isCertain
  }
}

extension UInt64 {
  /// The number of words for a share of all 2^64; for all of them, one less.
  init(wordsInShare share: Double) {
    let words = share * 0x1p64
    guard words < 0x1p64 else {
      self = .max
      return
    }
    let below = UInt64(words)
    self = words - Double(below) >= 0.5 ? below + 1 : below
  }
}
