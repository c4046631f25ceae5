import Scenarios
import Text

/// What names the rows of a certificate matrix: scenario, first cell, and the values of axes.
struct MatrixKeys {
  /// The columns of the rows.
  let columns: [TextTable.Column]
  /// The axes with the same values in all rows of a scenario.
  let constants: [(term: String, meaning: String)]

  /// The keys of some rows.
  init(_ rows: [CertificateMatrix.Row], of files: [ScenarioFile]) {
    let axes = files.enumerated().map { number, file in
      Self.varying(file, rows.filter { $0.reading.file == number })
    }
    let names = axes.indices.map { file in axes[file].map { files[file].axes[$0].name } }
    let isOfOne = files.count == 1
    var columns: [TextTable.Column] = []
    if !isOfOne {
      columns.append(
        TextTable.Column(
          title: "scenario", cells: rows.map { files[$0.reading.file].name }, isNumeric: false))
    }
    if rows.contains(where: { $0.block.first > 1 }) {
      columns.append(TextTable.Column(title: "cell", cells: rows.map { "\($0.block.first)" }))
    }
    let listed = names.filter { !$0.isEmpty }
    if let first = listed.first, listed.allSatisfy({ $0 == first }) {
      columns += first.indices.map { place in
        let cells = rows.map { row in
          let own = axes[row.reading.file]
          return own.isEmpty ? "" : row.words(ofAxis: own[place], in: files)
        }
        return TextTable.Column(
          titles: Self.lines(first[place], columns: cells.map(\.count).max() ?? 0), cells: cells,
          isNumeric: false)
      }
    } else if !listed.isEmpty {
      // Scenarios with different axes.
      columns.append(
        TextTable.Column(
          title: "where",
          cells: rows.map { row in
            axes[row.reading.file].map { axis in
              "\(files[row.reading.file].axes[axis].name)=\(row.words(ofAxis: axis, in: files))"
            }.joined(separator: " ")
          },
          isNumeric: false))
    }
    self.columns = columns
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

  /// The axes of which rows have different values.
  private static func varying(
    _ file: ScenarioFile, _ rows: [CertificateMatrix.Row]
  ) -> [Int] {
    file.axes.indices.filter { axis in
      rows.contains { $0.block.values[axis] != rows[0].block.values[axis] }
    }
  }

  /// A path in lines that are no wider than they must be, cut behind dots and underscores.
  private static func lines(_ path: String, columns width: Int) -> [String] {
    var parts = [""]
    for character in path {
      parts[parts.count - 1].append(character)
      if character == "." || character == "_" { parts.append("") }
    }
    let widest = max(width, parts.map(\.count).max() ?? 0)
    return parts.reduce(into: []) { lines, part in
      if let last = lines.last, last.count + part.count <= widest {
        lines[lines.count - 1] += part
      } else {
        lines.append(part)
      }
    }
  }
}

extension CertificateMatrix.Row {
  /// The values of an axis in the cells of the row.
  fileprivate func words(ofAxis axis: Int, in files: [ScenarioFile]) -> String {
    files[reading.file].axes[axis].words(block.values[axis])
  }
}
