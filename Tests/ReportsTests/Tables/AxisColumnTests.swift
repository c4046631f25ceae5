import CSV
import Exactness
import Experiments
import Guarantees
import Reports
import Scenarios
import Testing
import Text

/// Axes of variants, whose names are columns of the results.
struct AxisColumnTests {
  private func file(axis name: String) throws(TextProblems) -> ScenarioFile {
    try ScenarioFile(
      parsing: """
        {"name": "s", "trials": 2,
         "voters": [{"name": "h", "role": "honest", "count": 2}],
         "workload": {"proposals": 1}, "detectors": [{"method": "kappa"}],
         "sweep": {"\(name)": [{"label": "a, \\"b\\"", "set": {"voters.h.accuracy": "2/3"}}]}}
        """)
  }

  /// The headers of all tables of a scenario.
  private func headers(of file: ScenarioFile) -> [[String]] {
    let results = file.cells.map { cell in
      var trials = Trials(cell.scenario)
      return CellResult(cell, trials.run(1...cell.scenario.trials))
    }
    let summary = Summary(results, knowing: AnalyticValues(file), of: file)
    let exact = ExactReport(file.cells.map { ExactAnalysis($0.scenario) }, of: file)
    let survey = CertificateSurvey([file], timing: .asynchronous)
    let matrix = CertificateMatrix(
      survey, [survey.certificate(of: 0)], faults: nil, isAssuming: false)
    return [summary.table, exact.table].map(\.header) + [summary.blocs?.table.header ?? []]
      + [matrix.table.header.filter { !["cells", "cell_count"].contains($0) }]
  }

  @Test func columnsAreNamedByTheAxis() throws {
    let headers = try headers(of: file(axis: "attack"))
    #expect(
      headers.map { $0.prefix(3) } == Array(repeating: ["scenario", "cell", "attack"], count: 4))
  }

  /// An axis of the name of another column would make a table that cannot be read.
  @Test func noNameOfAColumnIsFree() throws {
    let names =
      try headers(of: file(axis: "attack")).flatMap(\.self).filter { $0 != "attack" }
      + ["cells", "cell_count"]
    #expect(names.count > 60)
    for name in Set(names).sorted() {
      let error = #expect(throws: TextProblems.self) { try file(axis: name) }
      #expect(error?.problems.first?.message.isEmpty == false, "\(name)")
    }
  }
}
