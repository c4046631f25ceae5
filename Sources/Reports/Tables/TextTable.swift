import Text

/// Aligned columns of text for people, in several blocks if they are wider than a line.
public struct TextTable {
  /// A column: a title and a text for each row.
  public struct Column {
    /// The lines of the title, the last of which is right above the first row.
    private(set) var titles: [String]
    let cells: [TonedText]
    let isNumeric: Bool
    /// The number of characters of the longest cell; counted once, as every row asks for it.
    private let cellWidth: Int

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
      cellWidth = cells.reduce(0) { max($0, $1.plain.count) }
    }

    /// The number of characters of a line.
    var width: Int { titles.reduce(cellWidth) { max($0, $1.count) } }

    /// The same column with its title in as many lines as make it narrow.
    var narrow: Column {
      guard titles.count == 1 else { return self }
      let pieces = titles[0].piecesOfName
      let width = pieces.reduce(cellWidth) { max($0, $1.count) }
      var column = self
      column.titles = pieces.reduce(into: []) { lines, piece in
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
      Column(shown: titles, cells: rows.map { cells[$0] }, isNumeric: isNumeric)
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

  fileprivate static let gap = "  "

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
    var titleLineCount: Int { columns.map(\.titles.count).max() ?? 0 }

    fileprivate var text: TonedText {
      let titles = (0..<titleLineCount).map { line in
        columns.map { $0.padded(TonedText($0.title(line, of: titleLineCount))) }
      }
      let rows = (0..<(columns.map(\.cells.count).max() ?? 0)).map { row in
        columns.map { $0.padded($0.cells[row]) }
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
