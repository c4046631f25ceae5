import CSV
import Exactness
import Experiments
import JSON
import Reports
import Scenarios
import TestSupport
import Testing

struct SummaryTextTests {
  private func file(_ sweep: String) throws -> ScenarioFile {
    try ScenarioFile(
      parsing: """
        {"name": "text", "seed": 7, "trials": 1200,
         "voters": [
           {"name": "h", "role": "honest", "count": 3, "accuracy": 0.9,
            "latency": {"exponential": {"mean": 1}}},
           {"name": "traitor", "role": "byzantine", "count": 1, "strategy": "rush"}],
         "workload": {"proposals": 1, "tally": "quorum"}, "sweep": {\(sweep)}}
        """)
  }

  private func summary(_ sweep: String) throws -> Summary {
    let file = try file(sweep)
    let results = file.cells.map { cell in
      var trials = Trials(cell.scenario)
      return CellResult(cell, trials.run(1...60))
    }
    return Summary(results, knowing: AnalyticValues(file), of: file)
  }

  private func text(_ sweep: String) throws -> String {
    try summary(sweep).text(as: TableView(width: 80))
  }

  private func expect(_ text: String, equals name: String) {
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 && $0.last != " " })
    Snapshot.expect(text, equals: name)
  }

  @Test func oneCellIsAList() throws {
    expect(try text(""), equals: "one-cell.txt")
  }

  @Test func manyCellsAreATableOfBlocks() throws {
    expect(
      try text(#""voters.traitor.count": [0, 1, 2], "mode": ["central", "replicated"]"#),
      equals: "many-cells.txt")
  }

  @Test func longAxesHaveATableOfTheirOwn() throws {
    expect(
      try text(
        #""voters.traitor.latency": [0, {"lognormal": {"median": 0.25, "sigma": 1.5}}], "#
          + #""config.supermajority_threshold": [0.6666666666666666, 0.75]"#),
      equals: "long-axes.txt")
  }

  /// Cells without a proposal of a kind have no rate, and none of them is a zero.
  @Test func whatIsUndefinedIsADash() throws {
    let text = try text(#""workload.warranted": [0, 1]"#)
    let block = try #require(
      text.split(separator: "\n\n").first { $0.contains("false_approval_rate") })
    let rows = block.split(separator: "\n").suffix(2)
    #expect(rows.contains { $0.contains(" - ") || $0.hasSuffix(" -") })
  }

  // MARK: As others read it

  @Test func theSummaryReadsBackFromItsFile() throws {
    let sweep = #""voters.traitor.count": [0, 1]"#
    let summary = try summary(sweep)
    let read = try #require(Summary(csv: summary.table.csv, blocs: nil, of: try file(sweep)))
    #expect(read.table == summary.table)
    #expect(
      read.text(as: TableView(width: 80)) == summary.text(as: TableView(width: 80)))
    #expect(
      Summary(csv: summary.table.csv, blocs: nil, of: try file("")) == nil, "it has no such axis")
    #expect(Summary(csv: [], blocs: nil, of: try file(sweep)) == nil)
  }

  @Test func objectsHoldRatesWithTheirLimits() throws {
    let sweep = #""voters.traitor.count": [0, 1], "workload.warranted": [0, 0.5]"#
    let summary = try summary(sweep)
    guard case .array(let cells) = summary.json else {
      Issue.record("the summary is no list")
      return
    }
    #expect(cells.count == 4)
    for (index, cell) in cells.enumerated() {
      guard case .object(let members) = cell else { continue }
      #expect(members["scenario"] == "text" && members["cell"] == JSONValue(index + 1))
      #expect(members["voters.traitor.count"] == JSONValue(index / 2))
      #expect(members["votes_refused"].map { $0 != .null } == true)
      #expect(members["disagreement_rate"] == JSONValue.null)
      #expect(members["false_rejection_rate"].map { $0 == .null } == (index % 2 == 0))
      guard case .object(let rate)? = members["correct_rate"] else {
        Issue.record("no rate in cell \(index)")
        continue
      }
      #expect(rate.members.prefix(3).map(\.key) == ["value", "low", "high"])
      #expect(
        rate["value"]?.text()
          == summary.table.rows[index][
            try #require(summary.table.header.firstIndex(of: "correct_rate"))])
      #expect(!members.members.contains { $0.key.hasSuffix("_low") || $0.key.hasSuffix("_high") })
    }
  }
}
