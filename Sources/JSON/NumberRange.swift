/// A range of allowed numbers.
public struct NumberRange: Hashable, Sendable {
  /// The lower end.
  public let lower: Double
  /// The upper end.
  public let upper: Double
  private let excludesLower: Bool
  private let excludesUpper: Bool

  /// A range with both bounds.
  public static func from(_ lower: Double, to upper: Double) -> NumberRange {
    NumberRange(lower: lower, upper: upper, excludesLower: false, excludesUpper: false)
  }

  /// A range with the upper bound, but not the lower.
  public static func above(_ lower: Double, to upper: Double) -> NumberRange {
    NumberRange(lower: lower, upper: upper, excludesLower: true, excludesUpper: false)
  }

  /// A range without its bounds.
  public static func between(_ lower: Double, _ upper: Double) -> NumberRange {
    NumberRange(lower: lower, upper: upper, excludesLower: true, excludesUpper: true)
  }

  /// All probabilities, from 0 to 1.
  public static let probability = NumberRange.from(0, to: 1)
  /// All shares above 0, to 1.
  public static let share = NumberRange.above(0, to: 1)

  /// Whether a number is in the range; NaN never is.
  public func contains(_ value: Double) -> Bool {
    (excludesLower ? value > lower : value >= lower)
      && (excludesUpper ? value < upper : value <= upper)
  }

  /// The keys of a JSON Schema for the range.
  public var schema: JSONObject {
    [
      excludesLower ? "exclusiveMinimum" : "minimum": JSONValue(shortest: lower),
      excludesUpper ? "exclusiveMaximum" : "maximum": JSONValue(shortest: upper),
    ]
  }
}

extension NumberRange: CustomStringConvertible {
  /// The range in words.
  public var description: String {
    let (low, high) = (JSONValue(shortest: lower).text(), JSONValue(shortest: upper).text())
    switch (excludesLower, excludesUpper) {
    case (false, false): return "from \(low) to \(high)"
    case (true, false): return "above \(low) and at most \(high)"
    case (false, true): return "from \(low) to below \(high)"
    case (true, true): return "above \(low) and below \(high)"
    }
  }
}
