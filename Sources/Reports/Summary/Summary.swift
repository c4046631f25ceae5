import Agents
import CSV
import Consensus
import Experiments
import JSON
import Metrics
import Scenarios

/// The results of the cells of a scenario: the contents of `summary.csv`, and a table for people.
public struct Summary: Sendable {
  /// The table, with a row for each cell.
  public let table: DataTable
  /// The results of its detectors; nil if it lists none.
  public let blocs: BlocSummary?
  /// The scenario.
  let file: ScenarioFile

  /// The summary of some results of a scenario.
  public init(_ results: [CellResult], of file: ScenarioFile) {
    self.file = file
    table = DataTable(
      header: Self.header(file), rows: results.map { Self.row($0, of: file) })
    blocs = BlocSummary(results, of: file)
  }

  /// Reads a summary of a scenario as it was written; nil for any other text.
  ///
  /// - Parameter blocs: the text of the results of its detectors; nil if it lists none.
  public init?(csv text: [UInt8], blocs blocText: [UInt8]?, of file: ScenarioFile) {
    guard let table = DataTable(csv: text), table.header == Self.header(file) else { return nil }
    let blocs = blocText.map { BlocSummary(csv: $0, of: file) }
    if case .some(.none) = blocs { return nil }
    self.file = file
    self.table = table
    self.blocs = blocs ?? nil
  }

  private static func axes(of file: ScenarioFile) -> [Int] {
    file.axes(besides: ["mode", "seed", "trials"])
  }

  private static func header(_ file: ScenarioFile) -> [String] {
    ["scenario", "cell"] + axes(of: file).map { file.axes[$0].name } + [
      "mode", "seed", "trials", "voters", "honest", "byzantine", "colluding", "absent",
      "max_byzantine_faults", "quorum_required", "proposals", "unwarranted", "warranted",
      "approved_unwarranted", "rejected_unwarranted", "no_quorum_unwarranted",
      "approved_warranted", "rejected_warranted", "no_quorum_warranted",
    ]
      + Metric.ofProtocol.flatMap(DataTable.columns)
  }

  private static func row(_ result: CellResult, of file: ScenarioFile) -> [String] {
    let scenario = result.cell.scenario
    let outcomes = result.counts.outcomes
    let numbers =
      [scenario.trials, scenario.voterCount]
      + Role.Kind.allCases.map { kind in
        scenario.groups.filter { $0.role.kind == kind }.map(\.count).reduce(0, +)
      }
      + [
        scenario.advertisedFaults, scenario.rules.quorumRequired,
        outcomes.total, outcomes.unwarranted.total, outcomes.warranted.total,
      ]
      + [outcomes.unwarranted, outcomes.warranted].flatMap { row in
        [row.approved, row.rejected, row.undecided]
      }
    let values = result.cell.axes
    return [file.name, String(result.cell.number)]
      + axes(of: file).map { values[$0].value.plainText }
      + [scenario.mode.rawValue, String(scenario.seed)] + numbers.map(String.init)
      + result.ofProtocol.flatMap { $0.measurement.fields(of: $0.metric) }
  }
}
