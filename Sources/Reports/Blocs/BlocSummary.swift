import CSV
import Detection
import Experiments
import JSON
import Metrics
import Scenarios
import Text

/// The results of the detectors of a scenario: the contents of `blocs.csv`, and a table for people.
public struct BlocSummary: Sendable {
  /// The table, with a row for each cell and detector.
  public let table: DataTable
  /// The scenario.
  private let file: ScenarioFile

  /// The summary of some results of a scenario; nil if it lists no detectors.
  init?(_ results: [CellResult], of file: ScenarioFile) {
    guard Self.isDue(for: file) else { return nil }
    self.file = file
    table = DataTable(
      header: Self.header(file), rows: results.flatMap { Self.rows(of: $0, in: file) })
  }

  /// Reads a summary of a scenario as it was written; nil for any other text.
  init?(csv text: [UInt8], of file: ScenarioFile) {
    guard let table = DataTable(csv: text), table.header == Self.header(file) else { return nil }
    self.file = file
    self.table = table
  }

  /// Whether a scenario has such a summary, because it lists detectors.
  public static func isDue(for file: ScenarioFile) -> Bool {
    !file.cells[0].scenario.detectors.isEmpty
  }

  /// The columns between those of the axes and the metrics.
  static let columns = [
    (name: "detector", meaning: "The method that finds blocs."),
    (name: "threshold", meaning: "The value of its parameter."),
    (name: "trials", meaning: "The number of trials."),
  ]

  private static func axes(of file: ScenarioFile) -> [Int] {
    file.axes(besides: columns.map(\.name))
  }

  private static func header(_ file: ScenarioFile) -> [String] {
    CellColumn.ofCell.map(\.name) + axes(of: file).map { file.axes[$0].name }
      + columns.map(\.name) + Metric.ofDetectors.flatMap(DataTable.columns)
  }

  private static func rows(of result: CellResult, in file: ScenarioFile) -> [[String]] {
    let values = result.cell.axes
    let start =
      [file.name, String(result.cell.number)] + axes(of: file).map { values[$0].value.plainText }
    return result.cell.scenario.detectors.enumerated().map { index, detector in
      start
        + [detector.method.name, detector.value.shortest, String(result.counts.trials)]
        + result.ofDetectors[index].flatMap { $0.measurement.fields(of: $0.metric) }
    }
  }
}

extension BlocSummary {
  /// The summary of some cells, counted from 0, for people.
  func text(of cells: [Int], as view: TableView) -> String {
    let detectorCount = file.cells[0].scenario.detectors.count
    let all = cells.flatMap { $0 * detectorCount..<($0 + 1) * detectorCount }
    let names = names
    func column(_ title: String, _ rows: [Int], _ text: (Int) -> String) -> TextTable.Column {
      TextTable.Column(title: title, cells: rows.map(text), isNumeric: false)
    }
    let axes = file.varyingAxes(in: cells)
    let metrics = table.measured(Metric.ofDetectors)
    let estimates = metrics.map { table.estimates(of: $0) }
    let fit = TableFit(
      rows: all, inOrder: all, groupCount: metrics.count, first: nil, width: view.width,
      lines: view.linesMax
    ) { rows, shown in
      let cell = TextTable.Column(title: "cell", cells: rows.map { "\($0 / detectorCount + 1)" })
      let values = axes.map { axis in
        column(file.axes[axis].name, rows) {
          file.cells[$0 / detectorCount].axes[axis].value.shownText
        }
      }
      return TextTable(
        keys: (cells.count > 1 ? [cell] : []) + values + [column("detector", rows) { names[$0] }],
        columns: shown.map { metric in
          column(metrics[metric].rawValue, rows) { row in
            [estimates[metric][row].value, estimates[metric][row].interval].joined(separator: " ")
          }
        })
    }
    return fit.table.text(columns: view.width)
      + fit.remainder(metrics.map(\.rawValue), of: all.count, width: view.width)
  }

  /// The names of the methods, with the parameter if a method is listed more than once.
  private var names: [String] {
    let methods = file.cells[0].scenario.detectors.map(\.method.name)
    return zip(table.column("detector") ?? [], table.column("threshold") ?? []).map { name, value in
      methods.count { $0 == name } > 1 ? "\(name) \(value)" : name
    }
  }

  /// The results of the detectors of a cell, counted from 0, as objects.
  func json(ofCell cell: Int) -> JSONValue {
    let count = file.cells[0].scenario.detectors.count
    return .array(
      (cell * count..<(cell + 1) * count).map { row in
        .object(
          JSONObject(
            table.members(ofRow: row).filter { member in
              member.key == "detector" || member.key == "threshold"
                || Metric(rawValue: member.key) != nil
            }))
      })
  }
}
