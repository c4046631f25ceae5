/// What is to be expected of a trial, where it is known without running one.
///
/// Exact values of metrics come from these, and their worst values from the worst of each by itself.
public struct TrialRisk: Sendable {
  /// The probability that a proposal is warranted.
  public let warranted: Double
  /// The probability that an unwarranted proposal is approved; nil where none is unwarranted.
  public let falseApproval: Double?
  /// The probability that a warranted proposal is rejected; nil where none is warranted.
  public let falseRejection: Double?
  /// The probability that a proposal is neither approved nor rejected.
  public let undecided: Double
  /// The probability that a proposal is decided as the facts call for.
  public let correct: Double
  /// The probability that a trial has a false approval.
  public let unsafeTrial: Double
  /// The mean of what a proposal costs.
  public let harm: Double
  /// The mean share of voters who approve or reject; nil where it is not known.
  public let participation: Double?

  /// The risk of a trial.
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
