import Experiments
import Scenarios

/// Verdicts as a JUnit report, which CI systems read: a suite for each scenario, a case for each
/// expectation on a cell.
///
/// The format is the one that Jenkins accepts (`junit-10.xsd` of its xUnit plugin), without times,
/// so that the bytes depend only on the verdicts.
public struct JUnitReport {
  private let reports: [CheckReport]

  /// The verdicts on one or more scenarios, each of which becomes a suite.
  public init(_ reports: [CheckReport]) {
    self.reports = reports
  }

  /// The XML document.
  public var text: String {
    let suites = reports.map(suite)
    let all = reports.flatMap(\.entries)
    return XMLElement(
      name: "testsuites",
      attributes: [
        "name": "quorumlab check", "tests": String(all.count),
        "failures": String(all.filter { $0.kind == .failure }.count),
        "errors": String(all.filter { $0.kind == .error }.count),
      ],
      children: suites
    ).document
  }

  private func suite(_ report: CheckReport) -> XMLElement {
    func count(_ kind: Kind) -> String {
      String(report.entries.filter { $0.kind == kind }.count)
    }
    return XMLElement(
      name: "testsuite",
      attributes: [
        "name": report.file.name, "tests": String(report.entries.count),
        "failures": count(.failure), "errors": count(.error), "skipped": count(.skipped),
        "file": report.source.path,
      ],
      children: report.entries.map { testCase($0, in: report) })
  }

  private func testCase(_ entry: CheckReport.Entry, in report: CheckReport) -> XMLElement {
    let finding = entry.verdict?.finding ?? "not reached before the interruption"
    var element = XMLElement(
      name: "testcase", attributes: ["name": entry.title, "classname": report.file.name])
    if entry.kind == .success {
      element.children = [
        XMLElement(name: "system-out", attributes: [:], content: "\(entry.title): \(finding)")
      ]
    } else {
      let trace = report.command(entry).map { "\n\($0)" } ?? ""
      element.children = [
        XMLElement(
          name: entry.kind.rawValue,
          attributes: ["type": entry.outcomeText, "message": "\(entry.title): \(finding)"],
          content: report.source.place(of: entry) + trace)
      ]
    }
    return element
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
