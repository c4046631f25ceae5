/// A span of virtual time, counted in whole nanoseconds.
///
/// Integers make the order of events, and so every result, the same on every machine.
/// Arithmetic traps on overflow.
public struct Nanoseconds: Hashable, Sendable {
  /// How many nanoseconds the span lasts.
  public var count: Int64

  /// Creates a span of `count` nanoseconds.
  @inlinable
  public init(_ count: Int64) {
    self.count = count
  }

  /// Creates the span nearest to a number of seconds.
  ///
  /// - Precondition: `isRepresentable(seconds:)`; checking input is the caller's part.
  public init(seconds: Double) {
    precondition(Self.isRepresentable(seconds: seconds), "the seconds are within range")
    // Whole seconds apart from the rest: their product with a billion would lose digits.
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

  /// The span in seconds: the nearest double for spans under 2^53 nanoseconds (104 days).
  @inlinable
  public var seconds: Double { Double(count) / 1e9 }

  /// The longest span there is: 292 years.
  @inlinable
  public static var max: Nanoseconds { Nanoseconds(.max) }
}

extension Nanoseconds: Comparable {
  /// Whether the left span is shorter.
  @inlinable
  public static func < (left: Nanoseconds, right: Nanoseconds) -> Bool {
    left.count < right.count
  }
}

extension Nanoseconds: AdditiveArithmetic {
  /// No time at all.
  @inlinable
  public static var zero: Nanoseconds { Nanoseconds(0) }

  /// Both spans, one after the other.
  @inlinable
  public static func + (left: Nanoseconds, right: Nanoseconds) -> Nanoseconds {
    Nanoseconds(left.count + right.count)
  }

  /// How much longer the left span is, negative where it is shorter.
  @inlinable
  public static func - (left: Nanoseconds, right: Nanoseconds) -> Nanoseconds {
    Nanoseconds(left.count - right.count)
  }
}

extension Nanoseconds: ExpressibleByIntegerLiteral {
  /// Creates a span from a literal count of nanoseconds.
  @inlinable
  public init(integerLiteral value: Int64) {
    self.init(value)
  }
}
