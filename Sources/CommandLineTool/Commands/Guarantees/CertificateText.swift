import Reports
import Text

/// A certificate for people, laid out for the width of a console.
struct CertificateText {
  private let report: CertificateReport
  private let title: String?
  private let faults: Int?
  private let isAssuming: Bool
  private let console: Console
  private let columns: Int

  init(
    _ report: CertificateReport, title: String?, faults: Int?, isAssuming: Bool, in console: Console
  ) {
    self.report = report
    self.title = title
    self.faults = faults
    self.isAssuming = isAssuming
    self.console = console
    columns = min(80, console.columns(of: .standardOutput))
  }

  /// Writes the certificate to standard output.
  func write() throws(CommandFailure) {
    let style = console.style(for: .standardOutput)
    let layout = TextLayout(columns: columns)
    if let title { try console.write("\(style.heading(title))\n") }
    let sections = report.sections(columns: columns, faults: faults, isAssuming: isAssuming)
    for (number, section) in sections.enumerated() {
      let gap = number == 0 ? "" : "\n"
      let body =
        switch section.body {
        case .table(let text): text
        case .definitions(let entries): layout.definitions(entries)
        case .paragraph(let text): layout.paragraphs(text, indent: 2)
        }
      try console.write("\(gap)\(style.heading(section.title))\n")
      try console.show(body)
    }
  }
}
