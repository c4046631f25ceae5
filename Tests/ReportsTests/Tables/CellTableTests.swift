import CSV
import JSON
import Metrics
import Scenarios
import TestSupport
import Testing
import Text

@testable import Reports

/// Views of tables with made-up values, so that each number says from which cell it is.
struct CellTableTests {
  private let rate = MetricColumn(.falseApprovalRate)
  private let correct = MetricColumn(.correctRate)

  /// A sweep of quorums and seeds; values are not simulated.
  private func file(quorums: Int, seeds: Int, expect: String = "") throws -> ScenarioFile {
    let fractions = (1...quorums).map { "\(Double($0) / Double(quorums))" }
    return try ScenarioFile(
      parsing: """
        {"name": "made-up",
         "voters": [{"name": "h", "role": "honest", "count": 3},
           {"name": "t", "role": "byzantine", "count": 1, "strategy": "oppose"}],
         "sweep": {"config.quorum_fraction": [\(fractions.joined(separator: ","))],
           "seed": {"from": 1, "to": \(seeds)}},
         "expect": [\(expect)]}
        """)
  }

  /// A table with values of a rate, and with correct rates that are the rest to 1.
  private func table(_ rates: [Double?], worst: [Double?]? = nil) -> DataTable {
    func row(_ cell: Int) -> [String] {
      let values = rates[cell].map { [$0, max(0, $0 - 0.01), $0 + 0.02] }
      let rest = rates[cell].map { [1 - $0, 0, 1] }
      return (values ?? []).map(\.shortest) + Array(repeating: "", count: values == nil ? 3 : 0)
        + (rest ?? []).map(\.shortest) + Array(repeating: "", count: rest == nil ? 3 : 0)
        + ["7", (worst?[cell]).flatMap { $0 }?.shortest ?? "", "attained"]
    }
    return DataTable(
      header: DataTable.columns(of: .falseApprovalRate) + DataTable.columns(of: .correctRate)
        + ["votes_refused", "false_approval_rate_worst", "false_approval_rate_worst_is"],
      rows: rates.indices.map(row))
  }

  private func text(
    _ rates: [Double?], worst: [Double?]? = nil, of file: ScenarioFile,
    _ groups: [[MetricColumn]]? = nil, as view: TableView
  ) -> String {
    CellTable(
      table(rates, worst: worst), of: file,
      groups ?? [[rate], [correct], [MetricColumn(.votesRefused)]], as: view
    ).text(besides: 0)
  }

