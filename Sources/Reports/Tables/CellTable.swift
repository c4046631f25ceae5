import CSV
import Metrics
import Scenarios
import Text

/// A table with a row for each cell of a scenario, as people want to see it.
struct CellTable {
  let file: ScenarioFile
  let view: TableView
  /// The columns; those of a group belong together.
  let groups: [[CellSeries]]
  /// The column by which cells are put in order.
  let order: CellSeries
  /// The cells that are shown, counted from 0.
  let rows: [Int]

  /// A view of a table.
  ///
  /// - Parameter groups: The columns unless the view names some; those of a group belong together.
  init(_ table: DataTable, of file: ScenarioFile, _ groups: [[MetricColumn]], as view: TableView) {
    let rows = file.cells.indices.filter { file.cells[$0].axes.meet(view.conditions) }
    let chosen = view.columns.isEmpty ? groups : view.columns.map { [$0] }
    self.file = file
    self.view = view
    self.rows = rows
    self.groups = chosen.map { group in
      let series = group.map { CellSeries($0, table, of: file) }
      return view.columns.isEmpty ? Self.worthShowing(series, in: rows) : series
    }.filter { !$0.isEmpty }
    order = CellSeries(Self.order(of: file, view, groups), table, of: file)
  }

  /// The columns of a group that say something.
  private static func worthShowing(_ group: [CellSeries], in rows: [Int]) -> [CellSeries] {
    group.filter { series in
      guard series.isKnown(in: rows) else { return false }
      guard series.column.value == .worstCounted else { return true }
      let worst = group.first { $0.column.value == .worst }
      return worst.map { worst in rows.contains { worst.texts[$0] != series.texts[$0] } } ?? true
    }
  }

  /// The value by which the worst cells come first: what the view says, or what is expected, or
  /// else the harm.
  private static func order(
    of file: ScenarioFile, _ view: TableView, _ groups: [[MetricColumn]]
  ) -> MetricColumn {
    let values = groups.flatMap(\.self)
    func shown(_ column: MetricColumn) -> MetricColumn? {
      values.contains(column) ? column : values.first { $0.metric == column.metric }
    }
    let expected = file.expectations.compactMap(\.metricClaim).lazy
      .compactMap { shown(MetricColumn($0.metric, $0.value)) }.first
    return view.order ?? view.columns.first ?? expected
      ?? shown(MetricColumn(.expectedHarm)) ?? values[0]
  }

  /// The table in lines of limited width.
  ///
  /// - Parameter used: The number of lines that are printed around it.
  func text(besides used: Int) -> String {
    let lines = view.linesMax.map { max(10, $0 - used) }
    var text = text(lines: lines)
    guard let lines else { return text }
    // Long names take lines of their own, and fewer rows may mean other names.
    var place = lines
    for _ in 0..<4 {
      let excess = text.count(where: \.isNewline) - lines
      guard excess > 0 else { break }
      place -= excess
      text = self.text(lines: place)
    }
    return text
  }

  private func text(lines: Int?) -> String {
    if let pivot = view.pivot { return text(of: pivot, lines: lines) }
    return rows.count == 1 ? constantAxes + list(of: groups, inRow: rows[0]) : matrix(lines: lines)
  }

  // MARK: One cell

  /// A line for each metric of a cell.
  private func list(of groups: [[CellSeries]], inRow row: Int) -> String {
    func known(_ value: MetricClaim.Value) -> [String] {
      groups.map { group in
        group.first { $0.column.value == value && $0.numbers[row] != nil }?.texts[row] ?? ""
      }
    }
    let estimates = groups.map { group -> [String] in
      guard let series = group.first(where: { $0.column.value == .estimate }) else { return [] }
      return series.texts[row].split(separator: " ", maxSplits: 1).map(String.init)
    }
    func gaps(_ better: MetricClaim.Value, _ worse: MetricClaim.Value) -> [String] {
      groups.map { Self.gap($0, row, from: better, to: worse)?.brief ?? "" }
    }
    let isSplit = groups.joined().contains { $0.column.value == .causal }
    let columns = [
      ("value", estimates.map { $0.first ?? "" }),
      ("interval", estimates.map { $0.count > 1 ? $0[1] : "" }),
      ("exact", known(.exact)), ("causal", known(.causal)), ("worst", known(.worst)),
      ("worst_counted", known(.worstCounted)),
      ("gap", isSplit ? [] : gaps(.exact, .worst)),
      ("gap_of_strategy", isSplit ? gaps(.exact, .causal) : []),
      ("gap_of_foresight", isSplit ? gaps(.causal, .worst) : []),
    ].filter { $0.1.contains { !$0.isEmpty } }
    return TextTable(
      keys: [
        TextTable.Column(
          title: "metric", cells: groups.map { $0[0].column.metric.rawValue }, isNumeric: false)
      ],
      columns: columns.map { TextTable.Column(title: $0.0, cells: $0.1, isNumeric: false) }
    ).text(columns: view.width)
  }

  /// How much worse one value of a metric is than another; an unknown exact value is estimated.
  private static func gap(
    _ group: [CellSeries], _ row: Int, from better: MetricClaim.Value, to worse: MetricClaim.Value
  ) -> Double? {
    func number(_ value: MetricClaim.Value) -> Double? {
      group.first { $0.column.value == value }.flatMap { $0.numbers[row] }
    }
    guard let worst = number(worse),
      let actual = number(better) ?? (better == .exact ? number(.estimate) : nil)
    else { return nil }
    // An estimate may be slightly beyond the worst case.
    return max(0, group[0].column.metric.worsening == .falling ? actual - worst : worst - actual)
  }

