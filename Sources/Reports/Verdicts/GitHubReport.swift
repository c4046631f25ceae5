import Experiments
import Scenarios
import Text

/// Verdicts for GitHub: annotations on the lines of a file, and a step summary.
///
/// GitHub shows at most ten annotations of a kind and step, so there are fewer: one for an expectation
/// that is broken in many cells. The summary counts those that are left out.
public struct GitHubReport {
  /// The most annotations.
  static let annotationsMax = 9

  private let scenarios: [CheckedScenario]

  /// One or more scenarios that were to be checked.
  public init(_ scenarios: [CheckedScenario]) {
    self.scenarios = scenarios
  }

  /// A workflow command for each problem and each expectation that did not pass: an error, or a
  /// warning if more trials are needed.
  public var annotations: String {
    allAnnotations.prefix(Self.annotationsMax).joined()
  }

  private var allAnnotations: [String] {
    scenarios.flatMap { scenario in
      switch scenario {
      case .decided(let report): annotations(report)
      case .refused(let refused): annotations(refused)
      }
    }
  }

  private func annotations(_ refused: RefusedScenario) -> [String] {
    refused.problems.map { problem in
      let place = problem.position.map { ",line=\($0.line),col=\($0.column)" } ?? ""
      return "::error file=\(refused.path.propertyEscaped)\(place),title=not valid::"
        + problem.message.dataEscaped + "\n"
    }
  }

  /// One for each expectation and outcome, with the first of its cells.
  private func annotations(_ report: CheckReport) -> [String] {
    struct Kind: Hashable {
      let index: Int
      let outcome: Verdict.Outcome?
    }
    let kinds = report.unkept.map { Kind(index: $0.index, outcome: $0.verdict?.outcome) }
    var counts: [Kind: Int] = [:]
    for kind in kinds { counts[kind, default: 0] += 1 }
    return zip(report.unkept, kinds).compactMap { entry, kind in
      counts.removeValue(forKey: kind).map { annotation(entry, in: report, others: $0 - 1) }
    }
  }

  private func annotation(
    _ entry: CheckReport.Entry, in report: CheckReport, others: Int
  ) -> String {
    let kind = entry.verdict?.outcome == .inconclusive ? "warning" : "error"
    let line = entry.line.map { ",line=\($0)" } ?? ""
    let title = "\(report.file.name): \(entry.outcomeText)".propertyEscaped
    let message =
      "\(entry.title): \(entry.verdict?.finding ?? "")"
      + (others > 0 ? "\nand in \(others.counting("more cell"))" : "")
      + (report.command(entry).map { "\n\($0)" } ?? "")
    return "::\(kind) file=\(report.source.path.propertyEscaped)\(line),title=\(title)::"
      + message.dataEscaped + "\n"
  }

  /// The step summary in Markdown.
  public var summary: String {
    let omitted = allAnnotations.count - Self.annotationsMax
    let note =
      omitted > 0
      ? "\n\(omitted.counting("more annotation")) \(omitted == 1 ? "is" : "are") left out.\n" : ""
    return scenarios.map { scenario in
      switch scenario {
      case .decided(let report): summary(report)
      case .refused(let refused): summary(refused)
      }
    }.joined(separator: "\n") + note
  }

  private func summary(_ refused: RefusedScenario) -> String {
    let problems = refused.problems.map { problem in
      let place = problem.position.map { "line \($0.line), column \($0.column): " } ?? ""
      return "- " + (place + problem.message).cellEscaped + "\n"
    }
    return "### \(refused.path.cellEscaped)\n\nnot valid\n\n" + problems.joined()
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
