import Consensus

/// What is asked: under which rules, and against which adversary.
///
/// Honest voters are right and never abstain. The adversary picks the faulty voters, what each of
/// them says, and the order in which votes arrive. Nobody votes in another's name.
public struct GuaranteeQuestion: Sendable {
  /// The rules, with everybody's weight.
  public let rules: VotingRules
  /// What the adversary decides besides.
  public let timing: Timing

  /// A question.
  public init(rules: VotingRules, timing: Timing) {
    self.rules = rules
    self.timing = timing
  }

  /// The number of voters.
  public var voterCount: Int { rules.voterCount }

  /// Whether the votes are counted only when all honest ones are there.
  ///
  /// Who may call the tally at any moment calls it before they are.
  var countsAllHonestVotes: Bool { timing == .synchronous && rules.safeguards.tally == .decisive }

  /// When a tally comes that the adversary wants early: a faulty voter calls it if it may.
  func tallyMoment(faults: Int) -> Attack.TallyMoment {
    rules.safeguards.tally == .anytime && faults > 0 ? .early : .deadline
  }
}
