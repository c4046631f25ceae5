/// The probabilities and expected values of a trial, if they are known without a simulation.
///
/// They give the exact values of metrics and, from the worst of each, the worst values.
package struct TrialRisk: Sendable {
  /// The probability that a proposal is warranted.
  package let warranted: Double
  /// The probability that an unwarranted proposal is approved; nil if none are unwarranted.
  package let falseApproval: Double?
  /// The probability that a warranted proposal is rejected; nil if none are warranted.
  package let falseRejection: Double?
  /// The probability that a proposal is neither approved nor rejected.
  package let undecided: Double
  /// The probability that a proposal is decided correctly.
  package let correct: Double
  /// The probability that a trial has a false approval.
  package let unsafeTrial: Double
  /// The expected cost of a proposal.
  package let harm: Double
  /// The expected share of voters who approve or reject; nil if it is unknown.
  package let participation: Double?
  /// The expected seconds to a decision of those proposals that have one; nil if it is unknown.
  package let latency: Double?

  /// A risk from its parts; probabilities are from 0 to 1.
  package init(
    warranted: Double, falseApproval: Double?, falseRejection: Double?, undecided: Double,
    correct: Double, unsafeTrial: Double, harm: Double, participation: Double?,
    latency: Double?
  ) {
    self.warranted = warranted
    self.falseApproval = falseApproval
    self.falseRejection = falseRejection
    self.undecided = undecided
    self.correct = correct
    self.unsafeTrial = unsafeTrial
    self.harm = harm
    self.participation = participation
    self.latency = latency
  }
}
