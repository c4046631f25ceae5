import JSON
import Metrics
import Scenarios
import Text

extension CellTable {
  /// A matrix over one axis or two, each entry of which stands for several cells.
  func text(of pivot: TableView.Pivot, lines: Int?) -> String {
    guard let row = file.axis(named: pivot.row) else { return "" }
    guard let name = pivot.column, let column = file.axis(named: name) else {
      return text(ofRows: row, lines: lines)
    }
    let series = view.columns.isEmpty ? [order] : groups.flatMap(\.self)
    return series.map { matrix($0, rows: row, columns: column, lines: lines) }
      .joined(separator: "\n")
  }

  /// The values of an axis in the shown cells, each with its cells.
  private func parts(ofAxis axis: Int, in rows: [Int]) -> [(title: String, rows: [Int])] {
    // order-free: the dictionary is only asked.
    let cellsByValue = Dictionary(grouping: rows) { file.cells[$0].axes[axis].value.text() }
    return file.axes[axis].values.compactMap { value in
      cellsByValue[value.text()].map { (value.shownText, $0) }
    }
  }

  /// The axes over which an entry is the worst or the mean.
  private func others(than axes: [Int]) -> [Int] {
    varyingAxes.filter { !axes.contains($0) }
  }

  private func names(_ axes: [Int]) -> String {
    axes.map { file.axes[$0].name.shown }.joined(separator: ", ")
  }

  /// What an entry stands for, in words.
  private func meaning(_ cells: Int, over axes: [Int]) -> String {
    if axes.isEmpty { return "" }
    let kind =
      switch view.over {
      case .worst: "the worst"
      case .mean: "the mean"
      }
    return ", \(kind) of \(cells.counting("cell")) over \(names(axes))"
  }

  // MARK: Two axes

  private func matrix(
    _ series: CellSeries, rows rowAxis: Int, columns columnAxis: Int, lines: Int?
  ) -> String {
    let lineParts = parts(ofAxis: rowAxis, in: rows)
    let titles = parts(ofAxis: columnAxis, in: rows).map(\.title)
    let entries = lineParts.map { line in
      parts(ofAxis: columnAxis, in: line.rows).map { entry(series, $0.rows) }
    }
    let axes = others(than: [rowAxis, columnAxis])
    let cells = rows.count / max(1, lineParts.count * titles.count)
    let columns = titles.indices.map { column in
      TextTable.Column(
        title: titles[column] + " ",
        cells: entries.map { line in
          line[column].text + (line[column].isWorst(of: line, by: series) ? "*" : " ")
        })
    }
    let all = entries.flatMap(\.self)
    let notes =
      (all.contains { $0.isPartial } ? ["? some of its cells have no such value"] : [])
      + (all.compactMap(\.reach).max().map { ["no value has an interval wider than ± \($0.brief)"] }
        ?? [])
    return wrapped(
      "\(series.column.name)\(meaning(cells, over: axes)); a column for each "
        + "\(file.axes[columnAxis].name.shown); * is the worst of its row")
      + "\n"
      + fitted(
        key: (file.axes[rowAxis].name, lineParts.map(\.title)), columns.map { [$0] }, titles,
        first: nil, lines: lines)
      + (notes.isEmpty ? "" : "\n" + notes.map { "\($0)\n" }.joined())
  }

  /// What stands for some cells.
  private struct Entry {
    var text: String
    let number: Double?
    /// Half the width of the interval, if it is one of a single cell.
    let reach: Double?
    /// Whether the value of some cell is not known.
    var isPartial = false

    /// Whether no other entry looks worse.
    func isWorst(of entries: [Entry], by series: CellSeries) -> Bool {
      guard number != nil else { return false }
      return entries.allSatisfy { !series.isWorse($0.number, than: number) || $0.text == text }
    }
  }

  private func entry(_ series: CellSeries, _ cells: [Int]) -> Entry {
    var entry = completeEntry(series, cells)
    let known = cells.count { series.numbers[$0] != nil }
    // A metric may be undefined in a cell; a value that is only not known could be worse.
    if series.column.value != .estimate && (1..<cells.count).contains(known) {
      entry.isPartial = true
      entry.text += "?"
    }
    return entry
  }

  private func completeEntry(_ series: CellSeries, _ cells: [Int]) -> Entry {
    switch view.over {
    case .worst:
      guard let worst = series.worst(of: cells) else {
        return Entry(text: "-", number: nil, reach: nil)
      }
      // The interval is told once for all entries.
      let text = series.texts[worst].split(separator: " [").first.map(String.init) ?? ""
      return Entry(text: text, number: series.numbers[worst], reach: series.reach[worst])
    case .mean:
      let mean = series.mean(of: cells)
      return Entry(text: mean?.brief ?? "-", number: mean, reach: nil)
    }
  }

  // MARK: One axis

  /// A row for each value of an axis, with each metric and where it is the worst.
  private func text(ofRows axis: Int, lines: Int?) -> String {
    let parts = parts(ofAxis: axis, in: rows)
    let axes = others(than: [axis])
    let all = view.columns.isEmpty ? groups.map { $0[0] } : groups.flatMap(\.self)
    let varying = view.columns.isEmpty ? all.filter { !$0.isConstant(in: rows) } : all
    let shown = varying.isEmpty ? all : varying
    let columns = shown.map { series -> [TextTable.Column] in
      func column(_ title: String, _ text: (Int) -> String) -> TextTable.Column {
        let worst = parts.map { series.worst(of: $0.rows) }
        let cells = worst.map { $0.map(text) ?? "-" }
        return TextTable.Column(title: title, cells: cells, isNumeric: false)
      }
      switch view.over {
      case .worst:
        let values = column(series.column.name) { series.texts[$0] }
        let places = column("where") { cell in
          axes.map { file.cells[cell].axes[$0].value.shownText }.joined(separator: ", ")
        }
        return axes.isEmpty ? [values] : [values, places]
      case .mean:
        return [
          TextTable.Column(
            title: series.column.name,
            cells: parts.map { series.mean(of: $0.rows)?.brief ?? "-" }, isNumeric: false)
        ]
      }
    }
    let names = shown.map(\.column.name)
    let meaning = meaning(rows.count / max(1, parts.count), over: axes)
    return wrapped("a row for each \(file.axes[axis].name.shown)\(meaning)") + "\n"
      + fitted(
        key: (file.axes[axis].name, parts.map(\.title)), columns, names,
        first: names.firstIndex(of: order.column.name), lines: lines)
  }

  /// As much of a table as there is place for, and how to see the rest.
  private func fitted(
    key: (title: String, cells: [String]), _ groups: [[TextTable.Column]], _ names: [String],
    first: Int?, lines: Int?
  ) -> String {
    let all = Array(key.cells.indices)
    let fit = TableFit(
      rows: all, inOrder: all, groupCount: groups.count, first: first, width: view.width,
      lines: lines
    ) { rows, shown in
      TextTable(
        keys: [
          TextTable.Column(
            title: key.title, cells: rows.map { key.cells[$0] }, isNumeric: false)
        ],
        groups: shown.map { groups[$0].map { $0.keeping(rows) } })
    }
    return fit.table.text(columns: view.width)
      + fit.remainder(names, of: all.count, width: view.width)
  }
}
