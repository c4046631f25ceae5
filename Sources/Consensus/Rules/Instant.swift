/// A moment, known only by its order among others: all that the rules need of time.
///
/// The simulator counts nanoseconds; the named protocol, whose clock is a Python number, gives the
/// rank of that number.
public struct Instant: Comparable, Hashable, Sendable {
  /// The rank.
  public let rank: Int64

  /// The moment of a rank.
  @inlinable
  public init(rank: Int64) {
    self.rank = rank
  }

  /// The moment of a number of seconds.
  public init(_ seconds: Seconds) {
    // The bits of a positive double, read as an integer, rise with it; those of a negative one fall.
    let bits = Int64(bitPattern: seconds.value.bitPattern)
    rank = bits >= 0 ? bits : -(bits & .max)
  }

  /// Whether one is earlier than the other.
  @inlinable
  public static func < (left: Instant, right: Instant) -> Bool {
    left.rank < right.rank
  }
}
