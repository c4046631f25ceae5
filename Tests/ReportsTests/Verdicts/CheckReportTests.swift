import Experiments
import Foundation
import JSON
import Scenarios
import TestSupport
import Testing
import Text

@testable import Reports

#if canImport(FoundationXML)
  import FoundationXML
#endif

struct CheckReportTests {
  /// A path and values with everything that some form has to escape.
  private static let path = "a,b: 100%/<\"x & y'>.json"

  /// One verdict of each kind, one of them not reached.
  private func report(reaching count: Int = 4) async throws -> CheckReport {
    let text = """
      {"name": "kinds", "voters": [
         {"name": "h", "role": "honest", "count": 3, "latency": {"exponential": {"mean": 0.5}}},
         {"name": "t", "role": "byzantine", "count": 1, "strategy": "rush"}],
       "network": {"latency": {"exponential": {"mean": 0.001}}},
       "workload": {"proposals": 2, "warranted": 0},
       "sweep": {"workload.actions": [{"<a|b>_&": 1}]},
       "expect": [
         {"metric": "false_approval_rate", "at_most": 0.2},
         {"metric": "false_approval_rate", "at_least": 0.2},
         {"metric": "false_approval_rate", "at_most": 0.999},
         {"metric": "false_rejection_rate", "at_most": 0.5}]}
      """
    let (file, _, places) = try ScenarioFile.checked(Array(text.utf8))
    let check = ExpectationCheck(file.cells[0], trialsMax: 30)
    let verdicts = await check.verdicts(threads: 1, interruption: Interruption())
    let reached = verdicts.enumerated().map { $0 < count ? $1 : nil }
    return CheckReport(
      file,
      from: .init(
        path: Self.path, options: ["--set", "a=it's"], places: places),
      verdicts: [.init(reached, in: .milliseconds(8_048))])
  }

  /// A scenario with two problems, one of them about no place in it.
  private static let refused = CheckedScenario.refused(
    RefusedScenario(
      path: path,
      problems: [
        .init(
          TextProblem(
            position: TextPosition(line: 3, column: 7), path: "seed", message: "not, 100% <valid>")),
        .init("'s.json' is missing"),
      ]))

  /// Both snapshots have been held against `junit-10.xsd` of the Jenkins project's xunit-plugin, by
  /// lxml 6.1.3: `etree.XMLSchema(etree.parse("junit-10.xsd")).validate(etree.parse(snapshot))`.
  @Test func junitIsAsKept() async throws {
    Snapshot.expect(
      JUnitReport([.decided(try await report(reaching: 3)), Self.refused]).text, equals: "junit.xml"
    )
    Snapshot.expect(JUnitReport([.decided(try await report())]).text, equals: "junit-undefined.xml")
  }

  @Test func junitCountsWhatItHolds() async throws {
    let reports = [
      CheckedScenario.decided(try await report(reaching: 3)), .decided(try await report()),
      Self.refused,
    ]
    let counter = ElementCounter()
    let parser = XMLParser(data: Data(JUnitReport(reports).text.utf8))
    parser.delegate = counter
    #expect(parser.parse())
    #expect(counter.counts["testsuite"] == 3 && counter.counts["testcase"] == 9)
    #expect(counter.counts["failure"] == 2 && counter.counts["skipped"] == 1)
    #expect(counter.counts["error"] == 4)
    #expect(counter.attributes["testsuites"]?["tests"] == "9")
    #expect(counter.attributes["testsuites"]?["errors"] == "4")
    #expect(counter.attributes["testsuites"]?["time"] == "16.096")
    #expect(counter.attributes["testsuite"]?["file"] == Self.path)
  }

