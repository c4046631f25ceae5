import Experiments
import Scenarios

/// Verdicts for GitHub: annotations on the lines of a file, and a step summary.
public struct GitHubReport {
  private let reports: [CheckReport]

  /// The verdicts on one or more scenarios.
  public init(_ reports: [CheckReport]) {
    self.reports = reports
  }

  /// A workflow command for each expectation that did not pass: an error, or a warning if more
  /// trials are needed.
  public var annotations: String {
    reports.flatMap { report in
      report.unkept.map { entry in
        let verdict = entry.verdict
        let kind = verdict?.outcome == .inconclusive ? "warning" : "error"
        let line = entry.line.map { ",line=\($0)" } ?? ""
        let title = "\(report.file.name): \(entry.outcomeText)".propertyEscaped
        let message =
          "\(entry.title): \(verdict?.finding ?? "")"
          + (report.command(entry).map { "\n\($0)" } ?? "")
        return "::\(kind) file=\(report.source.path.propertyEscaped)\(line),title=\(title)::"
          + message.dataEscaped + "\n"
      }
    }.joined()
  }

  /// The step summary in Markdown.
  public var summary: String {
    reports.map(summary).joined(separator: "\n")
  }

  private func summary(_ report: CheckReport) -> String {
    let rows = report.entries.map { entry in
      [
        entry.outcomeText, entry.title, entry.verdict?.valueText ?? "-",
        entry.verdict?.groundText ?? "-",
      ]
    }
    let lines =
      [["verdict", "expectation", "value", "decided by"], Array(repeating: "---", count: 4)] + rows
    let table = lines.map { "| " + $0.map(\.cellEscaped).joined(separator: " | ") + " |\n" }
    let commands = report.unkept.compactMap { report.command($0) }
    let block = commands.isEmpty ? "" : "\n```\n" + commands.joined(separator: "\n") + "\n```\n"
    return "### \(report.file.name)\n\n" + table.joined() + block
  }
}

extension String {
  /// The text as the message of a workflow command.
  fileprivate var dataEscaped: String {
    replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
  }

  /// The text as a property of a workflow command.
  fileprivate var propertyEscaped: String {
    dataEscaped.replacing(":", with: "%3A").replacing(",", with: "%2C")
  }

  /// The text as a cell of a table in Markdown.
  fileprivate var cellEscaped: String {
    replacing("\\", with: "\\\\").replacing("|", with: "\\|").replacing("\n", with: " ")
      .replacing("<", with: "&lt;").replacing("_", with: "\\_").replacing("*", with: "\\*")
      .replacing("`", with: "\\`")
  }
}
