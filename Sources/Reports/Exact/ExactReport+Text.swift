import Exactness
import Experiments
import Metrics
import Scenarios
import Text

extension ExactReport {
  /// The report for people: a table for each cell, and the reasons for missing values.
  public var text: String {
    analyses.indices.map(text(ofCell:)).joined(separator: "\n")
  }

  private func text(ofCell index: Int) -> String {
    let analysis = analyses[index]
    var blocks = [heading(ofCell: index)]
    let lines = lines(ofCell: index).filter {
      $0.exact != nil || $0.worst != nil || $0.worstCounted != nil
    }
    if !lines.isEmpty { blocks.append(Self.table(lines)) }
    if !analysis.obstacles.isEmpty {
      blocks.append(Self.list("no exact value, because", analysis.obstacles))
    }
    if !analysis.worstObstacles.isEmpty {
      blocks.append(Self.list("no worst case, because", analysis.worstObstacles))
    }
    if lines.contains(where: { $0.worst?.kind == .bound }) {
      blocks.append(
        Self.list("a bound, which perhaps no attack reaches, because", analysis.shortfalls))
    }
    return blocks.joined()
  }

  private func heading(ofCell index: Int) -> String {
    guard analyses.count > 1 else { return "\(file.name)\n" }
    let values = file.cells[index].axes.map { "  \($0.axis) = \($0.value.shownText)\n" }
    return "\(file.name), cell \(index + 1) of \(analyses.count)\n" + values.joined()
  }

  private static func table(_ lines: [Line]) -> String {
    func column(_ title: String, _ values: [String]) -> TextTable.Column {
      TextTable.Column(title: title, cells: values, isNumeric: false)
    }
    return TextTable(
      keys: [column("metric", lines.map(\.metric.rawValue))],
      columns: [
        column("exact", lines.map { $0.exact?.shortest ?? "-" }),
        column("all counted", lines.map { $0.worstCounted?.text(of: $0.metric) ?? "-" }),
        column("worst", lines.map { $0.worst?.text(of: $0.metric) ?? "-" }),
        column("gap", lines.map { $0.gap?.brief ?? "-" }),
      ]
    ).text(columns: .max)
  }

  private static func list(_ title: String, _ reasons: [String]) -> String {
    "  \(title)\n" + reasons.map { "    \($0)\n" }.joined()
  }
}