  @Test func githubIsAsKept() async throws {
    let report = GitHubReport([.decided(try await report()), Self.refused])
    Snapshot.expect(report.annotations, equals: "annotations.txt")
    Snapshot.expect(report.summary, equals: "summary.md")
    let lines = report.annotations.split(separator: "\n")
    #expect(lines.count == 5)
    // What parts properties stands between them alone.
    #expect(
      lines[0].hasPrefix(
        "::error file=a%2Cb%3A 100%25/<\"x & y'>.json,line=8,title=kinds%3A fail::"))
    #expect(lines[1].hasPrefix("::error ") && lines[2].hasPrefix("::warning "))
    #expect(lines[3].contains(",line=3,col=7,title=not valid::seed: not, 100%25 <valid>"))
  }

  /// One annotation for an expectation in all its cells, and nine at most.
  @Test func githubIsNotFloodedWithAnnotations() async throws {
    func reports(cells: Int, expectations: Int) async throws -> [CheckedScenario] {
      let expectation = #"{"metric": "correct_rate", "at_most": 0.5}"#
      let text = """
        {"name": "many", "voters": [{"name": "h", "role": "honest", "count": 3}],
         "sweep": {"seed": {"from": 1, "to": \(cells)}},
         "expect": [\(Array(repeating: expectation, count: expectations).joined(separator: ","))]}
        """
      let (file, _, places) = try ScenarioFile.checked(Array(text.utf8))
      var verdicts: [ScenarioCheck.CellVerdicts] = []
      for cell in file.cells {
        let check = ExpectationCheck(cell, trialsMax: 1)
        verdicts.append(
          .init(await check.verdicts(threads: 1, interruption: Interruption())))
      }
      let source = CheckReport.Source(path: "many.json", options: [], places: places)
      return [.decided(CheckReport(file, from: source, verdicts: verdicts))]
    }
    let one = GitHubReport(try await reports(cells: 12, expectations: 1))
    #expect(one.annotations.split(separator: "\n").count == 1)
    #expect(one.annotations.contains("%0Aand in 11 more cells"))
    #expect(!one.summary.contains("left out"))
    let many = GitHubReport(try await reports(cells: 1, expectations: 12))
    #expect(many.annotations.split(separator: "\n").count == 9)
    #expect(many.summary.hasSuffix("\n3 more annotations are left out.\n"))
  }

  /// A small rate is also said as a person says it, and a certain one is not.
  @Test(arguments: [
    (#""unsafe_trial_rate", "at_most": 0.004"#, "0 [0, 0.00"),
    (#""false_approval_rate", "at_most": 0.004"#, "0 [0, 0.00"),
  ])
  func aSmallRateIsSaidInWords(expectation: String, start: String) async throws {
    let text = """
      {"name": "rare", "voters": [
         {"name": "h", "role": "honest", "count": 3, "latency": {"exponential": {"mean": 0.5}}},
         {"name": "t", "role": "byzantine", "count": 1, "strategy": "rush"}],
       "safeguards": {"tally": "decisive"},
       "network": {"latency": {"exponential": {"mean": 0.001}}},
       "workload": {"proposals": 9}, "expect": [{"metric": \(expectation), "confidence": 0.9}]}
      """
    let (file, _, places) = try ScenarioFile.checked(Array(text.utf8))
    let check = ExpectationCheck(file.cells[0], trialsMax: 2000)
    let verdicts = await check.verdicts(threads: 1, interruption: Interruption())
    let report = CheckReport(
      file, from: .init(path: "s.json", options: [], places: places), verdicts: [.init(verdicts)])
    let finding = try #require(report.entries[0].verdict?.finding)
    let noun = expectation.hasPrefix("\"unsafe") ? "trials" : "unwarranted proposals"
    #expect(finding.hasPrefix(start), "\(finding)")
    #expect(
      finding.contains("], at most 0.") || finding.contains("], at most one in "), "\(finding)")
    #expect(finding.contains(" \(noun), by a sequential test of "), "\(finding)")
    #expect(!report.json.text().contains("one in"))
  }

  @Test func thePlanIsAsKept() throws {
    let text = """
      {"name": "plan", "voters": [
         {"name": "h", "role": "honest", "count": 3, "latency": {"exponential": {"mean": 0.5}}},
         {"name": "t", "role": "byzantine", "count": 1, "strategy": "rush"}],
       "network": {"latency": {"exponential": {"mean": 0.001}}}, "trials": 400,
       "workload": {"proposals": 2, "warranted": 0},
       "sweep": {"safeguards.tally": ["anytime", "decisive"]},
       "expect": [
         {"metric": "false_approval_rate", "at_most": 0.01},
         {"metric": "latency_p95", "at_most": 0.5},
         {"metric": "votes_refused", "at_most": 3},
         {"guarantee": "decision", "faults": 0}]}
      """
    let (file, _, places) = try ScenarioFile.checked(Array(text.utf8))
    let plan = CheckPlan(file)
    let nothing = plan.cells.map { ScenarioCheck.CellVerdicts($0.map { _ in nil }) }
    let report = PlanReport(
      CheckReport(
        file, from: .init(path: "plan.json", options: [], places: places), verdicts: nothing), plan)
    Snapshot.expect(report.text(as: TableView(width: 100)).plain, equals: "plan.txt")
    Snapshot.expect(report.json.text(.indented), equals: "plan.json")
  }

  @Test func theTableIsAsKept() async throws {
    let text = try await report(reaching: 3).text(as: TableView(width: 80))
    Snapshot.expect(text.plain, equals: "table.txt")
    // Each verdict has its tone, in the heading, the table and the explanations.
    let news = text.runs.filter { $0.tone != nil }
    #expect(
      news.map(\.text) == [
        "1 pass", "1 fail", "1 inconclusive", "1 not reached", "fail", "inconclusive",
        "not reached", "pass", "fail", "inconclusive",
      ])
    #expect(
      news.map(\.tone) == [
        .good, .bad, .doubtful, .doubtful, .bad, .doubtful, .doubtful, .good, .bad, .doubtful,
      ])
  }
}

/// Counts elements, and keeps the attributes of the last of each name.
private final class ElementCounter: NSObject, XMLParserDelegate {
  private(set) var counts: [String: Int] = [:]
  private(set) var attributes: [String: [String: String]] = [:]

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    counts[name, default: 0] += 1
    self.attributes[name] = attributes
  }
}
