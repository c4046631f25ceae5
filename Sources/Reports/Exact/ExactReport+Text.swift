import CSV
import Exactness
import Experiments
import Metrics
import Scenarios
import Text

extension ExactReport {
  /// The report for people: a table, and the reasons for missing values.
  ///
  /// - Parameter view: Which cells and columns are shown, and how.
  public func text(as view: TableView) -> String {
    let groups = Metric.exact.map { MetricColumn.knownByAnalysis(of: $0) }
    let cells = CellTable(table, of: file, groups, as: view)
    let reasons =
      reasons(in: cells.rows, besides: view) + mistakes(in: cells.rows, besides: view)
    let used = 2 + reasons.count(where: \.isNewline)
    let heading = file.cells.count > 1 ? ": \(cells.rows.count.counting("cell"))\n" : ""
    let text = cells.groups.isEmpty ? "" : cells.text(besides: used)
    let isApart = file.cells.count > 1 && !text.isEmpty && !reasons.isEmpty
    return "\(file.name)\(heading)\n" + text + (isApart ? "\n" : "") + reasons
  }

  /// Why values are missing or only bounds, each reason with the cells that have it.
  private func reasons(in cells: [Int], besides view: TableView) -> String {
    func list(_ title: String, _ reasons: (ExactAnalysis) -> [String]) -> String {
      let all = cells.flatMap { cell in reasons(analyses[cell]).map { (reason: $0, cell: cell) } }
      // order-free: reasons are listed in the order in which they come up.
      let ofReason = Dictionary(grouping: all, by: \.reason)
      let distinct = all.map(\.reason).reduce(into: [String]()) {
        if !$0.contains($1) { $0.append($1) }
      }
      let lines = distinct.map { reason in
        let owners = (ofReason[reason] ?? []).map(\.cell)
        let place = owners.count == analyses.count ? "" : " (\(cellNames(owners)))"
        return TextLayout(columns: view.width)
          .lines(reason + place, indent: 4, continuationIndent: 6)
      }
      return lines.isEmpty ? "" : "  \(title)\n" + lines.joined()
    }
    return list("no exact value, because") { $0.obstacles }
      + list("no worst case, because") { $0.worstObstacles }
      + list("no causal adversary, because") { analysis in
        analysis.worstObstacles.isEmpty ? analysis.causalObstacles : []
      }
      + list("a bound, which perhaps no attack reaches, because") { analysis in
        let hasBound = Metric.exact.contains { analysis.worst(of: $0)?.kind == .bound }
        return hasBound ? analysis.shortfalls : []
      }
  }

  /// What the strategies of a single cell do wrong, compared with the best policy.
  private func mistakes(in cells: [Int], besides view: TableView) -> String {
    guard cells.count == 1 else { return "" }
    let values = lines(ofCell: cells[0])
    let lines = analyses[cells[0]].mistakes.compactMap {
      metric, mistake -> String? in
      guard let gap = values.first(where: { $0.metric == metric })?.gapOfStrategy else {
        return nil
      }
      return TextLayout(columns: view.width).lines(
        "\(metric.rawValue): \(mistake.words): \(mistake.loss.brief) of the gap of \(gap.brief)",
        indent: 4, continuationIndent: 6)
    }
    return lines.isEmpty
      ? ""
      : "  what the strategies get wrong most, with honest votes as approve:reject\n"
        + lines.joined()
  }

  /// Some cells, counted from 0, by their numbers: `cells 1-3, 7 and 12 more`.
  private func cellNames(_ cells: [Int]) -> String {
    let rangesMax = 5
    let ranges = cells.map { $0 + 1 }.runs
    let names = ranges.prefix(rangesMax).map { range in
      range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound)-\(range.upperBound)"
    }
    let rest = ranges.dropFirst(rangesMax).reduce(0) { $0 + $1.count }
    return (cells.count == 1 ? "cell " : "cells ")
      + (names + (rest > 0 ? ["\(rest) more"] : [])).joined(separator: ", ")
  }
}
