import Scenarios
import Text

/// A table with a row for each expectation on a cell.
struct EntryTable {
  private let report: CheckReport
  private let order: [Int]
  private let columns: [TextTable.Column]

  /// A table of the entries of a report in some order.
  ///
  /// - Parameter columns: What is told of the entries, with a cell for each in the report's order.
  init(_ report: CheckReport, order: [Int], _ columns: [TextTable.Column]) {
    self.report = report
    self.order = order
    self.columns = columns
  }

  /// The table, in as many lines as there may be besides others.
  func text(as view: TableView, besides used: Int) -> TonedText {
    let lines = view.linesMax.map { max(10, $0 - used) }
    let named = fit(isNumbered: false, view.width, lines)
    // Expectations that leave no place for their verdicts are told once, by numbers.
    let isNumbered =
      !named.left.isEmpty || named.table.blocks(columns: view.width).count > 1
    let legend = isNumbered ? self.legend : ""
    let place = lines.map { max(5, $0 - legend.count(where: \.isNewline)) }
    let shown = isNumbered ? fit(isNumbered: true, view.width, place) : named
    var text = TonedText(legend)
    text += shown.table.toned(columns: view.width)
    text += shown.remainder(columns.map { $0.titles[0] }, of: order.count, width: view.width)
    return text
  }

  private func fit(isNumbered: Bool, _ width: Int, _ lines: Int?) -> TableFit {
    let keys = keys(isNumbered: isNumbered)
    return TableFit(
      rows: order, inOrder: order, groupCount: columns.count, first: 0, width: width, lines: lines
    ) { rows, shown in
      TextTable(
        keys: keys.map { $0.keeping(rows) }, columns: shown.map { columns[$0].keeping(rows) }
      )
    }
  }

  /// The cells with the values of their axes, if there are several, and what is expected of them.
  private func keys(isNumbered: Bool) -> [TextTable.Column] {
    let entries = report.entries
    func column(_ title: String, _ text: (CheckReport.Entry) -> String) -> TextTable.Column {
      TextTable.Column(title: title, cells: entries.map(text), isNumeric: false)
    }
    let cell = TextTable.Column(title: "cell", cells: entries.map { String($0.cell.number) })
    let axes = report.file.axes.indices.map { axis in
      column(report.file.axes[axis].name) { $0.cell.axes[axis].value.shownText }
    }
    let claims = column("expectation") { isNumbered ? String($0.index + 1) : $0.claim }
    return (report.file.cells.count > 1 ? [cell] + axes : [])
      + (isNumbered && report.file.expectations.count == 1 ? [] : [claims])
  }

  /// The expectations by their numbers.
  private var legend: String {
    var claims = [String?](repeating: nil, count: report.file.expectations.count)
    for entry in report.entries where claims[entry.index] == nil {
      claims[entry.index] = entry.claim
    }
    return claims.enumerated().map { index, claim in
      claim.map { "  expectation \(index + 1): \($0)\n" } ?? ""
    }.joined() + "\n"
  }
}
