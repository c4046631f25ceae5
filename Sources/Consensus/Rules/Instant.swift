/// A moment, of which the rules need only the order.
///
/// The simulator counts nanoseconds. The named protocol, whose clock is a Python number, uses the
/// rank of that number.
public struct Instant: Comparable, Hashable, Sendable {
  /// The rank among all moments.
  public let rank: Int64

  /// The moment of a rank.
  @inlinable
  public init(rank: Int64) {
    self.rank = rank
  }

  /// The moment of a number of seconds.
  public init(_ seconds: Seconds) {
    // As an integer, the bits of a positive double increase with it; those of a negative one
    // decrease.
    let bits = Int64(bitPattern: seconds.value.bitPattern)
    rank = bits >= 0 ? bits : -(bits & .max)
  }

  /// Whether a moment is earlier than another.
  @inlinable
  public static func < (left: Instant, right: Instant) -> Bool {
    left.rank < right.rank
  }
}
