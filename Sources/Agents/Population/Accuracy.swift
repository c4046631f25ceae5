/// How often a voter sees the truth of a proposal.
public struct Accuracy: Hashable, Sendable {
  /// The probability of seeing that the facts call for the action, where they do.
  public var warranted: Double
  /// The probability of seeing that they do not, where they do not.
  public var unwarranted: Double

  /// Never wrong.
  public static let perfect = Accuracy(1)

  /// A different probability for each kind of proposal.
  public init(warranted: Double, unwarranted: Double) {
    self.warranted = warranted
    self.unwarranted = unwarranted
  }

  /// The same probability for every proposal.
  public init(_ probability: Double) {
    self.init(warranted: probability, unwarranted: probability)
  }

  /// The probability for a proposal of one kind.
  public func probability(warranted isWarranted: Bool) -> Double {
    isWarranted ? warranted : unwarranted
  }

  func requireInRange() {
    requireProbability(warranted)
    requireProbability(unwarranted)
  }
}

/// Traps on a number that is no probability.
func requireProbability(_ value: Double) {
  precondition(value >= 0 && value <= 1, "a probability lies between 0 and 1")
}
