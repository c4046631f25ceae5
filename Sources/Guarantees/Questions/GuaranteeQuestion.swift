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
  /// Who counts the votes.
  public let counting: VoteCounting
  /// The voters, heaviest first.
  let voters: RankedVoters

  /// A question about voters of positive weights.
  public init(
    weights: [Double], config: ConsensusConfig = .standard, safeguards: Safeguards = .none,
    timing: Timing = .asynchronous, counting: VoteCounting = .either
  ) {
    self.weights = weights
    self.timing = timing
    self.counting = counting
    rules = VotingRules(weights: weights, config: config, safeguards: safeguards)
    voters = RankedVoters(rules)
  }

  private init(_ question: GuaranteeQuestion, with safeguards: Safeguards) {
    weights = question.weights
    timing = question.timing
    counting = question.counting
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

  /// The most faulty voters who could break a guarantee: disagreement takes two honest voters, who
  /// own replicas, and any other failure at replicas takes one.
  package func faultsMax(_ guarantee: Guarantee) -> Int {
    if guarantee == .agreement { return voterCount - 2 }
    return counting == .replicated ? voterCount - 1 : voterCount
  }

  /// Whether a ballot box counts the votes only after all honest ones.
  ///
  /// A faulty voter who may call the tally at any moment calls it earlier.
  func countsAllHonestVotes(faults: Int) -> Bool {
    timing == .synchronous && tallyMoment(faults: faults) == .deadline
  }

  /// Whether every replica counts the votes only after all honest ones: it takes no tally that
  /// others call.
  var replicasCountAllHonestVotes: Bool { timing == .synchronous }

  /// Whether faulty voters can call a tally: a replica takes none that others call.
  var isTallyOpen: Bool { counting != .replicated }

  /// When a tally can decide at the earliest what missing votes would have changed: when a faulty
  /// voter calls it, if it may.
  package func tallyMoment(faults: Int) -> Attack.TallyMoment {
    isTallyOpen && rules.safeguards.tally == .anytime && faults > 0 ? .early : .deadline
  }
}
