import Agents

/// Voters of one weight whose votes on a proposal depend on one another in the group alone.
public struct StochasticGroup: Sendable {
  /// One of the ways in which all voters of a group can behave at once.
  ///
  /// Given the component, the voters vote independently of one another; what they share, a common
  /// perception, a coin or camouflage, is which component it is.
  public struct MixtureComponent: Sendable {
    /// How likely the group is in this component.
    public let probability: Double
    /// How each voter votes who does not wait.
    public let chances: VoteChances
    /// How many voters wait for the last moment and then act on the votes they see.
    public let waiting: Int

    /// A component.
    public init(probability: Double = 1, _ chances: VoteChances, waiting: Int = 0) {
      self.probability = probability
      self.chances = chances
      self.waiting = waiting
    }
  }

  /// The number of voters.
  public let count: Int
  /// The components, whose probabilities add up to 1.
  public let components: [MixtureComponent]
  /// What those do who wait for the last moment.
  public let lastMove: LastMove
  /// Whether an adversary holds these voters.
  public let isFaulty: Bool

  /// A group of voters.
  public init(
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

  /// Independent voters who are all alike.
  public init(count: Int, _ chances: VoteChances, isFaulty: Bool = false) {
    self.init(count: count, components: [MixtureComponent(chances)], isFaulty: isFaulty)
  }

  /// The mean number of voters who approve or reject.
  var participantsMean: Double {
    components.reduce(0) { sum, component in
      sum + component.probability
        * (Double(component.waiting) + Double(count - component.waiting) * component.chances.counted)
    }
  }

  /// Whether somebody may wait for the last moment.
  var mayWait: Bool { components.contains { $0.waiting > 0 } }
}
