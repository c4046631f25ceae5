import CSV
import Exactness
import Experiments
import JSON
import Metrics
import Scenarios
import Text

extension Summary {
  /// The summary for people, in lines of limited width.
  ///
  /// - Parameter known: The values known without simulation.
  public func text(columns width: Int, knowing known: AnalyticValues) -> String {
    let notes = known.notes.map { "\($0)\n" }.joined()
    return heading + "\n"
      + (table.rows.count == 1 ? list(known) : matrix(known, columns: width))
      + (notes.isEmpty ? "" : "\n" + notes)
      + (blocs.map { "\n" + $0.text(columns: width) } ?? "")
  }

  private var heading: String {
    let trials = distinct("trials").map { (Int($0) ?? 0).grouped }.joined(separator: ", ")
    let seeds = distinct("seed").joined(separator: ", ")
    return "\(file.name): \(trials) trials a cell, seed \(seeds), 95 % intervals\n"
  }

  private func distinct(_ name: String) -> [String] {
    (table.column(name) ?? []).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  // MARK: One cell

  /// A table with a line for each metric.
  private func list(_ known: AnalyticValues) -> String {
    let metrics = table.measured(Metric.ofProtocol)
    let texts = metrics.map { table.estimates(of: $0)[0] }
    let values = metrics.map { (metric: $0, value: self.known($0, known)[0]) }
    return TextTable(
      keys: [TextTable.Column(title: "metric", cells: metrics.map(\.rawValue), isNumeric: false)],
      columns: [
        TextTable.Column(title: "value", cells: texts.map(\.value), isNumeric: false),
        TextTable.Column(title: "interval", cells: texts.map(\.interval), isNumeric: false),
      ] + Self.columns(of: values, empty: "")
    ).text(columns: .max)
  }

  // MARK: Many cells

  /// A table with a row for each cell.
  private func matrix(_ known: AnalyticValues, columns width: Int) -> String {
    let axes = file.axes.map(\.name).compactMap { name in
      table.column(name).map {
        TextTable.Column(title: name, cells: $0.map(\.shortened), isNumeric: false)
      }
    }
    let cell = TextTable.Column(title: "cell", cells: table.column("cell") ?? [])
    let metrics = table.measured(Metric.ofProtocol).map { metric in
      let estimates = TextTable.Column(
        title: metric.rawValue,
        cells: table.estimates(of: metric).map { [$0.value, $0.interval].joined(separator: " ") },
        isNumeric: false)
      return TextTable.Column(
        joining: [estimates]
          + Self.columns(of: self.known(metric, known).map { (metric, $0) }, empty: "-"))
    }
    let keyWidth = (axes + [cell]).map { $0.width + 2 }.reduce(0, +)
    let widest = metrics.map { $0.width + 2 }.max() ?? 0
    if keyWidth + widest <= width {
      return TextTable(keys: [cell] + axes, columns: metrics).text(columns: width)
    }
    // Long axes have a table of their own, and the other tables only have the number of the cell.
    return TextTable(keys: [cell], columns: axes).text(columns: width) + "\n"
      + TextTable(keys: [cell], columns: metrics).text(columns: width)
  }

  // MARK: Known values

  /// The known values of a metric in each cell.
  private func known(_ metric: Metric, _ known: AnalyticValues) -> [AnalyticValues.Value] {
    let estimates = table.column(metric.rawValue) ?? []
    return estimates.indices.map { row in
      estimates[row].isEmpty
        ? .none
        : known.value(of: metric, inCell: row, estimate: Double(estimates[row]))
    }
  }

  /// The columns of values that are known in some cell.
  private static func columns(
    of values: [(metric: Metric, value: AnalyticValues.Value)], empty: String
  ) -> [TextTable.Column] {
    let columns = [
      ("exact", values.map { $0.value.exact?.brief }),
      ("worst", values.map { $0.value.worst?.text(of: $0.metric) }),
      ("gap", values.map { $0.value.gap?.brief }),
    ]
    return columns.filter { $0.1.contains { $0 != nil } }.map { title, texts in
      TextTable.Column(title: title, cells: texts.map { $0 ?? empty }, isNumeric: false)
    }
  }
}