  // MARK: A row a cell

  private func matrix(lines: Int?) -> String {
    let constant = groups.filter { $0.allSatisfy { $0.isConstant(in: rows) } }
    let varying = groups.filter { group in !group.allSatisfy { $0.isConstant(in: rows) } }
    var shared = constantAxes
    if !constant.isEmpty {
      shared += "  the same in every row:\n" + list(of: constant, inRow: rows[0]) + "\n"
    }
    if varying.isEmpty { return shared + axesTable(rows) }
    let budget = lines.map { $0 - shared.count(where: \.isNewline) }
    let inOrder = inOrder
    let fit = TableFit(
      rows: view.order == nil ? rows : inOrder, inOrder: inOrder, groupCount: varying.count,
      first: varying.firstIndex { $0[0].column.metric == order.column.metric },
      width: view.width, lines: budget
    ) { rows, groups in table(of: rows, groups.map { varying[$0] }) }
    let left = fit.left.map { varying[$0][0].column.name }
    guard fit.table.narrow.isWithin(view.width) else {
      return shared + stack(view.order == nil ? rows : inOrder, varying, lines: budget)
    }
    return shared + fit.table.text(columns: view.width)
      + remainder(rowCount: fit.rows.count, left: left)
  }

  /// The cells, the worst first.
  private var inOrder: [Int] {
    rows.enumerated().sorted { one, other in
      let (before, after) = (order.numbers[one.element], order.numbers[other.element])
      if order.isWorse(before, than: after) { return true }
      return !order.isWorse(after, than: before) && one.offset < other.offset
    }.map(\.element)
  }

  /// The axes that have several values in the cells.
  var varyingAxes: [Int] { file.varyingAxes(in: rows) }

  /// A line for each axis with the same value in all cells.
  private var constantAxes: String {
    let varying = varyingAxes
    let axes = file.axes.indices.filter { !varying.contains($0) }
    let lines = axes.map { axis in
      "  \(file.axes[axis].name.shown) = \(file.cells[rows[0]].axes[axis].value.shownText)\n"
    }
    return lines.isEmpty ? "" : lines.joined() + "\n"
  }

  /// A list for each cell, where the values of the axes are too long for a table.
  private func stack(_ rows: [Int], _ groups: [[CellSeries]], lines: Int?) -> String {
    var text = ""
    var lineCount = 0
    for (index, row) in rows.enumerated() {
      let axes = varyingAxes.map { axis in
        "  \(file.axes[axis].name.shown) = \(file.cells[row].axes[axis].value.shownText)\n"
      }
      let block =
        (index > 0 ? "\n" : "") + "cell \(file.cells[row].number)\n" + axes.joined()
        + list(of: groups, inRow: row)
      let count = block.count(where: \.isNewline)
      if let lines, index > 0 && lineCount + count > lines {
        return text + remainder(rowCount: index, left: [])
      }
      text += block
      lineCount += count
    }
    return text
  }

  private func axisColumns(_ rows: [Int]) -> [TextTable.Column] {
    varyingAxes.map { axis in
      TextTable.Column(
        title: file.axes[axis].name, cells: rows.map { file.cells[$0].axes[axis].value.shownText },
        isNumeric: false)
    }
  }

  private func cellColumn(_ rows: [Int]) -> TextTable.Column {
    TextTable.Column(title: "cell", cells: rows.map { String(file.cells[$0].number) })
  }

  private func axesTable(_ rows: [Int]) -> String {
    TextTable(keys: [cellColumn(rows)], columns: axisColumns(rows)).text(columns: view.width)
  }

  private func table(of rows: [Int], _ groups: [[CellSeries]]) -> TextTable {
    TextTable(
      keys: [cellColumn(rows)] + axisColumns(rows),
      groups: groups.map { group in
        group.map { series in
          TextTable.Column(
            title: series.column == group[0].column
              ? series.column.name : series.column.value.rawValue,
            cells: rows.map { series.texts[$0] }, isNumeric: false)
        }
      })
  }

  /// What is left out, and how to see it.
  private func remainder(rowCount: Int, left: [String]) -> String {
    var parts: [String] = []
    if rowCount < rows.count {
      parts.append(
        "\((rows.count - rowCount).grouped) of \(rows.count.grouped) rows (shown are the worst by "
          + "\(order.column.name))")
    }
    if !left.isEmpty { parts.append(left.joined(separator: ", ")) }
    if parts.isEmpty { return "" }
    let axes = varyingAxes.map { file.axes[$0].name.shown }
    let matrix = "--pivot \(axes.prefix(2).joined(separator: ",")) makes a matrix"
    return "\n" + wrapped("left out: " + parts.joined(separator: "; "))
      + wrapped(
        "--all shows all; --where AXIS=VALUE, --metrics M,… and --sort M choose"
          + (axes.isEmpty ? "" : "; " + matrix))
  }

  func wrapped(_ text: String) -> String {
    TextLayout(columns: view.width).lines(text, indent: 0, continuationIndent: 2)
  }
}
