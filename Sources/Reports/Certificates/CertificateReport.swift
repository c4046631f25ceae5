import Consensus
import Experiments
import Guarantees

/// The report on a certificate: guarantees, attacks, repairs and their price, premises and voting
/// power.
public struct CertificateReport: Sendable {
  /// What is reported.
  let study: CertificateStudy
  /// The names of the voters.
  let voterIDs: [String]

  /// The report on the study of voters with these names.
  public init(_ study: CertificateStudy, voterIDs: [String]) {
    precondition(
      voterIDs.count == study.analysis.certificate.question.voterCount,
      "there is a name for each voter")
    self.study = study
    self.voterIDs = voterIDs
  }

  var certificate: Certificate { study.analysis.certificate }
  var advice: [CertificateAnalysis.Advice] { study.analysis.advice }
  var powers: [VotingPower] { study.analysis.powers }

  /// The attack of an answer to a question in one sentence; empty if there is none.
  public static func sentence(
    onAttackOf answer: GuaranteeAnswer, to question: GuaranteeQuestion
  ) -> String {
    AttackText(answer, question).sentence
  }
}
