import Guarantees

/// The report on a certificate: guarantees, attacks, repairs and voting power.
public struct CertificateReport: Sendable {
  /// The analysis that is reported.
  private let analysis: CertificateAnalysis
  /// The names of the voters.
  let voterIDs: [String]

  /// The report on the analysis of voters with these names.
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

  /// The attack of an answer in one sentence; empty if there is none.
  public func sentence(onAttackOf answer: GuaranteeAnswer) -> String {
    AttackText(answer, certificate.question).sentence
  }
}
