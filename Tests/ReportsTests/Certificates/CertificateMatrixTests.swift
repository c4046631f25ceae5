import Experiments
import Guarantees
import Scenarios
import Testing

@testable import Reports

/// Which rows a matrix of certificates has, and in which order.
struct CertificateMatrixTests {
  private func matrix(
    _ sweep: String, of guarantees: [Guarantee]? = nil, faults: Int? = nil
  ) throws -> CertificateMatrix {
    let file = try ScenarioFile(
      parsing: """
        {"name": "seven", "electorate": 7, "voters": [
          {"name": "honest", "role": "honest", "count": "rest"},
          {"name": "liar", "role": "byzantine", "count": 2, "strategy": "oppose"}],
         "sweep": {\(sweep)}}
        """)
    let survey = CertificateSurvey([file], timing: .asynchronous, of: guarantees)
    return CertificateMatrix(
      survey, (0..<survey.configurationCount).map { survey.certificate(of: $0) }, faults: faults,
      isAssuming: false)
  }

  /// Values of a premise, and settings that change no number, do not make rows.
  @Test func whatReadsAlikeIsOneRow() throws {
    let matrix = try matrix(
      """
      "voters.honest.accuracy": [0.8, 0.9, 1], "config.quorum_fraction": [0.45, 0.5, 0.55],
      "config.max_active_proposals": [1, 2]
      """)
    #expect(matrix.rows.map(\.block.first) == [1, 13] && matrix.readingCount == 2)
    #expect(matrix.rows.map(\.block.cellCount) == [12, 6])
  }

  /// A reading whose cells are no combination of values has several rows, which is told.
  @Test func cellsThatDoNotCombineAreSeveralRows() throws {
    let matrix = try matrix(
      #""voters.liar.strategy": ["oppose", "impersonate"], "voters.liar.count": [0, 1]"#)
    #expect(matrix.readingCount == 2 && matrix.rows.map(\.block.first) == [1, 3, 4])
  }

  @Test func theWorstRowsAreFirst() throws {
    let matrix = try matrix(
      #""config.quorum_fraction": [1, 0.8, 0.5, 0.2]"#, of: [.noFalseApproval])
    #expect(matrix.worst(4).map(\.block.first) == [1, 2, 3, 4])
    #expect(matrix.worst(3).map(\.block.first) == [4, 3, 2])
    #expect(matrix.worst(1).map(\.block.first) == [4])
  }

  /// What fails against the given number of faulty voters is worse than what is in doubt.
  @Test func verdictsComeBeforeMargins() throws {
    let matrix = try matrix(
      #""voters.honest.accuracy": [1, 0.9], "config.quorum_fraction": [0.8, 0.5]"#,
      of: [.noFalseApproval], faults: 2)
    #expect(matrix.worst(3).map(\.outcome) == [.fail, .fail, .inconclusive])
    #expect(matrix.worst(3).map(\.block.first) == [2, 4, 3])
  }
}
