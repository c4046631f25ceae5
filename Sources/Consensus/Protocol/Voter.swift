/// A monitoring agent that may propose and vote.
public struct Voter: Sendable {
  /// The name; names must differ in at least one code point.
  public let id: String
  /// The weight of its vote.
  public let weight: Double
  /// The weight as it was given, if that was a whole number.
  let wholeWeight: Int?
  /// The secret key for authentication codes, needed if the safeguards require them.
  public let key: [UInt8]?

  /// A voter; the weight must be positive.
  public init(_ id: String, weight: Double = 1, key: [UInt8]? = nil) {
    self.id = id
    self.weight = weight
    wholeWeight = nil
    self.key = key
  }

  /// A voter whose weight is a whole number, as in Python: if all are, their sums are exact however
  /// large they are.
  public init(_ id: String, wholeWeight: Int, key: [UInt8]? = nil) {
    self.id = id
    weight = Double(wholeWeight)
    self.wholeWeight = wholeWeight
    self.key = key
  }
}

extension Voter: ExpressibleByStringLiteral {
  /// A voter of weight 1 without a key.
  public init(stringLiteral id: String) {
    self.init(id)
  }
}
