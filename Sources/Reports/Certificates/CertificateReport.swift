import Guarantees

/// A certificate with all that a reader wants to know besides: repairs, and who has how much power.
public struct CertificateReport: Sendable {
  /// What would close a gap.
  struct Advice: Sendable {
    let gap: GuaranteeAnswer
    /// The fewest safeguards that close it; nil where none do.
    let repairs: [Repair]?
  }

  /// The certificate.
  public let certificate: Certificate
  /// What the voters are called.
  let voterIDs: [String]
  /// What would close each gap.
  let advice: [Advice]
  /// The fewest safeguards that close all gaps; nil where none do.
  let repairs: [Repair]?
  /// Who has how much power, for normal and critical actions; empty where all voters are equal.
  let powers: [VotingPower]

  /// The report on a question about voters of these names.
  public init(_ question: GuaranteeQuestion, voterIDs: [String]) {
    precondition(voterIDs.count == question.voterCount, "each voter has a name")
    self.voterIDs = voterIDs
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

  /// Whether every guarantee holds against so many faulty voters.
  public func withstands(faults: Int) -> Bool {
    certificate.answers.allSatisfy { $0.withstands(faults: faults) }
  }
}
