import Exactness
import Experiments
import JSON
import Scenarios
import TestSupport
import Testing

@testable import Reports

/// What a summary shows of exact values and worst cases.
struct AnalyticValuesTextTests {
  private func file(_ name: String) throws -> ScenarioFile {
    try ScenarioFile(parsing: BundledScenario.text(of: name))
  }

  private func summary(of file: ScenarioFile, trials: Int) -> Summary {
    let results = file.cells.map { cell in
      var runner = Trials(cell.scenario)
      return CellResult(cell, runner.run(1...trials))
    }
    return Summary(results, knowing: AnalyticValues(file), of: file)
  }

  private func notes(_ fields: String) throws -> [String] {
    let file = try ScenarioFile(
      parsing: """
        {"name": "known", "voters": [
           {"name": "h", "role": "honest", "count": 3, "accuracy": 0.9, "latency": 1},
           {"name": "t", "role": "byzantine", "count": 1, "strategy": "oppose"}],
         "workload": {"proposals": 2}\(fields)}
        """)
    let last = summary(of: file, trials: 3).text(as: TableView(width: 80)).split(separator: "\n\n")
      .last
    // A table is indented.
    return (last?.split(separator: "\n") ?? []).filter { !$0.hasPrefix(" ") }.map(String.init)
  }

  @Test func theNotesSayWhatTheWorstIs() throws {
    #expect(
      try notes("")
        == ["worst: the worst that faulty voters can do, also by delaying honest votes"])
    #expect(
      try notes(#", "safeguards": {"tally": "decisive"}"#)
        == ["worst: the worst that faulty voters can do, with all honest votes counted"])
    #expect(try notes(#", "sweep": {"safeguards.tally": ["anytime", "decisive"]}"#).count == 2)
    #expect(try notes(#", "sweep": {"voters.t.count": [0]}"#) == [])
  }

  @Test func theNotesSayWhatIsLeftOut() throws {
    let notes = try notes(
      #", "sweep": {"voters.h.count": [6000], "voters.h.abstain": [0.5]}"#)
    #expect(
      notes.last == "values that take long to compute are left out; `quorumlab exact` shows them")
  }

  @Test func objectsHoldWhatIsKnown() throws {
    let file = try file("canary-abstainers-decide.json")
    let json = summary(of: file, trials: 5).json
    guard case .array(let cells) = json, case .object(let members)? = cells.first
    else {
      Issue.record("the summary is no list of objects")
      return
    }
    guard case .object(let rate)? = members["false_approval_rate"],
      case .object(let mean)? = members["participation_mean"]
    else {
      Issue.record("no rates")
      return
    }
    #expect(
      rate.members.map(\.key) == [
        "value", "low", "high", "exact", "worst", "worst_counted", "worst_is",
      ])
    #expect(rate["exact"] == JSONValue(0.0) && rate["worst"] == JSONValue(1.0))
    #expect(rate["worst_is"] == "attained")
    #expect(mean.members.map(\.key) == ["value", "low", "high", "exact"])
  }

  @Test func oneCellHasColumns() throws {
    let file = try file("canary-abstainers-decide.json")
    let text = summary(of: file, trials: 20).text(as: TableView(width: 80))
    Snapshot.expect(text, equals: "known-one-cell.txt")
  }

  @Test func manyCellsKeepTheirColumnsTogether() throws {
    let file = try file("ring-against-default-config.json")
    let text = summary(of: file, trials: 20).text(as: TableView(width: 80))
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 && $0.last != " " })
    Snapshot.expect(text, equals: "known-many-cells.txt")
  }
}
