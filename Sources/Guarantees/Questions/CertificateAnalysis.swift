import Consensus

/// A certificate with its analysis: repairs of gaps, and the voting power of each voter.
public struct CertificateAnalysis: Sendable {
  /// The repair of a gap.
  package struct Advice: Sendable {
    /// The answer with fewer faulty voters than advertised.
    package let gap: GuaranteeAnswer
    /// What safeguards can do about it.
    package let repairs: RepairAdvice
  }

  /// The certificate, with the answers that were asked for.
  public let certificate: Certificate
  /// The repairs of each gap.
  package let advice: [Advice]
  /// What safeguards can do about all gaps together.
  package let whole: RepairAdvice
  /// The voting power over normal and critical actions; empty if all voters have equal weights.
  public let powers: [VotingPower]

  /// Analyses a question.
  ///
  /// - Parameter guarantees: The guarantees that are asked for; nil for all. Repairs spare the
  ///   others, too.
  /// - Complexity: that of `Certificate` and, for voters of different weights, of `VotingPower`
  ///   twice.
  public init(_ question: GuaranteeQuestion, of guarantees: [Guarantee]? = nil) {
    let answered = Certificate(question)
    let certificate = guarantees.map(answered.choosing) ?? answered
    self.certificate = certificate
    var plan = RepairPlan(answered)
    let gaps = certificate.gaps
    advice = gaps.map { Advice(gap: $0, repairs: plan.advice(closing: [$0])) }
    whole = gaps.isEmpty ? .nothing : plan.advice(closing: gaps)
    powers =
      question.isOfEqualVoters
      ? [] : ActionKind.allCases.map { VotingPower(question.rules, $0) }
  }
}
