import Experiments
import Markup
import Scenarios

/// Verdicts as a JUnit report, which CI systems read: a suite for each scenario, a case for each
/// expectation on a cell.
///
/// The format is the one that Jenkins accepts (`junit-10.xsd` of its xUnit plugin). A scenario that
/// could not be checked is a suite with one case, which has an error for each problem.
public struct JUnitReport {
  private let scenarios: [CheckedScenario]

  /// One or more scenarios, each of which becomes a suite.
  public init(_ scenarios: [CheckedScenario]) {
    self.scenarios = scenarios
  }

  /// The XML document.
  public var text: String {
    let all = scenarios.compactMap(\.report).flatMap(\.entries)
    let refused = scenarios.count { $0.report == nil }
    return Element(
      "testsuites",
      [
        "name": "quorumlab check", "tests": String(all.count + refused),
        "failures": String(all.filter { $0.kind == .failure }.count),
        "errors": String(all.filter { $0.kind == .error }.count + refused),
        "time": Self.seconds(all),
      ],
      elements: scenarios.map { scenario in
        switch scenario {
        case .decided(let report): suite(report)
        case .refused(let refused): suite(refused)
        }
      }
    ).xmlDocument
  }

  /// The time of some cases together, in seconds.
  private static func seconds(_ entries: [CheckReport.Entry]) -> String {
    let duration = entries.reduce(Duration.zero) { $0 + $1.duration }
    let milliseconds = Int(duration / .milliseconds(1))
    let rest = String(milliseconds % 1000)
    return "\(milliseconds / 1000).\(String(repeating: "0", count: 3 - rest.count))\(rest)"
  }

  private func suite(_ refused: RefusedScenario) -> Element {
    let problems = refused.problems.map { problem in
      refused.path + (problem.position.map { ":\($0)" } ?? "") + ": " + problem.message
    }
    let error = Element(
      "error", ["type": "not valid", "message": problems.first ?? ""],
      [.text(problems.joined(separator: "\n"))])
    return Element(
      "testsuite",
      [
        "name": refused.path, "tests": "1", "failures": "0", "errors": "1", "skipped": "0",
        "time": "0.000", "file": refused.path,
      ],
      elements: [
        Element(
          "testcase",
          [
            "name": "the scenario is valid", "classname": refused.path, "time": "0.000",
          ],
          elements: [error])
      ])
  }

  private func suite(_ report: CheckReport) -> Element {
    func count(_ kind: Kind) -> String {
      String(report.entries.filter { $0.kind == kind }.count)
    }
    return Element(
      "testsuite",
      [
        "name": report.file.name, "tests": String(report.entries.count),
        "failures": count(.failure), "errors": count(.error), "skipped": count(.skipped),
        "time": Self.seconds(report.entries), "file": report.source.path,
      ],
      elements: report.entries.map { testCase($0, in: report) })
  }

  private func testCase(_ entry: CheckReport.Entry, in report: CheckReport) -> Element {
    let finding = entry.verdict?.finding ?? "not reached before the interruption"
    let content =
      entry.kind == .success
      ? Element("system-out", [:], ["\(entry.title): \(finding)"])
      : Element(
        entry.kind.rawValue,
        ["type": entry.outcomeText, "message": "\(entry.title): \(finding)"],
        [.text(report.source.place(of: entry) + (report.command(entry).map { "\n\($0)" } ?? ""))])
    return Element(
      "testcase",
      [
        "name": entry.lastingTitle, "classname": report.file.name, "time": Self.seconds([entry]),
      ],
      elements: [content])
  }

  /// The kind of a verdict in JUnit; raw values are the names of the elements.
  fileprivate enum Kind: String {
    case success
    case failure
    /// An inconclusive check is neither a success nor a failure.
    case error
    case skipped
  }
}

extension CheckReport.Entry {
  fileprivate var kind: JUnitReport.Kind {
    switch verdict?.outcome {
    case .pass: .success
    case .fail: .failure
    case .inconclusive, .undefined: .error
    case nil: .skipped
    }
  }
}

extension CheckReport.Source {
  /// The file and the line of an expectation.
  fileprivate func place(of entry: CheckReport.Entry) -> String {
    path + (entry.line.map { ":\($0)" } ?? "")
  }
}
