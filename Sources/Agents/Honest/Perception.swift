import Consensus
import Simulation

/// How an honest voter sees a proposal and votes on it.
struct Perception: Sendable {
  private let accuracyIfWarranted: Probability
  private let accuracyIfUnwarranted: Probability
  private let abstention: Probability
  private let correlation: Probability

  /// A perception with some accuracy.
  ///
  /// - Parameters:
  ///   - abstention: how likely a voter abstains; this is decided first.
  ///   - correlation: how likely a voter takes over the common perception of its group.
  init(_ accuracy: Accuracy, abstention: Double = 0, correlation: Double = 0) {
    accuracyIfWarranted = Probability(accuracy.warranted)
    accuracyIfUnwarranted = Probability(accuracy.unwarranted)
    self.abstention = Probability(abstention)
    self.correlation = Probability(correlation)
  }

  /// The vote of a voter, from its own random words; word 2 is reserved for its latency.
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
