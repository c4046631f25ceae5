import Forms
import JSON

/// How honest voters see proposals and vote on them.
public struct HonestRole: Hashable, Sendable {
  /// How often each voter sees the truth.
  public var accuracy: Accuracy
  /// The probability of abstaining, which is decided first.
  public var abstain: Double
  /// The probability that a voter sees what its whole group sees, instead of the facts.
  public var correlation: Double

  /// By default honest voters are always right and always vote.
  public init(accuracy: Accuracy = .perfect, abstain: Double = 0, correlation: Double = 0) {
    self.accuracy = accuracy
    self.abstain = abstain
    self.correlation = correlation
  }

  func requireInRange() {
    accuracy.requireInRange()
    requireProbability(abstain)
    requireProbability(correlation)
  }
}

extension HonestRole {
  static let fields: [Field<HonestRole>] = [
    .init("accuracy", \.accuracy, .accuracy, "The probability that a voter sees the truth."),
    .init(
      "abstain", \.abstain, .probability,
      "The probability that a voter abstains; this is decided first."),
    .init(
      "correlation", \.correlation, .probability,
      "The probability that a voter sees what its whole group sees, right or wrong."),
  ]
}
