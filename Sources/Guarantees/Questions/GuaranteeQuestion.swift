import Consensus

/// The rules and the adversary that a certificate is about.
///
/// The adversary chooses the faulty voters, their votes, and the order in which votes arrive. What
/// each guarantee takes for granted besides is in `premises(of:)`.
public struct GuaranteeQuestion: Sendable {
  /// The weights of the voters before any cap.
  public let weights: [Double]
  /// The rules, with the effective weights.
  public let rules: VotingRules
  /// What the adversary decides apart from faulty votes.
  public let timing: Timing
  /// The voters, heaviest first.
  let voters: RankedVoters

  /// A question about voters of positive weights.
  public init(
    weights: [Double], config: ConsensusConfig = .standard, safeguards: Safeguards = .none,
    timing: Timing = .asynchronous
  ) {
    self.weights = weights
    self.timing = timing
    rules = VotingRules(weights: weights, config: config, safeguards: safeguards)
    voters = RankedVoters(rules)
  }

  private init(_ question: GuaranteeQuestion, with safeguards: Safeguards) {
    weights = question.weights
    timing = question.timing
    rules = VotingRules(weights: weights, config: question.rules.config, safeguards: safeguards)
    // Most safeguards leave the weights unchanged, and sorting many voters takes time.
    voters = rules.weights == question.rules.weights ? question.voters : RankedVoters(rules)
  }

  /// The same question with other safeguards.
  func with(_ safeguards: Safeguards) -> GuaranteeQuestion {
    GuaranteeQuestion(self, with: safeguards)
  }

  /// The number of voters.
  public var voterCount: Int { weights.count }

  /// Whether all weights are equal.
  public var isOfEqualVoters: Bool { voters.isUniform }

  /// Whether the order of the votes does not matter, because no sum of weights is rounded.
  public var isOrderFree: Bool { voters.hasExactSums }

  /// The number of faults that Byzantine agreement can survive, which the protocol advertises.
  public var advertisedFaults: Int { VotingRules.maxByzantineFaults(voters: voterCount) }

  /// Whether a ballot box counts the votes only after all honest ones.
  ///
  /// A faulty voter who may call the tally at any moment calls it earlier.
  func countsAllHonestVotes(faults: Int) -> Bool {
    timing == .synchronous && tallyMoment(faults: faults) == .deadline
  }

  /// Whether every replica counts the votes only after all honest ones: it takes no tally that
  /// others call.
  var replicasCountAllHonestVotes: Bool { timing == .synchronous }

  /// When an early tally takes place: a faulty voter calls it if it may.
  func tallyMoment(faults: Int) -> Attack.TallyMoment {
    rules.safeguards.tally == .anytime && faults > 0 ? .early : .deadline
  }
}
