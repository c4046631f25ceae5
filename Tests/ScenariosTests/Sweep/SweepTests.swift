import Agents
import Consensus
import JSON
import Scenarios
import Simulation
import TestSupport
import Testing

struct SweepTests {
  private func file(sweep: String, rest: String = "") throws -> ScenarioFile {
    try ScenarioFile(
      parsing: """
        {"name": "s", "voters": [
          {"name": "a", "role": "honest", "count": 3},
          {"name": "b", "role": "byzantine", "count": 1, "strategy": "oppose"}],
         "sweep": \(sweep)\(rest)}
        """)
  }

  @Test func theLastAxisTurnsFastest() throws {
    let file = try file(
      sweep: """
        {"voters.b.count": {"from": 0, "to": 2}, "config.quorum_fraction": [0.5, 0.75]}
        """)
    #expect(file.cells.map { $0.scenario.groups[1].count } == [0, 0, 1, 1, 2, 2])
    #expect(file.cells.map(\.scenario.config.quorumFraction) == [0.5, 0.75, 0.5, 0.75, 0.5, 0.75])
    #expect(file.cells.map(\.number) == Array(1...6))
    #expect(file.cells[3].axes.map(\.axis) == file.axes.map(\.name))
    #expect(file.cells[3].axes.map(\.value) == [1, 0.75])
    #expect(file.axes.map(\.name) == ["voters.b.count", "config.quorum_fraction"])
  }

  @Test(arguments: [
    (#"{"from": 0.1, "to": 1, "step": 0.1}"#, [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]),
    (#"{"from": 0, "to": 1, "step": 0.3}"#, [0, 0.3, 0.6, 0.9]),
    (#"{"from": 0.05, "to": 0.2, "step": 5e-2}"#, [0.05, 0.1, 0.15, 0.2]),
    (#"{"from": 1e-9, "to": 3e-9, "step": 0.000000001}"#, [1e-9, 2e-9, 3e-9]),
    (#"{"from": 0.7, "to": 0.7}"#, [0.7]),
  ])
  func decimalStepsDoNotDrift(range: String, values: [Double]) throws {
    let file = try file(sweep: #"{"workload.warranted": \#(range)}"#)
    #expect(file.cells.map(\.scenario.workload.warranted) == values)
    #expect(file.axes[0].values == values.map { JSONValue($0) })
  }

  /// What a thousand steps of a hundredth give is what is read from their digits.
  @Test func everyStepIsTheNumberThatIsWritten() throws {
    let file = try file(
      sweep: #"{"workload.deadline": {"from": 0.01, "to": 60, "step": 0.01}}"#)
    #expect(file.cells.count == 6000)
    for (index, cell) in file.cells.enumerated() {
      #expect(cell.scenario.workload.deadline.count == Int64(index + 1) * 10_000_000)
    }
    let values = file.axes[0].values.map { $0.text() }
    #expect(values[28] == "0.29" && values[56] == "0.57" && values[1000] == "10.01")
  }

  @Test(arguments: [
    (
      #"{"from": "1/3", "to": 1, "step": "1/3"}"#,
      ["0.3333333333333333", "0.6666666666666666", "1"]
    ),
    (
      #"{"from": 0.5, "to": "5/6", "step": "1/6"}"#,
      ["0.5", "0.6666666666666666", "0.8333333333333334"]
    ),
    (#"{"from": "0/1", "to": "3/2", "step": "3/4"}"#, ["0", "0.75", "1.5"]),
  ])
  func stepsOfFractionsDoNotDrift(range: String, texts: [String]) throws {
    let path = texts.contains("0") ? "voters.a.latency" : "workload.deadline"
    let file = try file(sweep: #"{"\#(path)": \#(range)}"#)
    #expect(file.axes[0].values.map { $0.text() } == texts)
  }

  /// As many as an electorate of n survives by the bound n > 3f; rows show the word.
  @Test func maxFaultyIsWhatIsAdvertised() throws {
    let file = try ScenarioFile(
      parsing: """
        {"name": "s", "electorate": 1, "voters": [
          {"name": "a", "role": "honest", "count": "rest"},
          {"name": "b", "role": "byzantine", "count": 0, "strategy": "oppose"}],
         "sweep": {"voters.b.count": [0, "max_faulty"], "electorate": {"from": 1, "to": 10}}}
        """)
    let faulty = file.cells.filter { $0.axes[0].value == "max_faulty" }
    #expect(faulty.map { $0.scenario.groups[1].count } == [0, 0, 0, 1, 1, 1, 2, 2, 2, 3])
    #expect(faulty.map { $0.scenario.voterCount } == Array(1...10))
    for cell in faulty { #expect(cell.scenario.groups[1].count == cell.scenario.advertisedFaults) }
    #expect(file.axes[0].values == [0, "max_faulty"])
  }

  @Test func wholeStepsAreWholeNumbers() throws {
    let file = try file(sweep: #"{"voters.b.count": {"from": 1.0, "to": 3, "step": 1.0}}"#)
    #expect(file.cells.map { $0.scenario.groups[1].count } == [1, 2, 3])
    #expect(file.axes[0].values.map { $0.text() } == ["1", "2", "3"])
  }

  @Test func largeRangesStayExact() throws {
    let from = "9007199254740993"
    let file = try file(sweep: #"{"seed": {"from": \#(from), "to": 9007199254740995}}"#)
    #expect(
      file.cells.map(\.scenario.seed) == [
        9_007_199_254_740_993, 9_007_199_254_740_994,
        9_007_199_254_740_995,
      ])
  }

  @Test func expectationsKnowTheirCells() throws {
    let file = try file(
      sweep: #"{"config.quorum_fraction": [0.5, 1.0], "voters.b.strategy": ["oppose", "random"]}"#,
      rest: """
        , "expect": [
          {"metric": "correct_rate", "at_least": 0.5},
          {"metric": "correct_rate", "at_least": 0.6, "where": {"config.quorum_fraction": 1}},
          {"metric": "correct_rate", "at_least": 0.7,
           "where": {"voters.b.strategy": "random", "config.quorum_fraction": [0.5, 5e-1]}}]
        """)
    let limits = file.cells.map { $0.scenario.expectations.map(\.metricClaim?.limit) }
    #expect(
      limits == [
        [.atLeast(0.5)], [.atLeast(0.5), .atLeast(0.7)], [.atLeast(0.5), .atLeast(0.6)],
        [.atLeast(0.5), .atLeast(0.6)],
      ])
    #expect(
      file.cells.map { cell in file.expectations.map { $0.applies(to: cell) } } == [
        [true, false, false], [true, false, true], [true, true, false], [true, true, false],
      ])
  }

  @Test func aSweptFieldNeedNotBeWrittenIfItHasADefault() throws {
    let file = try file(sweep: #"{"safeguards.tally": ["anytime", "decisive"]}"#)
    #expect(file.cells.map(\.scenario.safeguards.tally) == [.anytime, .decisive])
  }
}
