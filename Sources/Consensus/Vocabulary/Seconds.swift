import JSON

/// A number of seconds as Python would hold it: whole or fractional.
///
/// The two are kept apart because vote and audit hashes cover the text of a timestamp, and `1` and
/// `1.0` are different texts.
public enum Seconds: Sendable {
  case whole(Int)
  case fractional(Double)

  /// The largest whole number of seconds: every whole number up to it is a double too.
  public static let wholeMax = 1 << 53

  /// The number as seconds, unless it is not finite or beyond what doubles count one by one.
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

  /// The number as JSON writes it.
  public var number: JSONNumber {
    switch self {
    case .whole(let value): .integer(value)
    case .fractional(let value): .double(value)
    }
  }

  /// The sum: whole if both are whole.
  public static func + (left: Seconds, right: Seconds) -> Seconds {
    if case .whole(let a) = left, case .whole(let b) = right { return .whole(a + b) }
    return .fractional(left.value + right.value)
  }
}

extension Seconds: Comparable {
  /// Whether both are the same number, however they are written.
  public static func == (left: Seconds, right: Seconds) -> Bool { left.value == right.value }

  /// The order of the numbers.
  public static func < (left: Seconds, right: Seconds) -> Bool { left.value < right.value }
}

extension Seconds: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral {
  /// A whole number of seconds.
  public init(integerLiteral value: Int) { self = .whole(value) }

  /// A fractional number of seconds.
  public init(floatLiteral value: Double) { self = .fractional(value) }
}
