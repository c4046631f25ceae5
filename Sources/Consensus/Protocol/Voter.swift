/// A monitoring agent that may propose and vote.
public struct Voter: Sendable {
  /// Its name, which differs from all others' in at least one code point.
  public let id: String
  /// How much its vote counts.
  public let weight: Double
  /// The secret under which it signs, needed if the safeguards ask for authentication.
  public let key: [UInt8]?

  /// A voter; its weight must be positive.
  public init(_ id: String, weight: Double = 1, key: [UInt8]? = nil) {
    self.id = id
    self.weight = weight
    self.key = key
  }
}

extension Voter: ExpressibleByStringLiteral {
  /// A voter of weight 1 without a key.
  public init(stringLiteral id: String) {
    self.init(id)
  }
}
