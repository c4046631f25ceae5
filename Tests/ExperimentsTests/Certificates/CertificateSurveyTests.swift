import Consensus
import Guarantees
import Scenarios
import Testing

@testable import Experiments

/// Which cells of scenarios share a certificate.
struct CertificateSurveyTests {
  private func file(_ sweep: String, _ fields: String = "") throws -> ScenarioFile {
    try ScenarioFile(
      parsing: """
        {"name": "seven", "electorate": 7, "voters": [
          {"name": "honest", "role": "honest", "count": "rest"},
          {"name": "liar", "role": "byzantine", "count": 2, "strategy": "oppose"}]\(fields),
         "sweep": {\(sweep)}}
        """)
  }

  private func survey(_ sweep: String, _ fields: String = "") throws -> CertificateSurvey {
    CertificateSurvey([try file(sweep, fields)], timing: .asynchronous)
  }

  /// What no certificate is about: who is faulty, how many trials there are, what is proposed.
  @Test(arguments: [
    #""voters.liar.strategy": ["oppose", "random"]"#, #""voters.liar.count": [0, 1, 2]"#,
    #""trials": [1, 2]"#, #""workload.proposals": [1, 2]"#,
  ])
  func whatChangesNothingIsOneEntry(sweep: String) throws {
    let survey = try survey(sweep)
    #expect(survey.entries.count == 1 && survey.configurationCount == 1)
    #expect(survey.entries[0].cells.count == survey.files[0].cells.count)
  }

  /// Each field of the rules makes another configuration, also those of which a hash knows nothing.
  @Test(arguments: [
    ("config.quorum_fraction", "0.5, 0.7"), ("config.majority_threshold", "0.5, 0.7"),
    ("config.supermajority_threshold", "0.5, 0.7"), ("config.allow_vote_change", "false, true"),
    ("config.max_active_proposals", "1, 2"), ("safeguards.quorum", #""fraction", "bft""#),
    ("safeguards.quorum_unit", #""voters", "weight""#),
    ("safeguards.ties", #""approve", "reject""#),
    ("safeguards.rule", #""ratio", "certificate""#), ("safeguards.weight_cap", "null, 0.5"),
    ("safeguards.tally", #""anytime", "decisive""#),
    ("safeguards.audit", #""chained", "anchored""#),
    ("mode", #""central", "replicated""#), ("electorate", "7, 8"),
    ("voters.liar.weight", "1, 2"),
  ])
  func rulesAndVotersMakeConfigurations(path: String, values: String) throws {
    let survey = try survey(#""\#(path)": [\#(values)]"#)
    #expect(survey.entries.count == 2 && survey.configurationCount == 2)
    #expect(survey.entries.map(\.configuration) == [0, 1])
  }

  /// Premises make entries, but no configurations: what is proven is the same.
  @Test(arguments: [
    (#""voters.honest.accuracy": [1, 0.9, 0.8]"#, 3), (#""voters.honest.abstain": [0, 0.1]"#, 2),
    (#""voters.liar.strategy": ["oppose", "impersonate", "rush"]"#, 2),
    (#""network.loss": [0, 0.1]"#, 2),
  ])
  func premisesMakeEntries(sweep: String, count: Int) throws {
    let survey = try survey(sweep)
    #expect(survey.entries.count == count && survey.configurationCount == 1)
  }

  @Test func everyCellIsInOneEntryWithItsOwnCertificate() throws {
    let survey = try survey(
      """
      "config.quorum_fraction": [0.5, 0.6, 0.8], "voters.honest.accuracy": [0.9, 1],
      "voters.liar.weight": [1, 2], "voters.liar.strategy": ["oppose", "impersonate"]
      """)
    let cells = survey.entries.flatMap(\.cells).map(\.number)
    #expect(cells.sorted() == Array(1...24) && survey.configurationCount == 6)
    #expect(
      survey.entries.map { $0.cells[0].number }
        == survey.entries.map { $0.cells[0].number }.sorted())
    for entry in survey.entries {
      let certificate = survey.certificate(of: entry.configuration)
      for cell in entry.cells {
        let study = CertificateStudy(cell.scenario, timing: .asynchronous)
        #expect(study.analysis.certificate.answers == certificate.answers)
        for guarantee in certificate.guarantees {
          #expect(study.broken(guarantee) == entry.broken(guarantee))
        }
        for faults in 0...3 {
          #expect(
            study.outcome(faults: faults, isAssuming: false)
              == survey.outcome(
                of: entry, by: certificate, at: nil, faults: faults, isAssuming: false))
        }
      }
    }
  }

  /// Scenarios are told apart, even where they share a certificate.
  @Test func scenariosShareConfigurationsButNoEntries() throws {
    let one = try file(#""trials": [1, 2]"#)
    let survey = CertificateSurvey([one, one], cell: 2, timing: .asynchronous, of: [.decision])
    #expect(survey.entries.map(\.file) == [0, 1] && survey.configurationCount == 1)
    #expect(survey.entries.allSatisfy { $0.cells.map(\.number) == [2] })
    #expect(survey.certificate(of: 0).guarantees == [.decision])
  }
}
