import Text

/// The rows and columns of a table that fit into a number of lines.
struct TableFit {
  /// The rows, in the order in which they are shown.
  let rows: [Int]
  /// The groups of columns that are left out, counted from 0.
  let left: [Int]
  /// The table.
  let table: TextTable

  /// The fewest rows to be shown if there are more; columns are left out first.
  private static let rowsMin = 12
  /// The lines that say what is left out, as many as there are mostly.
  private static let remainderLineCount = 4

  /// As many rows and columns as there is place for; all rows in their own order if they fit.
  ///
  /// - Parameters:
  ///   - inOrder: The same rows, the most important ones first.
  ///   - groupCount: The number of groups of columns.
  ///   - first: The group that is left out last.
  ///   - lines: The number of lines; nil for as many as it takes.
  ///   - table: Makes a table of some rows and groups.
  init(
    rows all: [Int], inOrder: [Int], groupCount: Int, first: Int?, width: Int, lines: Int?,
    table: ([Int], [Int]) -> TextTable
  ) {
    let groups = Array(0..<groupCount)
    guard let lines else {
      self.init(rows: all, left: [], table: table(all, groups))
      return
    }
    // More rows than lines do not fit, however wide they are.
    if all.count < lines {
      let whole = table(all, groups)
      if Self.lineCount(whole, rows: all.count, width: width) <= lines {
        self.init(rows: all, left: [], table: whole)
        return
      }
    }
    let sample = Array(inOrder.prefix(lines))
    var shown = [first].compactMap(\.self) + groups.filter { $0 != first }
    while true {
      let kept = shown.sorted()
      let blocks = table(sample, kept).blocks(columns: width)
      let titles = blocks.map(\.titleLineCount).reduce(blocks.count - 1, +)
      let place = (lines - titles - Self.remainderLineCount) / max(1, blocks.count)
      if place >= min(all.count, Self.rowsMin) || shown.count == 1 {
        let isWhole = place >= all.count
        let rows = isWhole ? all : Array(inOrder.prefix(max(1, place)))
        self.init(
          rows: rows, left: groups.filter { !shown.contains($0) }, table: table(rows, kept))
        return
      }
      shown.removeLast()
    }
  }

  /// What is left out, and how to see it; empty if nothing is.
  ///
  /// - Parameters:
  ///   - names: The names of all groups of columns.
  ///   - rowCount: The number of all rows.
  func remainder(_ names: [String], of rowCount: Int, width: Int) -> String {
    var parts = left.map { names[$0] }
    if rows.count < rowCount {
      parts.append("\((rowCount - rows.count).grouped) of \(rowCount.grouped) rows")
    }
    if parts.isEmpty { return "" }
    let text = "left out: \(parts.joined(separator: ", ")); --all shows all"
    return "\n" + TextLayout(columns: width).lines(text, indent: 0, continuationIndent: 2)
  }

  private init(rows: [Int], left: [Int], table: TextTable) {
    self.rows = rows
    self.left = left
    self.table = table
  }

  private static func lineCount(_ table: TextTable, rows: Int, width: Int) -> Int {
    let blocks = table.blocks(columns: width)
    return blocks.map { $0.titleLineCount + rows }.reduce(blocks.count - 1, +)
  }
}
