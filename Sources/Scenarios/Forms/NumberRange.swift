import JSON

/// The numbers that are allowed somewhere.
struct NumberRange: Hashable, Sendable {
  let lower: Double
  let upper: Double
  let excludesLower: Bool
  let excludesUpper: Bool

  /// Both ends belong to it.
  static func from(_ lower: Double, to upper: Double) -> NumberRange {
    NumberRange(lower: lower, upper: upper, excludesLower: false, excludesUpper: false)
  }

  /// The upper end belongs to it, the lower one does not.
  static func above(_ lower: Double, to upper: Double) -> NumberRange {
    NumberRange(lower: lower, upper: upper, excludesLower: true, excludesUpper: false)
  }

  /// Neither end belongs to it.
  static func between(_ lower: Double, _ upper: Double) -> NumberRange {
    NumberRange(lower: lower, upper: upper, excludesLower: true, excludesUpper: true)
  }

  /// All probabilities.
  static let probability = NumberRange.from(0, to: 1)
  /// What the protocol's shares and thresholds may be.
  static let share = NumberRange.above(0, to: 1)

  func contains(_ value: Double) -> Bool {
    (excludesLower ? value > lower : value >= lower)
      && (excludesUpper ? value < upper : value <= upper)
  }

  /// The range in words.
  var description: String {
    let (low, high) = (JSONValue(shortest: lower).text(), JSONValue(shortest: upper).text())
    switch (excludesLower, excludesUpper) {
    case (false, false): return "from \(low) to \(high)"
    case (true, false): return "above \(low) and at most \(high)"
    case (false, true): return "from \(low) to below \(high)"
    case (true, true): return "above \(low) and below \(high)"
    }
  }

  /// The range in a schema.
  var schema: JSONObject {
    [
      excludesLower ? "exclusiveMinimum" : "minimum": JSONValue(shortest: lower),
      excludesUpper ? "exclusiveMaximum" : "maximum": JSONValue(shortest: upper),
    ]
  }
}

extension JSONValue {
  /// A number without needless digits: whole where it is whole, so that equal numbers look alike.
  init(shortest value: Double) {
    if let whole = Int(exactly: value), whole.magnitude < 1 << 53 {
      self.init(whole)
    } else {
      self.init(value)
    }
  }
}
