import Consensus

/// A certificate with its analysis: repairs of gaps, and the voting power of each voter.
public struct CertificateAnalysis: Sendable {
  /// The repair of a gap.
  public struct Advice: Sendable {
    /// The answer with fewer faulty voters than advertised.
    public let gap: GuaranteeAnswer
    /// The fewest safeguards that close the gap; nil if none do.
    package let repairs: [Repair]?
  }

  /// The certificate.
  public let certificate: Certificate
  /// The repairs of each gap.
  public let advice: [Advice]
  /// The fewest safeguards that close all gaps; nil if none do.
  package let repairs: [Repair]?
  /// The voting power over normal and critical actions; empty if all voters have equal weights.
  public let powers: [VotingPower]

  /// Analyses a question.
  ///
  /// - Complexity: that of `Certificate` and, for voters of different weights, of `VotingPower`
  ///   twice.
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
