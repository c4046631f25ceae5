import Agents

/// Voters of one weight whose votes on a proposal depend on one another in the group alone.
public struct ChanceGroup: Sendable {
  /// One of the ways in which all voters of a group can behave at once.
  ///
  /// Given the mood, the voters vote independently of one another; what they share, a common
  /// perception, a coin or camouflage, is which mood it is.
  public struct Mood: Sendable {
    /// How likely the group is in this mood.
    public let probability: Double
    /// How each voter votes who does not wait.
    public let chances: VoteChances
    /// How many voters wait for the last moment and then act on the votes they see.
    public let waiting: Int

    /// A mood.
    public init(probability: Double = 1, _ chances: VoteChances, waiting: Int = 0) {
      self.probability = probability
      self.chances = chances
      self.waiting = waiting
    }
  }

  /// The number of voters.
  public let count: Int
  /// The moods, whose probabilities add up to 1.
  public let moods: [Mood]
  /// What those do who wait for the last moment.
  public let lastWord: LastWord
  /// Whether an adversary holds these voters.
  public let isFaulty: Bool

  /// A group of voters.
  public init(
    count: Int, moods: [Mood], lastWord: LastWord = .eachForItself, isFaulty: Bool = false
  ) {
    precondition(count >= 0 && moods.allSatisfy { 0...count ~= $0.waiting }, "more wait than are")
    precondition(isFaulty || moods.allSatisfy { $0.waiting == 0 }, "an honest voter waits")
    self.count = count
    self.moods = moods.filter { $0.probability > 0 }
    self.lastWord = lastWord
    self.isFaulty = isFaulty
  }

  /// Independent voters who are all alike.
  public init(count: Int, _ chances: VoteChances, isFaulty: Bool = false) {
    self.init(count: count, moods: [Mood(chances)], isFaulty: isFaulty)
  }

  /// The mean number of voters who approve or reject.
  var participantsMean: Double {
    moods.reduce(0) { sum, mood in
      sum + mood.probability
        * (Double(mood.waiting) + Double(count - mood.waiting) * mood.chances.counted)
    }
  }

  /// Whether somebody may wait for the last moment.
  var mayWait: Bool { moods.contains { $0.waiting > 0 } }
}
