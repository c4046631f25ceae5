import Guarantees

/// What is told of a certificate: what holds, what breaks it, what repairs it, who has power.
public struct CertificateReport: Sendable {
  /// What is known.
  private let analysis: CertificateAnalysis
  /// What the voters are called.
  let voterIDs: [String]

  /// The report on what was worked out about voters of these names.
  public init(_ analysis: CertificateAnalysis, voterIDs: [String]) {
    precondition(
      voterIDs.count == analysis.certificate.question.voterCount, "there is a name for each voter")
    self.analysis = analysis
    self.voterIDs = voterIDs
  }

  var certificate: Certificate { analysis.certificate }
  var advice: [CertificateAnalysis.Advice] { analysis.advice }
  var repairs: [Repair]? { analysis.repairs }
  var powers: [VotingPower] { analysis.powers }

  /// The attack of an answer in one sentence; empty where there is none.
  public func sentence(onAttackOf answer: GuaranteeAnswer) -> String {
    AttackText(answer, certificate.question).sentence
  }
}
