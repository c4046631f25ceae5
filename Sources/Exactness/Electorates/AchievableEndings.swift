/// How likely an adversary can choose among which endings, once it has seen all honest votes.
public struct AchievableEndings: Equatable, Sendable {
  /// Some of the ways in which a proposal can end.
  public struct Choice: OptionSet, Hashable, Sendable {
    /// One bit for each ending.
    public let rawValue: Int

    /// A choice of the endings whose bits are set.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// Approved.
    public static let approved = Choice(rawValue: 1)
    /// Rejected.
    public static let rejected = Choice(rawValue: 2)
    /// Neither.
    public static let undecided = Choice(rawValue: 4)
  }

  /// The probability of each choice, by its bits.
  private var probabilities = Array(repeating: 0.0, count: 8)

  /// Nothing added up yet.
  public init() {}

  mutating func add(_ probability: Double, to choice: Choice) {
    probabilities[choice.rawValue] += probability
  }

  /// Divides by the sum of all, which rounding has moved away from 1.
  mutating func normalize() {
    let sum = probabilities.reduce(0, +)
    for bits in probabilities.indices { probabilities[bits] /= sum }
  }

  /// How likely the adversary can bring about an ending.
  public func chance(of ending: Choice) -> Double {
    sum { $0.contains(ending) ? 1 : 0 }
  }

  /// How likely the adversary cannot prevent an ending.
  public func chanceOfNothingBut(_ ending: Choice) -> Double {
    sum { $0 == ending ? 1 : 0 }
  }

  /// The mean of what the proposal costs if the adversary chooses what costs most.
  public func costMax(approved: Double, rejected: Double, undecided: Double) -> Double {
    sum { choice in
      max(
        choice.contains(.approved) ? approved : 0, choice.contains(.rejected) ? rejected : 0,
        choice.contains(.undecided) ? undecided : 0)
    }
  }

  private func sum(_ value: (Choice) -> Double) -> Double {
    probabilities.indices.reduce(0) { sum, bits in
      sum + probabilities[bits] * value(Choice(rawValue: bits))
    }
  }
}
