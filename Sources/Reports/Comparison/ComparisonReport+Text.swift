import Experiments
import JSON
import Metrics
import Scenarios
import Statistics
import Text

extension ComparisonReport {
  /// The report for people: a table for each cell with changes, and one line for the rest.
  ///
  /// - Parameter view: The width, and the number of lines; cells that got worse come first.
  public func text(as view: TableView) -> TonedText {
    let changed = comparison.cells.pairs.filter { cell in
      comparison.changes.contains { $0.cell == cell }
    }
    let isWorse = changed.map { cell in
      comparison.changes.contains { $0.cell == cell && $0.isWorse == true }
    }
    let inOrder = changed.indices.filter { isWorse[$0] } + changed.indices.filter { !isWorse[$0] }
    let titles = Self.title("base", base) + Self.title("new ", new) + "\n"
    let end = ([closing] + remarks).joined()
    var text = TonedText(titles)
    var lineCount = (titles + end).count(where: \.isNewline) + 2
    for (place, index) in inOrder.enumerated() {
      guard let block = block(ofCell: changed[index], columns: view.width) else { continue }
      lineCount += 1 + block.plain.count(where: \.isNewline)
      if let linesMax = view.linesMax, place > 0 && lineCount > linesMax {
        let rest = (inOrder.count - place).counting("more cell")
        text += "left out: \(rest) with changes; --all shows all\n\n"
        break
      }
      text += block
      text += "\n"
    }
    text += end
    return text
  }

  /// What got worse of some metrics, for people who want to see nothing else; empty if nothing did.
  public func regressions(of metrics: [Metric], as view: TableView) -> TonedText {
    func isMeant(_ change: Comparison.Change) -> Bool {
      change.isWorse == true && metrics.contains(change.metric)
    }
    return comparison.cells.pairs.compactMap { cell -> TonedText? in
      let changes = comparison.changes.filter { $0.cell == cell && isMeant($0) }
      return changes.isEmpty ? nil : block(of: changes, inCell: cell, columns: view.width)
    }.joined(separator: "\n")
  }

  private static func title(_ role: String, _ side: Side) -> String {
    let trials = distinct(side.file.cells.map { $0.scenario.trials.grouped })
    let seeds = distinct(side.file.cells.map { String($0.scenario.seed) })
    return "\(role)  \(side.source.shown): \(trials) trials a cell, seed \(seeds)\n"
      + side.changes.map { "      \($0.shown)\n" }.joined()
  }

  private static func distinct(_ texts: [String]) -> String {
    texts.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
      .joined(separator: ", ")
  }

  // MARK: Changes

  private func block(ofCell cell: (base: Int, new: Int), columns width: Int) -> TonedText? {
    let changes = comparison.changes.filter { $0.cell == cell }
    return changes.isEmpty ? nil : block(of: changes, inCell: cell, columns: width)
  }

  private func block(
    of changes: [Comparison.Change], inCell cell: (base: Int, new: Int), columns width: Int
  ) -> TonedText {
    [TonedText(heading(ofCell: cell)), Self.table(of: changes).toned(columns: width)].joined()
  }

  private func heading(ofCell cell: (base: Int, new: Int)) -> String {
    let axes = base.file.cells[cell.base].axes
    guard base.file.cells.count > 1 || !axes.isEmpty else { return "" }
    let other = cell.new == cell.base ? "" : ", cell \(cell.new + 1) of the new result"
    let newAxes = new.file.cells[cell.new].axes
    return "cell \(cell.base + 1)\(other)\n"
      + axes.map { axis in
        let value = newAxes.first { $0.axis.hasSameCodePoints(as: axis.axis) }?.value
        let change = value.map { $0 == axis.value ? "" : ", \($0.shownText) in the new result" }
        return "  \(axis.axis) = \(axis.value.shownText)\(change ?? "")\n"
      }.joined()
  }

  private static func table(of changes: [Comparison.Change]) -> TextTable {
    func column(_ title: String, _ text: (Comparison.Change) -> String) -> TextTable.Column {
      TextTable.Column(title: title, cells: changes.map(text), isNumeric: false)
    }
    return TextTable(
      keys: [column("metric") { $0.metric.rawValue }],
      columns: [
        column("base") { value($0.base, of: $0.metric) },
        column("new") { value($0.new, of: $0.metric) },
        column("change") { change in
          let (low, high) = (change.difference.low, change.difference.high)
          return "\(change.difference.value.brief) [\(low.brief), \(high.brief)]"
        },
        TextTable.Column(
          title: "", cells: changes.map { verdict(on: $0) ?? "" },
          tones: changes.map { change in change.isWorse.map { $0 ? .bad : .good } },
          isNumeric: false),
      ])
  }

  private static func value(_ value: Double, of metric: Metric) -> String {
    metric.isCount ? Int(value).grouped : value.brief
  }

  // MARK: The rest

  private var closing: String {
    let (changed, all) = (comparison.changes.count, comparison.testCount)
    let cells = comparison.cells.pairs.count
    return "\(all) metrics in \(cells == 1 ? "1 cell" : "\(cells) cells") compared: "
      + "\(changed) changed, \(all - changed) unchanged "
      + "(\((comparison.confidence * 100).brief) %, Holm)\n"
  }

  private var remarks: [String] {
    let pairs = comparison.cells.pairs.map {
      (base.file.cells[$0.base].scenario, new.file.cells[$0.new].scenario)
    }
    var remarks = comparison.gaps.map { gap in
      "\(gap.metric.rawValue) of cell \(gap.cell.base + 1) is defined only in the "
        + "\(gap.isInBase ? "base" : "new result")\n"
    }
    if pairs.contains(where: { $0.0.trials != $0.1.trials }) {
      remarks.append("trials that only one of the two results has are left out\n")
    }
    if pairs.contains(where: { $0.0.seed != $0.1.seed }) {
      remarks.append(
        "the seeds differ, so trials share no random draws, and small changes may not show\n")
    }
    return remarks + comparison.cells.onlyBase.map { Self.lonely($0, "base", base) }
      + comparison.cells.onlyNew.map { Self.lonely($0, "new result", new) }
  }

  private static func lonely(_ cell: Int, _ role: String, _ side: Side) -> String {
    let values = side.file.cells[cell].axes.shownText
    let place = values.isEmpty ? "" : ": \(values)"
    return "cell \(cell + 1) is only in the \(role)\(place)\n"
  }
}
