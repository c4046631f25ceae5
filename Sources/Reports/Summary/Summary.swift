import CSV
import Exactness
import Experiments
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

  /// The summary of the results of all cells of a scenario, with what is known of them without
  /// trials.
  public init(_ results: [CellResult], knowing known: AnalyticValues, of file: ScenarioFile) {
    self.file = file
    table = DataTable(
      header: Self.header(file),
      rows: zip(results, known.cells).map { Self.row($0, $1, of: file) })
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

  private static func header(_ file: ScenarioFile) -> [String] {
    CellColumn.ofCell.map(\.name) + axes(of: file).map { file.axes[$0].name }
      + CellColumn.ofScenario.map(\.name) + Metric.ofProtocol.flatMap(DataTable.columns)
      + DataTable.knownColumns
  }

  private static func row(
    _ result: CellResult, _ analysis: ExactAnalysis, of file: ScenarioFile
  ) -> [String] {
    CellColumn.ofCell.map { $0.value(result) }
      + axes(of: file).map { result.cell.axes[$0].value.plainText }
      + CellColumn.ofScenario.map { $0.value(result) }
      + result.ofProtocol.flatMap { $0.measurement.fields(of: $0.metric) }
      + DataTable.knownFields(of: analysis)
  }

  /// The axes with a column of their own; the others are columns already.
  private static func axes(of file: ScenarioFile) -> [Int] {
    file.axes(besides: CellColumn.ofScenario.map(\.name))
  }
}
