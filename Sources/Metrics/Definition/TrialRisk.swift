/// The probabilities and expected values of a trial, if they are known without a simulation.
///
/// They give the exact values of metrics and, from the worst of each, the worst values.
public struct TrialRisk: Sendable {
  /// The probability that a proposal is warranted.
  public let warranted: Double
  /// The probability that an unwarranted proposal is approved; nil if none are unwarranted.
  public let falseApproval: Double?
  /// The probability that a warranted proposal is rejected; nil if none are warranted.
  public let falseRejection: Double?
  /// The probability that a proposal is neither approved nor rejected.
  public let undecided: Double
  /// The probability that a proposal is decided correctly.
  public let correct: Double
  /// The probability that a trial has a false approval.
  public let unsafeTrial: Double
  /// The expected cost of a proposal.
  public let harm: Double
  /// The expected share of voters who approve or reject; nil if it is unknown.
  public let participation: Double?

  /// A risk from its parts; probabilities are from 0 to 1.
  public init(
    warranted: Double, falseApproval: Double?, falseRejection: Double?, undecided: Double,
    correct: Double, unsafeTrial: Double, harm: Double, participation: Double?
  ) {
    self.warranted = warranted
    self.falseApproval = falseApproval
    self.falseRejection = falseRejection
    self.undecided = undecided
    self.correct = correct
    self.unsafeTrial = unsafeTrial
    self.harm = harm
    self.participation = participation
  }
}
