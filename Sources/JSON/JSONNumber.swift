/// A number as written, whole or fractional, because 1 and 1.0 have different hashes.
///
/// Whole numbers of any length keep their digits, as in Python.
public enum JSONNumber: Sendable {
  case integer(Int)
  /// The canonical digits of a whole number beyond `Int`, with a leading `-` if negative.
  case bigInteger(String)
  case double(Double)

  /// The nearest double; infinite if the number is too large.
  public var doubleValue: Double {
    switch self {
    case .integer(let value): Double(value)
    case .bigInteger(let digits): Double(digits) ?? .infinity
    case .double(let value): value
    }
  }
}

extension JSONNumber: Equatable {
  /// Whether both are the same number, in any notation: 1 equals 1.0.
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
  /// The shortest text that reads back as the same double, in the format of Python's `repr`.
  public var pythonDescription: String {
    // Swift uses exponents from 2^53 on, Python from 10^16; otherwise the two agree.
    let magnitude = self.magnitude
    if magnitude >= 0x1p53 && magnitude < 1e16 {
      return "\(Int64(self)).0"
    }
    return description
  }
}
