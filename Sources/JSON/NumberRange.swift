/// The numbers that are allowed somewhere.
public struct NumberRange: Hashable, Sendable {
  /// The lower end.
  public let lower: Double
  /// The upper end.
  public let upper: Double
  private let excludesLower: Bool
  private let excludesUpper: Bool

  /// Both ends belong to it.
  public static func from(_ lower: Double, to upper: Double) -> NumberRange {
    NumberRange(lower: lower, upper: upper, excludesLower: false, excludesUpper: false)
  }

  /// The upper end belongs to it, the lower one does not.
  public static func above(_ lower: Double, to upper: Double) -> NumberRange {
    NumberRange(lower: lower, upper: upper, excludesLower: true, excludesUpper: false)
  }

  /// Neither end belongs to it.
  public static func between(_ lower: Double, _ upper: Double) -> NumberRange {
    NumberRange(lower: lower, upper: upper, excludesLower: true, excludesUpper: true)
  }

  /// All probabilities.
  public static let probability = NumberRange.from(0, to: 1)
  /// The shares that something can have: all, but not nothing.
  public static let share = NumberRange.above(0, to: 1)

  /// Whether a number belongs to it; NaN belongs to none.
  public func contains(_ value: Double) -> Bool {
    (excludesLower ? value > lower : value >= lower)
      && (excludesUpper ? value < upper : value <= upper)
  }

  /// The range in a JSON Schema.
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
