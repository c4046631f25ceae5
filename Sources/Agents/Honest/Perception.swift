import Consensus
import Simulation

/// How someone who means well sees a proposal and votes on it.
struct Perception: Sendable {
  private let accuracyIfWarranted: Probability
  private let accuracyIfUnwarranted: Probability
  private let abstention: Probability
  private let correlation: Probability

  /// A perception that sees the truth with some accuracy.
  ///
  /// - Parameters:
  ///   - abstention: how likely a voter abstains, decided before it looks.
  ///   - correlation: how likely it takes over its group's one shared perception.
  init(_ accuracy: Accuracy, abstention: Double = 0, correlation: Double = 0) {
    accuracyIfWarranted = Probability(accuracy.warranted)
    accuracyIfUnwarranted = Probability(accuracy.unwarranted)
    self.abstention = Probability(abstention)
    self.correlation = Probability(correlation)
  }

  /// How a voter votes, given its own random words; word 2 is left for how long it thinks.
  func vote(
    with draws: Philox4x64.Block, of group: Electorate.Group, on proposal: Int,
    in world: borrowing World
  ) -> VoteValue {
    if abstention.occurs(at: draws.word0) { return .abstain }
    let facts = world.facts[proposal]
    let accuracy = facts.isWarranted ? accuracyIfWarranted : accuracyIfUnwarranted
    var look = draws.word1
    if correlation.occurs(at: draws.word3) {
      look = world.draws(.group, of: group.index, on: proposal).word2
    }
    return accuracy.occurs(at: look) ? facts.rightVote : facts.wrongVote
  }
}
