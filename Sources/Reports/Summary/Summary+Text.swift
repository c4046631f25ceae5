import JSON
import Scenarios

extension Summary {
  /// The summary for people, in lines of at most so many columns.
  public func text(columns width: Int) -> String {
    heading + "\n" + (table.rows.count == 1 ? list : matrix(columns: width))
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

  /// A line a metric.
  private var list: String {
    let metrics = measuredMetrics
    let texts = metrics.map { cells(of: $0)[0] }
    return TextTable(
      keys: [TextTable.Column(title: "metric", cells: metrics.map(\.rawValue), isNumeric: false)],
      columns: [
        TextTable.Column(title: "value", cells: texts.map(\.value), isNumeric: false),
        TextTable.Column(title: "interval", cells: texts.map(\.interval), isNumeric: false),
      ]
    ).text(columns: .max)
  }

  // MARK: Many cells

  /// A row a cell.
  private func matrix(columns width: Int) -> String {
    let axes = file.axes.map(\.path).compactMap { path in
      table.column(path).map { TextTable.Column(title: path, cells: $0, isNumeric: false) }
    }
    let cell = TextTable.Column(title: "cell", cells: table.column("cell") ?? [])
    let metrics = measuredMetrics.map { metric in
      TextTable.Column(
        title: metric.rawValue,
        cells: cells(of: metric).map { [$0.value, $0.interval].joined(separator: " ") },
        isNumeric: false)
    }
    let keyWidth = (axes + [cell]).map { $0.width + 2 }.reduce(0, +)
    let widest = metrics.map { $0.width + 2 }.max() ?? 0
    if keyWidth + widest <= width {
      return TextTable(keys: [cell] + axes, columns: metrics).text(columns: width)
    }
    // Long axes get a table of their own, and the others only the number of the cell.
    return TextTable(keys: [cell], columns: axes).text(columns: width) + "\n"
      + TextTable(keys: [cell], columns: metrics).text(columns: width)
  }

  // MARK: Metrics

  /// The metrics that are defined in some cell.
  private var measuredMetrics: [Metric] {
    Self.metrics.filter { metric in
      (table.column(metric.rawValue) ?? []).contains { !$0.isEmpty }
    }
  }

  /// What a metric came to in each cell.
  private func cells(of metric: Metric) -> [(value: String, interval: String)] {
    let values = table.column(metric.rawValue) ?? []
    let lows = table.column(metric.rawValue + "_low")
    let highs = table.column(metric.rawValue + "_high")
    return values.indices.map { row in
      guard !values[row].isEmpty else { return ("-", "") }
      guard let lows, let highs else { return ((Int(values[row]) ?? 0).grouped, "") }
      let high = highs[row].isEmpty ? "∞" : Self.brief(highs[row])
      return (Self.brief(values[row]), "[\(Self.brief(lows[row])), \(high)]")
    }
  }

  private static func brief(_ text: String) -> String { Double(text)?.brief ?? "-" }
}
