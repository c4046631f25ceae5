import Text

/// Aligned columns of text for people, in several blocks if they are wider than a line.
public struct TextTable {
  /// A column: a title and a text for each row.
  public struct Column {
    /// The lines of the title, the last of which is right above the first row.
    let titles: [String]
    let cells: [TonedText]
    let isNumeric: Bool
    /// The number of characters of the longest text; counted once, as every row asks for it.
    let width: Int

    /// A column; numeric columns are aligned to the right.
    ///
    /// Texts may come from files, so each is shown as one line.
    public init(
      title: String, cells: [String], tones: [TonedText.Tone?] = [], isNumeric: Bool = true
    ) {
      self.init(titles: [title], cells: cells, tones: tones, isNumeric: isNumeric)
    }

    /// A column with a title in several lines.
    init(
      titles: [String], cells: [String], tones: [TonedText.Tone?] = [], isNumeric: Bool = true
    ) {
      precondition(tones.isEmpty || tones.count == cells.count, "all cells have a tone, or none")
      self.init(
        shown: titles.map(\.shown),
        cells: cells.indices.map { row in
          TonedText(cells[row].shown, tones.isEmpty ? nil : tones[row])
        },
        isNumeric: isNumeric)
    }

    /// Columns that stay side by side, wherever the table is split.
    ///
    /// - Parameters:
    ///   - titles: The lines of a title above all of them.
    ///   - gap: What is between them.
    init(
      joining columns: [Column], under titles: [String] = [], gap: String = TextTable.gap
    ) {
      func joined(_ text: (Column) -> TonedText) -> TonedText {
        columns.map { $0.padded(text($0)) }.joined(separator: gap)
      }
      let rows = columns.map(\.cells.count).max() ?? 0
      let height = columns.map(\.titles.count).max() ?? 0
      self.init(
        shown: titles.map(\.shown)
          + (0..<height).map { line in joined { TonedText($0.title(line, of: height)) }.plain },
        cells: (0..<rows).map { row in joined { $0.cells[row] } }, isNumeric: false)
    }

    private init(shown titles: [String], cells: [TonedText], isNumeric: Bool) {
      self.titles = titles
      self.cells = cells
      self.isNumeric = isNumeric
      width = (titles.map(\.count) + cells.map(\.plain.count)).max() ?? 0
    }

    /// The column with each cell in the first of some lines, and nothing in the others.
    func spread(over heights: [Int]) -> Column {
      Column(
        shown: titles,
        cells: zip(cells, heights).flatMap { cell, height in
          [cell] + Array(repeating: TonedText(), count: height - 1)
        },
        isNumeric: isNumeric)
    }

    /// A line of the title at the foot of this many lines.
    func title(_ line: Int, of height: Int) -> String {
      let own = line - (height - titles.count)
      return own < 0 ? "" : titles[own]
    }

    /// A text at the width of the column.
    func padded(_ text: TonedText) -> TonedText {
      let padding = TonedText(String(repeating: " ", count: width - text.plain.count))
      return (isNumeric ? [padding, text] : [text, padding]).joined()
    }
  }

  /// The columns that identify a row, with which every block begins.
  let keys: [Column]
  /// The other columns.
  let columns: [Column]

  /// A table; all columns must have the same number of rows.
  public init(keys: [Column], columns: [Column]) {
    self.keys = keys
    self.columns = columns
  }

  fileprivate static let gap = "  "

  /// The table in lines of limited width, unless a single column is wider.
  public func text(columns width: Int) -> String { toned(columns: width).plain }

  /// The table with the tones of its cells.
  func toned(columns width: Int) -> TonedText {
    blocks(columns: width).map(Self.text).joined(separator: "\n")
  }

  private func blocks(columns widthMax: Int) -> [[Column]] {
    let keyWidth = Self.width(of: keys)
    var blocks: [[Column]] = []
    var block: [Column] = []
    var width = keyWidth
    for column in columns {
      if !block.isEmpty && width + Self.width(of: [column]) > widthMax {
        blocks.append(keys + block)
        (block, width) = ([], keyWidth)
      }
      block.append(column)
      width += Self.width(of: [column])
    }
    return blocks + (block.isEmpty ? [] : [keys + block])
  }

  private static func width(of columns: [Column]) -> Int {
    columns.map { $0.width + gap.count }.reduce(0, +)
  }

  private static func text(of block: [Column]) -> TonedText {
    let rows = block.map(\.cells.count).max() ?? 0
    let height = block.map(\.titles.count).max() ?? 0
    let lines =
      (0..<height).map { line in
        block.map { $0.padded(TonedText($0.title(line, of: height))) }
      } + (0..<rows).map { row in block.map { $0.padded($0.cells[row]) } }
    return lines.map { fields in
      var line = ([TonedText(gap)] + [fields.joined(separator: gap)]).joined()
      line.removeTrailingSpaces()
      line += "\n"
      return line
    }.joined()
  }
}
