import Text

/// Aligned columns of text for people, in several blocks if they are wider than a line.
public struct TextTable {
  /// A column: a title and a text for each row.
  public struct Column {
    let title: String
    let cells: [String]
    /// The tone of each cell; empty if none has any.
    let tones: [TonedText.Tone?]
    let isNumeric: Bool
    /// The number of characters of the longest text; counted once, as every row asks for it.
    let width: Int

    /// A column; numeric columns are aligned to the right.
    ///
    /// Texts may come from files, so each is shown as one line.
    public init(
      title: String, cells: [String], tones: [TonedText.Tone?] = [], isNumeric: Bool = true
    ) {
      self.title = title.shown
      self.tones = tones
      self.cells = cells.map(\.shown)
      self.isNumeric = isNumeric
      width = self.cells.reduce(self.title.count) { max($0, $1.count) }
    }

    /// Columns that stay side by side, wherever the table is split.
    init(joining columns: [Column]) {
      func joined(_ text: (Column) -> String) -> String {
        columns.map { $0.line(text($0)) }.joined(separator: TextTable.gap)
      }
      let rows = columns.map(\.cells.count).max() ?? 0
      self.init(
        title: joined(\.title), cells: (0..<rows).map { row in joined { $0.cells[row] } },
        isNumeric: false)
    }

    func line(_ text: String) -> String { toned(text, nil).plain }

    /// A text at the width of the column; only the text itself has the tone.
    func toned(_ text: String, _ tone: TonedText.Tone?) -> TonedText {
      let padding = TonedText(String(repeating: " ", count: width - text.count))
      let text = TonedText(text, tone)
      return (isNumeric ? [padding, text] : [text, padding]).joined()
    }

    /// The cell of a row, at the width of the column.
    func cell(_ row: Int) -> TonedText {
      toned(cells[row], tones.isEmpty ? nil : tones[row])
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
    let lines =
      [block.map { $0.toned($0.title, nil) }]
      + (0..<rows).map { row in block.map { $0.cell(row) } }
    return lines.map { fields in
      var line = ([TonedText(gap)] + [fields.joined(separator: gap)]).joined()
      line.removeTrailingSpaces()
      line += "\n"
      return line
    }.joined()
  }
}
