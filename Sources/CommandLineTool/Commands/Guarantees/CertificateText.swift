import Reports
import Text

/// Certificates for people, laid out for the width of a console.
struct CertificateText {
  private let view: TableView
  private let console: Console

  init(_ view: TableView, in console: Console) {
    self.view = view
    self.console = console
  }

  /// Writes the report on one certificate to standard output.
  func write(
    _ report: CertificateReport, title: String?, faults: Int?, isAssuming: Bool
  ) throws(CommandFailure) {
    let columns = min(80, view.width)
    if let title {
      try console.write("\(console.style(for: .standardOutput).heading(title))\n")
    }
    try write(
      report.sections(columns: columns, faults: faults, isAssuming: isAssuming), columns: columns)
  }

  /// The fewest rows of a matrix, even if its lines are too many with them.
  private static let rowsMin = 5

  /// Writes many certificates as one matrix, with as many rows as there is room for.
  func write(_ matrix: CertificateMatrix) throws(CommandFailure) {
    let columns = view.width
    func fits(_ rows: Int) -> Bool {
      let sections = matrix.sections(columns: columns, rowsMax: rows)
      return view.linesMax.map { lineCount(sections, columns: columns) <= $0 } ?? true
    }
    var rows = matrix.rowCount
    if !fits(rows) {
      // How wide the table is, and so how many lines a row takes, depends on the rows.
      var beyond = rows
      rows = min(Self.rowsMin, rows)
      while beyond - rows > 1 {
        let middle = (rows + beyond) / 2
        if fits(middle) { rows = middle } else { beyond = middle }
      }
    }
    try write(matrix.sections(columns: columns, rowsMax: rows), columns: columns)
  }

  private func write(
    _ sections: [CertificateReport.Section], columns: Int
  ) throws(CommandFailure) {
    let style = console.style(for: .standardOutput)
    for (number, section) in sections.enumerated() {
      let gap = number == 0 ? "" : "\n"
      try console.write("\(gap)\(style.heading(section.title))\n")
      try console.show(body(section, columns: columns))
    }
  }

  private func lineCount(_ sections: [CertificateReport.Section], columns: Int) -> Int {
    sections.reduce(-1) { count, section in
      let body = body(section, columns: columns).plain
      return count + 2 + body.count { $0 == "\n" }
    }
  }

  private func body(_ section: CertificateReport.Section, columns: Int) -> TonedText {
    // Long lines of text are hard to read; tables may use the whole width.
    let layout = TextLayout(columns: min(80, columns))
    return switch section.body {
    case .table(let text): text
    case .definitions(let entries): TonedText(layout.definitions(entries))
    case .paragraph(let text): TonedText(layout.paragraphs(text, indent: 2))
    }
  }
}
