import Agents

/// Voters of one weight whose votes on a proposal depend only on votes of the same group.
package struct StochasticGroup: Sendable {
  /// A component of the joint distribution of the votes of a group.
  ///
  /// Given the component, the voters vote independently. What they share, such as a common
  /// perception, a coin or camouflage, decides which component it is.
  package struct MixtureComponent: Sendable {
    /// The probability of this component.
    package let probability: Double
    /// The probabilities of the votes of each voter who does not wait.
    package let chances: VoteChances
    /// The number of voters who wait for the last moment and then react to the votes they see.
    package let waiting: Int

    /// A component with the probabilities of those who do not wait.
    package init(probability: Double = 1, _ chances: VoteChances, waiting: Int = 0) {
      self.probability = probability
      self.chances = chances
      self.waiting = waiting
    }
  }

  /// The number of voters.
  package let count: Int
  /// The components, whose probabilities sum to 1.
  package let components: [MixtureComponent]
  /// The strategy of those who wait for the last moment.
  package let lastMove: LastMove
  /// Whether an adversary controls these voters.
  package let isFaulty: Bool

  /// A group; traps if more voters wait than there are, or if honest voters wait.
  package init(
    count: Int, components: [MixtureComponent], lastMove: LastMove = .eachForItself,
    isFaulty: Bool = false
  ) {
    precondition(
      count >= 0 && components.allSatisfy { 0...count ~= $0.waiting },
      "at most all voters of a group wait")
    precondition(isFaulty || components.allSatisfy { $0.waiting == 0 }, "honest voters do not wait")
    self.count = count
    self.components = components.filter { $0.probability > 0 }
    self.lastMove = lastMove
    self.isFaulty = isFaulty
  }

  /// Independent voters with equal probabilities.
  package init(count: Int, _ chances: VoteChances, isFaulty: Bool = false) {
    self.init(count: count, components: [MixtureComponent(chances)], isFaulty: isFaulty)
  }

  /// The expected number of voters who approve or reject.
  var participantsMean: Double {
    components.reduce(0) { sum, component in
      sum + component.probability
        * (Double(component.waiting) + Double(count - component.waiting) * component.chances.counted)
    }
  }

  /// Whether some voters may wait for the last moment.
  var mayWait: Bool { components.contains { $0.waiting > 0 } }
}
