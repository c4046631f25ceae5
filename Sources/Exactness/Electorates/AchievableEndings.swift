/// The probabilities of the sets of outcomes from which an adversary can choose, once it has seen
/// all honest votes.
package struct AchievableEndings: Equatable, Sendable {
  /// A set of outcomes of a proposal.
  package struct Choice: OptionSet, Hashable, Sendable {
    /// A bit for each outcome.
    package let rawValue: UInt8

    /// The set of outcomes with these bits.
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Approved.
    package static let approved = Choice(rawValue: 1)
    /// Rejected.
    package static let rejected = Choice(rawValue: 2)
    /// Neither approved nor rejected.
    package static let undecided = Choice(rawValue: 4)

    /// The wrong decision.
    static func wrong(warranted isWarranted: Bool) -> Choice { isWarranted ? .rejected : .approved }
  }

  /// The probability of each set, by its bits.
  private var probabilities = Array(repeating: 0.0, count: 8)

  /// Probabilities that are all 0, as the start of a sum.
  package init() {}

  mutating func add(_ probability: Double, to choice: Choice) {
    probabilities[Int(choice.rawValue)] += probability
  }

  /// Adds other probabilities, multiplied by a factor.
  mutating func add(_ other: AchievableEndings, times probability: Double) {
    for bits in probabilities.indices {
      probabilities[bits] += probability * other.probabilities[bits]
    }
  }

  /// Divides by the sum, which rounding has moved away from 1.
  mutating func normalize() {
    let sum = probabilities.reduce(0, +)
    for bits in probabilities.indices { probabilities[bits] /= sum }
  }

  /// The same if a proposal expires that nobody has tallied.
  ///
  /// - Parameter mayBeTallied: whether somebody may tally it before.
  func expiring(mayBeTallied: Bool) -> AchievableEndings {
    var endings = AchievableEndings()
    for (bits, probability) in probabilities.enumerated() where probability > 0 {
      let choice: Choice =
        mayBeTallied ? Choice(rawValue: UInt8(bits)).union(.undecided) : .undecided
      endings.add(probability, to: choice)
    }
    return endings
  }

  /// The probability that the adversary can cause an outcome.
  package func chance(of ending: Choice) -> Double {
    sum { $0.contains(ending) ? 1 : 0 }
  }

  /// The probability that the adversary cannot prevent an outcome.
  package func chanceOfNothingBut(_ ending: Choice) -> Double {
    sum { $0 == ending ? 1 : 0 }
  }

  /// The expected cost if the adversary always chooses the most expensive outcome.
  package func costMax(approved: Double, rejected: Double, undecided: Double) -> Double {
    sum { choice in
      max(
        choice.contains(.approved) ? approved : 0, choice.contains(.rejected) ? rejected : 0,
        choice.contains(.undecided) ? undecided : 0)
    }
  }

  private func sum(_ value: (Choice) -> Double) -> Double {
    probabilities.indices.reduce(0) { sum, bits in
      sum + probabilities[bits] * value(Choice(rawValue: UInt8(bits)))
    }
  }
}
