import JSON

/// A number of seconds as in Python: whole or fractional.
///
/// Both are kept, because vote and audit hashes cover the text of a timestamp, and `1` and `1.0`
/// are different texts.
public enum Seconds: Sendable {
  case whole(Int)
  case fractional(Double)

  /// The largest whole number of seconds; up to it every whole number is a double, too.
  public static let wholeMax = 1 << 53

  /// The number as seconds; nil if it is not finite or too large.
  public init?(_ number: JSONNumber) {
    switch number {
    case .integer(let value) where value.magnitude <= Self.wholeMax: self = .whole(value)
    case .double(let value) where value.isFinite: self = .fractional(value)
    default: return nil
    }
  }

  /// The number of seconds.
  public var value: Double {
    switch self {
    case .whole(let value): Double(value)
    case .fractional(let value): value
    }
  }

  /// The number in JSON.
  public var number: JSONNumber {
    switch self {
    case .whole(let value): .integer(value)
    case .fractional(let value): .double(value)
    }
  }

  /// The sum, which is whole if both are whole.
  public static func + (left: Seconds, right: Seconds) -> Seconds {
    if case .whole(let a) = left, case .whole(let b) = right { return .whole(a + b) }
    return .fractional(left.value + right.value)
  }
}

extension Seconds: Comparable {
  /// Whether both are the same number, in whatever notation.
  public static func == (left: Seconds, right: Seconds) -> Bool { left.value == right.value }

  /// The order of the numbers, in whatever notation.
  public static func < (left: Seconds, right: Seconds) -> Bool { left.value < right.value }
}

extension Seconds: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral {
  /// A whole number of seconds.
  public init(integerLiteral value: Int) { self = .whole(value) }

  /// A fractional number of seconds.
  public init(floatLiteral value: Double) { self = .fractional(value) }
}
