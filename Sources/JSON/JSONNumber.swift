/// A number as it was written: whole or fractional, since 1 and 1.0 hash differently.
///
/// Whole numbers of any length keep their digits, as Python's do.
public enum JSONNumber: Sendable {
  case integer(Int)
  /// The canonical decimal digits of a whole number that `Int` cannot hold, `-` in front if negative.
  case bigInteger(String)
  case double(Double)

  /// The nearest double; infinite where the number is beyond all doubles.
  public var doubleValue: Double {
    switch self {
    case .integer(let value): Double(value)
    case .bigInteger(let digits): Double(digits) ?? .infinity
    case .double(let value): value
    }
  }
}

extension JSONNumber: Equatable {
  /// Whether both are the same number, however they are written: 1 equals 1.0.
  public static func == (left: JSONNumber, right: JSONNumber) -> Bool {
    switch (left, right) {
    case (.integer(let a), .integer(let b)): a == b
    case (.double(let a), .double(let b)): a == b
    case (.integer(let a), .double(let b)), (.double(let b), .integer(let a)):
      Int(exactly: b) == a
    case (.bigInteger(let a), .bigInteger(let b)): a == b
    case (.bigInteger, _), (_, .bigInteger): false
    }
  }
}

extension JSONNumber: CustomStringConvertible {
  /// The number as Python writes it: `1`, `1.0`, `1e-07`, `1e+22`.
  public var description: String {
    switch self {
    case .integer(let value): String(value)
    case .bigInteger(let digits): digits
    case .double(let value): value.pythonDescription
    }
  }
}

extension Double {
  /// The shortest text that reads back to the same double, laid out as Python's `repr` does.
  public var pythonDescription: String {
    // Swift turns to exponents at 2^53, Python at 10^16; elsewhere the two agree.
    let magnitude = self.magnitude
    if magnitude >= 0x1p53 && magnitude < 1e16 {
      return "\(Int64(self)).0"
    }
    return description
  }
}
