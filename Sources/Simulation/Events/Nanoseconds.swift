/// A duration of virtual time, in whole nanoseconds.
///
/// With integers the order of events, and so every result, is the same on every machine.
/// Arithmetic traps on overflow.
public struct Nanoseconds: Hashable, Sendable {
  /// The number of nanoseconds.
  public var count: Int64

  /// A duration of `count` nanoseconds.
  @inlinable
  public init(_ count: Int64) {
    self.count = count
  }

  /// The duration nearest to a number of seconds.
  ///
  /// - Precondition: `isRepresentable(seconds:)`; the caller must check input.
  public init(seconds: Double) {
    precondition(Self.isRepresentable(seconds: seconds), "the seconds are within range")
    // Whole seconds are converted separately, because their product with a billion would lose
    // digits.
    let whole = Int64(seconds)
    let product = (seconds - Double(whole)) * 1e9
    let nanoseconds = Int64(product)
    let isNearerAbove = product - Double(nanoseconds) >= 0.5
    self.init(whole * 1_000_000_000 + nanoseconds + (isNearerAbove ? 1 : 0))
  }

  /// Whether a number of seconds is finite, not negative and within the range of the type.
  public static func isRepresentable(seconds: Double) -> Bool {
    seconds >= 0 && seconds < 9_223_372_036
  }

  /// The duration in seconds: the nearest double below 2^53 nanoseconds (104 days).
  @inlinable
  public var seconds: Double { Double(count) / 1e9 }

  /// The longest duration: 292 years.
  @inlinable
  public static var max: Nanoseconds { Nanoseconds(.max) }
}

extension Nanoseconds: Comparable {
  /// Whether the left duration is shorter.
  @inlinable
  public static func < (left: Nanoseconds, right: Nanoseconds) -> Bool {
    left.count < right.count
  }
}

extension Nanoseconds: AdditiveArithmetic {
  /// A duration of 0.
  @inlinable
  public static var zero: Nanoseconds { Nanoseconds(0) }

  /// The sum of both durations.
  @inlinable
  public static func + (left: Nanoseconds, right: Nanoseconds) -> Nanoseconds {
    Nanoseconds(left.count + right.count)
  }

  /// The difference of the durations, which may be negative.
  @inlinable
  public static func - (left: Nanoseconds, right: Nanoseconds) -> Nanoseconds {
    Nanoseconds(left.count - right.count)
  }
}

extension Nanoseconds: ExpressibleByIntegerLiteral {
  /// A duration from a literal count of nanoseconds.
  @inlinable
  public init(integerLiteral value: Int64) {
    self.init(value)
  }
}
