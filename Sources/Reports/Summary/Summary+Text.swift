import CSV
import Metrics
import Scenarios
import Text

extension Summary {
  /// The summary for people.
  ///
  /// - Parameter view: Which cells and columns of it are shown, and how.
  public func text(as view: TableView) -> String {
    let groups = table.measured(Metric.ofProtocol).map { metric in
      [MetricColumn(metric)] + (Metric.exact.contains(metric) ? MetricColumn.known(of: metric) : [])
    }
    var view = view
    // Each of two tables has half of the place.
    if let lines = view.linesMax, blocs != nil { view.linesMax = lines / 2 }
    let cells = CellTable(table, of: file, groups, as: view)
    let notes = cells.knownNotes.map { "\($0)\n" }.joined()
    let used = 2 + (notes.isEmpty ? 0 : 1 + cells.knownNotes.count)
    return heading + "\n" + cells.text(besides: used)
      + (notes.isEmpty ? "" : "\n" + notes)
      + (blocs.map { "\n" + $0.text(of: cells.rows, as: view) } ?? "")
  }

  private var heading: String {
    let trials = distinct("trials").map { (Int($0) ?? 0).grouped }.joined(separator: ", ")
    let seeds = distinct("seed").joined(separator: ", ")
    return "\(file.name): \(trials) trials a cell, seed \(seeds), 95 % intervals\n"
  }

  private func distinct(_ name: String) -> [String] {
    (table.column(name) ?? []).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}
