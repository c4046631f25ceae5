import Text

/// Aligned columns of text for people, in several blocks if they are wider than a line.
public struct TextTable {
  /// A column: a title and a text for each row.
  public struct Column {
    /// The title, in one line or in several.
    private(set) var titleLines: [String]
    let cells: [String]
    /// The tone of each cell; empty if none has any.
    let tones: [TonedText.Tone?]
    let isNumeric: Bool
    /// The number of characters of the longest cell; counted once, as every row asks for it.
    private let cellWidth: Int

    /// A column; numeric columns are aligned to the right.
    ///
    /// Texts may come from files, so each is shown as one line.
    public init(
      title: String, cells: [String], tones: [TonedText.Tone?] = [], isNumeric: Bool = true
    ) {
      titleLines = [title.shown]
      self.tones = tones
      self.cells = cells.map(\.shown)
      self.isNumeric = isNumeric
      cellWidth = self.cells.reduce(0) { max($0, $1.count) }
    }

    /// The number of characters of a line.
    var width: Int { titleLines.reduce(cellWidth) { max($0, $1.count) } }

    /// The same column with its title in as many lines as make it narrow.
    var narrow: Column {
      let pieces = titleLines.joined().piecesOfName
      let width = pieces.reduce(cellWidth) { max($0, $1.count) }
      var column = self
      column.titleLines = pieces.reduce(into: []) { lines, piece in
        if let last = lines.last, last.count + piece.count <= width {
          lines[lines.count - 1] += piece
        } else {
          lines.append(piece)
        }
      }
      return column
    }

    /// The same column with some of its rows.
    func keeping(_ rows: [Int]) -> Column {
      var column = Column(
        title: titleLines.joined(), cells: rows.map { cells[$0] },
        tones: tones.isEmpty ? [] : rows.map { tones[$0] }, isNumeric: isNumeric)
      column.titleLines = titleLines
      return column
    }

    /// A line of the title, at the width of the column; titles of several lines end at the bottom.
    fileprivate func title(line: Int, of lines: Int) -> TonedText {
      let index = line - (lines - titleLines.count)
      return toned(index < 0 ? "" : titleLines[index], nil)
    }

    /// The cell of a row, at the width of the column; only the text itself has the tone.
    fileprivate func cell(_ row: Int) -> TonedText {
      toned(cells[row], tones.isEmpty ? nil : tones[row])
    }

    private func toned(_ text: String, _ tone: TonedText.Tone?) -> TonedText {
      let padding = TonedText(String(repeating: " ", count: width - text.count))
      let text = TonedText(text, tone)
      return (isNumeric ? [padding, text] : [text, padding]).joined()
    }
  }

  /// The columns that identify a row, with which every block begins.
  let keys: [Column]
  /// The other columns; those of a group stay side by side.
  let groups: [[Column]]

  /// A table; all columns must have the same number of rows.
  public init(keys: [Column], columns: [Column]) {
    self.init(keys: keys, groups: columns.map { [$0] })
  }

  /// A table with groups of columns that stay side by side, wherever the table is split.
  init(keys: [Column], groups: [[Column]]) {
    self.keys = keys
    self.groups = groups
  }

  private static let gap = "  "

  /// The table in lines of limited width, unless a single group of columns is wider.
  public func text(columns width: Int) -> String { toned(columns: width).plain }

  /// The table with the tones of its cells.
  func toned(columns width: Int) -> TonedText {
    blocks(columns: width).map(\.text).joined(separator: "\n")
  }

  /// The columns that are printed side by side.
  struct Block {
    fileprivate(set) var columns: [Column]

    /// The number of lines of the titles.
    var titleLineCount: Int { columns.map(\.titleLines.count).max() ?? 0 }

    fileprivate var text: TonedText {
      let titles = (0..<titleLineCount).map { line in
        columns.map { $0.title(line: line, of: titleLineCount) }
      }
      let rows = (0..<(columns.map(\.cells.count).max() ?? 0)).map { row in
        columns.map { $0.cell(row) }
      }
      return (titles + rows).map { fields in
        var line = [TonedText(gap), fields.joined(separator: gap)].joined()
        line.removeTrailingSpaces()
        line += "\n"
        return line
      }.joined()
    }
  }

  /// The blocks in lines of limited width; titles take several lines only where that saves a block.
  func blocks(columns width: Int) -> [Block] {
    let blocks = Self.blocks(keys, groups, columns: width)
    if blocks.count == 1 && isWithin(width) { return blocks }
    let narrow = Self.blocks(keys.map(\.narrow), groups.map { $0.map(\.narrow) }, columns: width)
    return narrow.count < blocks.count || !isWithin(width) ? narrow : blocks
  }

  /// Whether the keys and each group of columns fit side by side in a line.
  func isWithin(_ width: Int) -> Bool {
    let widest = groups.map(Self.width).max() ?? 0
    return Self.width(of: keys) + widest <= width
  }

  /// The same table with narrow columns.
  var narrow: TextTable {
    TextTable(keys: keys.map(\.narrow), groups: groups.map { $0.map(\.narrow) })
  }

  private static func blocks(
    _ keys: [Column], _ groups: [[Column]], columns widthMax: Int
  ) -> [Block] {
    let keyWidth = width(of: keys)
    var blocks: [Block] = []
    var width = keyWidth
    for group in groups {
      let groupWidth = self.width(of: group)
      if blocks.isEmpty || width + groupWidth > widthMax {
        blocks.append(Block(columns: keys))
        width = keyWidth
      }
      blocks[blocks.count - 1].columns += group
      width += groupWidth
    }
    return blocks
  }

  private static func width(of columns: [Column]) -> Int {
    columns.map { $0.width + gap.count }.reduce(0, +)
  }
}

extension String {
  /// The parts of a name of words, each with the mark that ends it.
  fileprivate var piecesOfName: [String] {
    reduce(into: [""]) { pieces, character in
      pieces[pieces.count - 1].append(character)
      if "._ ".contains(character) { pieces.append("") }
    }.filter { !$0.isEmpty }
  }
}
