import Consensus

/// A certificate with all that a reader wants to know besides: repairs, and who has how much power.
public struct CertificateAnalysis: Sendable {
  /// What would close a gap.
  public struct Advice: Sendable {
    /// The answer that holds for fewer faulty voters than is advertised.
    public let gap: GuaranteeAnswer
    /// The fewest safeguards that close it; nil where none do.
    public let repairs: [Repair]?
  }

  /// The certificate.
  public let certificate: Certificate
  /// What would close each gap.
  public let advice: [Advice]
  /// The fewest safeguards that close all gaps; nil where none do.
  public let repairs: [Repair]?
  /// Who has how much power, for normal and critical actions; empty where all voters are equal.
  public let powers: [VotingPower]

  /// Works out all that is told of a question.
  ///
  /// - Complexity: that of `Certificate` and, where voters differ, of `VotingPower` twice.
  public init(_ question: GuaranteeQuestion) {
    let certificate = Certificate(question)
    self.certificate = certificate
    var plan = RepairPlan(question)
    let gaps = certificate.gaps
    advice = gaps.map { Advice(gap: $0, repairs: plan.repairs(closing: [$0])) }
    repairs = gaps.isEmpty ? [] : plan.repairs(closing: gaps)
    powers =
      question.isOfEqualVoters
      ? [] : ActionKind.allCases.map { VotingPower(question.rules, $0) }
  }
}
