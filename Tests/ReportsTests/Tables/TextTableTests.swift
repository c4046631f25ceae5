import TestSupport
import Testing
import Text

@testable import Reports

struct TextTableTests {
  private let name = TextTable.Column(
    title: "name", cells: ["a", "long one"], isNumeric: false)

  @Test func columnsAreAlignedAndLinesEndWithoutSpaces() {
    let table = TextTable(
      keys: [name],
      columns: [
        .init(title: "n", cells: ["1", "22"]),
        .init(title: "note", cells: ["x", ""], isNumeric: false),
      ])
    #expect(
      table.text(columns: 80) == """
          name       n  note
          a          1  x
          long one  22

        """)
  }

  @Test func whatIsTooWideIsCutIntoBlocksThatBeginWithTheKeys() {
    let columns = ["one", "two", "three"].map { TextTable.Column(title: $0, cells: ["1", "2"]) }
    #expect(
      TextTable(keys: [name], columns: columns).text(columns: 20) == """
          name      one  two
          a           1    1
          long one    2    2

          name      three
          a             1
          long one      2

        """)
  }

  @Test func noLineIsWiderThanAsked() {
    forEverySeed(300) { draw in
      let rows = draw.int(in: 1...3)
      let columns = draw.array(1...8) { draw in
        TextTable.Column(
          title: draw.string(1...8, of: .names),
          cells: draw.array(rows...rows) { $0.string(0...8, of: .names) },
          isNumeric: draw.bool())
      }
      let width = draw.int(in: 22...60)
      let lines = TextTable(keys: [columns[0]], columns: columns).text(columns: width)
        .split(separator: "\n")
      try require(lines.allSatisfy { $0.count <= width && $0.last != " " })
      for column in columns {
        // A title is in one line or, where that saves place, in several.
        let isWhole = lines.contains { $0.contains(column.titles[0]) }
        let isSplit = column.narrow.titles.allSatisfy { part in
          lines.contains { $0.contains(part) }
        }
        try require(isWhole || isSplit)
      }
    }
  }

  /// The last line of every title is right above the first row.
  @Test func titlesInSeveralLinesEndAboveTheRows() {
    let pair = TextTable.Column(
      joining: [.init(title: "a", cells: ["1", "22"]), .init(title: "b", cells: ["3", "4"])],
      under: ["a long", "title"], gap: " ")
    let table = TextTable(
      keys: [name], columns: [pair, .init(titles: ["n", "o"], cells: ["5", "6"])])
    #expect(
      table.text(columns: 80).split(separator: "\n") == [
        "            a long",
        "            title   n",
        "  name       a b    o",
        "  a          1 3    5",
        "  long one  22 4    6",
      ])
  }

  @Test func joinedColumnsKeepTheirTones() {
    let joined = TextTable.Column(
      joining: [.init(title: "a", cells: ["1"], tones: [.bad]), .init(title: "b", cells: ["2"])])
    let toned = TextTable(keys: [], columns: [joined]).toned(columns: 80)
    #expect(toned.runs.filter { $0.tone == .bad }.map(\.text) == ["1"])
  }

  @Test func whatATerminalObeysIsShown() {
    let table = TextTable(
      keys: [.init(title: "na\nme", cells: ["a\u{1B}[2Jb", "\u{202E}c"], isNumeric: false)],
      columns: [.init(title: "n", cells: ["1", "2"])])
    #expect(
      table.text(columns: 80) == #"""
          na\nme       n
          a\u{1B}[2Jb  1
          \u{202E}c    2

        """#)
  }

  /// A sweep has up to 10,000 cells, and a table that asks each row for its width is quadratic.
  @Test func theTimeIsProportionalToTheRows() {
    func seconds(rows: Int) -> Double {
      let cells = (0..<rows).map { "0.\($0) [0, 1]" }
      let clock = ContinuousClock()
      return (0..<5).map { _ in
        clock.measure {
          let column = TextTable.Column(title: "rate", cells: cells, isNumeric: false)
          _ = TextTable(keys: [column], columns: [column, column]).text(columns: 80)
        } / .seconds(1)
      }.min() ?? 0
    }
    // 16 times as many rows take about 16 times as long; 256 times, if each asks all others.
    #expect(seconds(rows: 16_000) < 64 * seconds(rows: 1000))
  }
}