  /// The rows of the first block: numbers of cells with what follows them.
  private func rows(_ text: String) -> [(cell: Int, rest: String)] {
    var rows: [(cell: Int, rest: String)] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let words = line.split(separator: " ")
      guard let first = words.first, let cell = Int(first), line.hasPrefix(" ") else {
        if rows.isEmpty { continue } else { break }
      }
      rows.append((cell, words.dropFirst().joined(separator: " ")))
    }
    return rows
  }

  // MARK: What fits

  @Test func whatFitsIsShownInTheOrderOfTheCells() throws {
    let file = try file(quorums: 2, seeds: 2)
    let text = text([0.4, 0.1, 0.3, 0.2], of: file, as: TableView(width: 80))
    #expect(rows(text).map(\.cell) == [1, 2, 3, 4])
    #expect(rows(text).first?.rest == "0.5 1 0.4 [0.39, 0.42] 0.6 [0, 1]")
    // What is the same in all rows is told once.
    #expect(
      text.hasPrefix("  the same in every row:\n  metric         value\n  votes_refused  7\n"))
    #expect(!text.contains("left out"))
  }

  /// Whatever the sweep and the width, a screen is enough, and no row is without its axes.
  @Test(arguments: [56, 64, 80, 120, 200])
  func alwaysAScreenAtMost(width: Int) throws {
    let seedsMax = Effort.count(100, inDebug: 31)
    for (quorums, seeds) in [(1, 1), (3, 4), (6, 10), (11, 54), (20, seedsMax)] {
      let file = try file(quorums: quorums, seeds: seeds)
      let rates = file.cells.indices.map { Double($0 * 7 % 101) / 101 as Double? }
      let text = text(rates, of: file, as: TableView(width: width))
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      #expect(lines.count <= 60, "\(quorums) × \(seeds): \(lines.count) lines")
      #expect(lines.allSatisfy { $0.count <= width }, "\(text)")
      if file.cells.count > 60 {
        #expect(text.contains("left out: ") && text.contains("--all shows all"))
      }
      for (cell, rest) in rows(text) where quorums > 1 && seeds > 1 {
        let axes = file.cells[cell - 1].axes.map(\.value.plainText).joined(separator: " ")
        #expect(rest.hasPrefix(axes))
      }
    }
  }

  @Test func whereNotAllFitTheWorstComeFirst() throws {
    let file = try file(quorums: 10, seeds: 20)
    let rates = file.cells.indices.map { Double($0 * 73 % 200) / 200 as Double? }
    let shown = rows(text(rates, of: file, as: TableView(width: 80))).map(\.cell)
    let worst = rates.indices.sorted { (rates[$0] ?? 0) > (rates[$1] ?? 0) }.map { $0 + 1 }
    #expect(shown.count > 10 && shown == Array(worst.prefix(shown.count)))
    var all = TableView(width: 80)
    all.linesMax = nil
    #expect(rows(text(rates, of: file, as: all)).map(\.cell) == Array(1...200))
  }

  /// A falling metric is worst where it is lowest; cells without a value come last.
  @Test func theOrderIsThatOfTheMetric() throws {
    let file = try file(quorums: 2, seeds: 2)
    var view = TableView(width: 80)
    view.order = correct
    #expect(rows(text([0.1, nil, 0.3, 0.2], of: file, as: view)).map(\.cell) == [3, 4, 1, 2])
    view.order = rate
    view.columns = [correct]
    let text = text([0.1, nil, 0.3, 0.2], of: file, as: view)
    #expect(rows(text).map(\.cell) == [3, 4, 1, 2])
    #expect(!text.contains("false_approval_rate"))
  }

  @Test func whatIsExpectedDecidesTheOrder() throws {
    let file = try file(
      quorums: 1, seeds: 80, expect: #"{"metric": "correct_rate", "at_least": 0.5}"#)
    // The worst rate of one metric is not that of the other: correct rates are missing.
    let rates = file.cells.indices.map { Double($0) / 80 as Double? }
    let text = text(rates, of: file, as: TableView(width: 80))
    #expect(text.contains("shown are the worst by correct_rate)"))
    #expect(rows(text).first?.cell == 80)
  }

  // MARK: Choosing

  @Test func conditionsChooseCells() throws {
    let file = try file(quorums: 4, seeds: 3)
    var view = TableView(width: 80)
    view.conditions = [
      try file.condition(ScenarioOverride(axis: "seed", values: "2")),
      try file.condition(ScenarioOverride(axis: "config.quorum_fraction", values: "1/4,0.75")),
    ]
    let rates = file.cells.indices.map { Double($0) / 20 as Double? }
    let text = text(rates, of: file, as: view)
    #expect(rows(text).map(\.cell) == [2, 8])
    #expect(text.hasPrefix("  seed = 2\n"))
    for wrong in ["5", "x", "", "1,9"] {
      #expect(throws: TextProblems.self) {
        try file.condition(ScenarioOverride(axis: "seed", values: wrong))
      }
    }
    #expect(throws: TextProblems.self) {
      try file.condition(ScenarioOverride(axis: "sed", values: "1"))
    }
    #expect(file.problem(withAxis: "sed")?.contains("did you mean 'seed'") == true)
    #expect(file.problem(withAxis: "seed") == nil)
  }

  @Test func oneCellIsAList() throws {
    let file = try file(quorums: 2, seeds: 1)
    var view = TableView(width: 80)
    view.conditions = [
      try file.condition(ScenarioOverride(axis: "config.quorum_fraction", values: "1"))
    ]
    #expect(
      text(
        [0.25, 0.5], worst: [1, 0.75], of: file, [[rate, .init(.falseApprovalRate, .worst)]],
        as: view)
          == """
            config.quorum_fraction = 1
            seed = 1

            metric               value  interval      worst  gap
            false_approval_rate  0.5    [0.49, 0.52]  0.75   0.25

          """)
  }

  // MARK: Matrices

  @Test func anEntryIsTheWorstOfItsCells() throws {
    let file = try file(quorums: 2, seeds: 3)
    var view = TableView(width: 80)
    view.pivot = TableView.Pivot(row: "seed")
    view.columns = [rate]
    #expect(
      text([0.1, 0.2, 0.3, 0.4, 0.15, nil], of: file, as: view) == """
        a row for each seed, the worst of 2 cells over config.quorum_fraction

          seed  false_approval_rate  where
          1     0.4 [0.39, 0.42]     1
          2     0.2 [0.19, 0.22]     0.5
          3     0.3 [0.29, 0.32]     0.5

        """)
    view.over = .mean
    #expect(
      text([0.1, 0.2, 0.3, 0.4, 0.15, nil], of: file, as: view) == """
        a row for each seed, the mean of 2 cells over config.quorum_fraction

          seed  false_approval_rate
          1     0.25
          2     0.175
          3     0.3

        """)
  }

  @Test func twoAxesMakeAMatrix() throws {
    let file = try file(quorums: 2, seeds: 3)
    var view = TableView(width: 80)
    view.pivot = TableView.Pivot(row: "config.quorum_fraction", column: "seed")
    view.columns = [correct]
    // The correct rate is the rest to 1, and the lowest is the worst.
    #expect(
      text([0.1, 0.2, 0.2, 0.4, nil, 0], of: file, as: view) == """
        correct_rate; a column for each seed; * is the worst of its row

          config.quorum_fraction    1     2     3
          0.5                     0.9   0.8*  0.8*
          1                       0.6*    -     1

        no value has an interval wider than ± 0.5

        """)
  }

  /// A value that is only not known could be worse than those that are.
  @Test func whatIsPartlyUnknownIsMarked() throws {
    var view = TableView(width: 80)
    let wide = try ScenarioFile(
      parsing: """
        {"name": "wide",
         "voters": [{"name": "h", "role": "honest", "count": 3},
           {"name": "t", "role": "byzantine", "count": 1, "strategy": "oppose"}],
         "sweep": {"seed": [1, 2], "trials": [1, 2], "mode": ["central", "replicated"]}}
        """)
    view.pivot = TableView.Pivot(row: "seed", column: "trials")
    view.columns = [MetricColumn(.falseApprovalRate, .worst)]
    let worst: [Double?] = [0.5, 0.25, 0.5, nil, nil, nil, 0, 0]
    let text = text(worst.map { _ in 0.1 }, worst: worst, of: wide, as: view)
    #expect(
      text == """
        false_approval_rate_worst, the worst of 2 cells over mode; a column for each
          trials; * is the worst of its row

          seed    1      2
          1     0.5*  0.5?*
          2       -      0*

        ? some of its cells have no such value

        """)
  }
}
