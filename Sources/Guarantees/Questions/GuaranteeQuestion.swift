import Consensus

/// What is asked: under which rules, and against which adversary.
///
/// Honest voters are right and never abstain. The adversary picks the faulty voters, what each of
/// them says, and the order in which votes arrive. Nobody votes in another's name.
public struct GuaranteeQuestion: Sendable {
  /// What the voters' votes weigh, before any cap.
  public let weights: [Double]
  /// The rules, with the weights that count.
  public let rules: VotingRules
  /// What the adversary decides besides.
  public let timing: Timing
  /// The voters, the heaviest first.
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
    // Most safeguards change nothing about the weights, and to rank many voters takes its time.
    voters = rules.weights == question.rules.weights ? question.voters : RankedVoters(rules)
  }

  /// The same question with other safeguards.
  func with(_ safeguards: Safeguards) -> GuaranteeQuestion {
    GuaranteeQuestion(self, with: safeguards)
  }

  /// The number of voters.
  public var voterCount: Int { weights.count }

  /// Whether all votes count the same.
  public var isOfEqualVoters: Bool { voters.isUniform }

  /// Whether the order in which votes arrive makes no difference: no sum of weights is rounded.
  public var isOrderFree: Bool { voters.hasExactSums }

  /// The faulty voters that a Byzantine agreement among so many can survive: what is advertised.
  public var advertisedFaults: Int { VotingRules.maxByzantineFaults(voters: voterCount) }

  /// Whether the votes are counted only when all honest ones are there.
  ///
  /// Who may call the tally at any moment calls it before they are.
  var countsAllHonestVotes: Bool { timing == .synchronous && rules.safeguards.tally == .decisive }

  /// When a tally comes that the adversary wants early: a faulty voter calls it if it may.
  func tallyMoment(faults: Int) -> Attack.TallyMoment {
    rules.safeguards.tally == .anytime && faults > 0 ? .early : .deadline
  }
}
