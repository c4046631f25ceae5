import Forms
import JSON
import Simulation

/// How honest voters see proposals and vote on them.
public struct HonestRole: Hashable, Sendable {
  /// How often each voter sees the truth.
  public var accuracy: Accuracy
  /// The probability of abstaining, which is decided first.
  public var abstain: Double
  /// The probability that a voter sees what its whole group sees, instead of the facts.
  public var correlation: Double
  /// The time that a voter takes to decide when it is wrong; nil if that is no different.
  public var latencyIfWrong: Distribution?

  /// By default honest voters are always right and always vote.
  public init(
    accuracy: Accuracy = .perfect, abstain: Double = 0, correlation: Double = 0,
    latencyIfWrong: Distribution? = nil
  ) {
    self.accuracy = accuracy
    self.abstain = abstain
    self.correlation = correlation
    self.latencyIfWrong = latencyIfWrong
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
    .optional(
      "latency_if_wrong", \.latencyIfWrong, .distribution,
      "The seconds that a voter takes to decide when it is wrong; by default those of `latency`."),
  ]
}
