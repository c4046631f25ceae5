import Scenarios
import Text

/// What names the rows of a certificate matrix: scenario, first cell, and the values of axes.
struct MatrixKeys {
  /// The columns that are never broken into lines.
  private let fixed: [TextTable.Column]
  /// The axes with their values in each row.
  private let axes: [(path: String, texts: [String])]
  /// The axes with the same values in all rows of a scenario.
  let constants: [(term: String, meaning: String)]

  /// The fewest characters of a line of an axis.
  private static let axisWidthMin = 12

  /// The keys of some rows.
  init(_ rows: [CertificateMatrix.Row], of files: [ScenarioFile]) {
    let axes = files.enumerated().map { number, file in
      Self.varying(file, rows.filter { $0.reading.file == number })
    }
    let names = axes.indices.map { file in axes[file].map { files[file].axes[$0].name } }
    let isOfOne = files.count == 1
    let scenarios = TextTable.Column(
      title: "scenario", cells: rows.map { files[$0.reading.file].name }, isNumeric: false)
    let cells = TextTable.Column(title: "cell", cells: rows.map { "\($0.block.first)" })
    fixed =
      (isOfOne ? [] : [scenarios]) + (rows.contains { $0.block.first > 1 } ? [cells] : [])
    let listed = names.filter { !$0.isEmpty }
    if let first = listed.first, listed.allSatisfy({ $0 == first }) {
      self.axes = first.indices.map { place in
        let texts = rows.map { row in
          let own = axes[row.reading.file]
          return own.isEmpty ? "" : row.words(ofAxis: own[place], in: files)
        }
        return (first[place], texts)
      }
    } else if !listed.isEmpty {
      // Scenarios with different axes.
      let texts = rows.map { row in
        axes[row.reading.file].map { axis in
          "\(files[row.reading.file].axes[axis].name)=\(row.words(ofAxis: axis, in: files))"
        }.joined(separator: " ")
      }
      self.axes = [("where", texts)]
    } else {
      self.axes = []
    }
    constants = files.indices.flatMap { number -> [(term: String, meaning: String)] in
      guard let row = rows.first(where: { $0.reading.file == number }) else { return [] }
      let file = files[number]
      return file.axes.indices.filter { !axes[number].contains($0) }.map { axis in
        (
          file.axes[axis].name.shown,
          file.axes[axis].sentence(row.block.values[axis]) + (isOfOne ? "" : ", in \(file.name)")
        )
      }
    }
  }

  /// A table of the keys and other columns, in which a row takes several lines if the values of
  /// its axes leave no room for another column.
  func table(with columns: [TextTable.Column], columns widthMax: Int) -> TextTable {
    let gap = 2
    let others = fixed.map { $0.width + gap }.reduce(gap, +) + (columns.map(\.width).max() ?? 0)
    let room = widthMax - others - axes.count * gap
    let widths = axes.map { $0.texts.map(\.count).max() ?? 0 }
    var limit = widths.max() ?? 0
    while limit > Self.axisWidthMin && widths.map({ min($0, limit) }).reduce(0, +) > room {
      limit -= 1
    }
    let lines = axes.map { $0.texts.map { Self.lines($0, columns: limit) } }
    let rows = (columns + fixed).map(\.cells.count).max() ?? 0
    let heights = (0..<rows).map { row in lines.map { $0[row].count }.max() ?? 1 }
    let keys = zip(axes, lines).map { axis, lines in
      TextTable.Column(
        title: axis.path,
        cells: zip(lines, heights).flatMap { lines, height in
          lines + Array(repeating: "", count: height - lines.count)
        },
        isNumeric: false
      ).narrow
    }
    return TextTable(
      keys: fixed.map { $0.spread(over: heights) } + keys,
      columns: columns.map { $0.spread(over: heights) })
  }

  /// A text in lines of limited width, cut between words.
  private static func lines(_ text: String, columns width: Int) -> [String] {
    let lines = TextLayout(columns: width).lines(text, indent: 0, continuationIndent: 0)
      .split(separator: "\n").map(String.init)
    return lines.isEmpty ? [""] : lines
  }

  /// The axes of which rows have different values.
  private static func varying(
    _ file: ScenarioFile, _ rows: [CertificateMatrix.Row]
  ) -> [Int] {
    file.axes.indices.filter { axis in
      rows.contains { $0.block.values[axis] != rows[0].block.values[axis] }
    }
  }
}

extension CertificateMatrix.Row {
  /// The values of an axis in the cells of the row.
  fileprivate func words(ofAxis axis: Int, in files: [ScenarioFile]) -> String {
    files[reading.file].axes[axis].words(block.values[axis])
  }
}
