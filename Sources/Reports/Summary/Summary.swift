import Agents
import CSV
import Consensus
import Experiments
import JSON
import Scenarios

/// The numbers of a scenario's cells: what `summary.csv` holds, and what is shown of it.
public struct Summary: Sendable {
  /// A row a cell.
  public let table: DataTable
  /// The scenario.
  let file: ScenarioFile

  /// The summary of some results of a scenario.
  public init(_ results: [CellResult], of file: ScenarioFile) {
    self.file = file
    table = DataTable(
      header: Self.header(file), rows: results.map { Self.row($0, of: file) })
  }

  /// Reads a summary of a scenario as it was written; nil if the text is none.
  public init?(csv text: [UInt8], of file: ScenarioFile) {
    guard let table = DataTable(csv: text), table.header == Self.header(file) else { return nil }
    self.file = file
    self.table = table
  }

  static let metrics = Metric.allCases.filter { !$0.isOfDetector }

  /// The axes that have a column of their own: those that are no column anyway.
  private static func axes(of file: ScenarioFile) -> [Int] {
    file.axes.indices.filter { !["mode", "seed", "trials"].contains(file.axes[$0].path) }
  }

  private static func header(_ file: ScenarioFile) -> [String] {
    ["scenario", "cell"] + axes(of: file).map { file.axes[$0].path } + [
      "mode", "seed", "trials", "voters", "honest", "byzantine", "colluding", "absent",
      "max_byzantine_faults", "quorum_required", "proposals", "unwarranted", "warranted",
      "approved_unwarranted", "rejected_unwarranted", "no_quorum_unwarranted",
      "approved_warranted", "rejected_warranted", "no_quorum_warranted",
    ]
      + metrics.flatMap { metric in
        metric.isCount
          ? [metric.rawValue] : ["", "_low", "_high"].map { metric.rawValue + $0 }
      }
  }

  private static func row(_ result: CellResult, of file: ScenarioFile) -> [String] {
    let scenario = result.scenario
    let endings = result.counts.endings
    let rules = VotingRules(
      weights: scenario.weights, config: scenario.config, safeguards: scenario.safeguards)
    let numbers =
      [scenario.trials, scenario.voterCount]
      + Role.Kind.allCases.map { kind in
        scenario.groups.filter { $0.role.kind == kind }.map(\.count).reduce(0, +)
      }
      + [
        VotingRules.maxByzantineFaults(voters: scenario.voterCount), rules.quorumRequired,
        endings.total, endings.unwarranted.total, endings.warranted.total,
        endings.unwarranted.approved, endings.unwarranted.rejected, endings.unwarranted.undecided,
        endings.warranted.approved, endings.warranted.rejected, endings.warranted.undecided,
      ]
    let values = file.axisValues(ofCell: result.number - 1)
    return [file.name, String(result.number)] + axes(of: file).map { values[$0].plainText }
      + [scenario.mode.rawValue, String(scenario.seed)] + numbers.map(String.init)
      + metrics.flatMap { fields(result.measurement(of: $0), isCount: $0.isCount) }
  }

  private static func fields(_ measurement: Measurement, isCount: Bool) -> [String] {
    switch measurement {
    case .estimate(let estimate):
      [estimate.value.shortest, estimate.low.shortest, estimate.high.shortest]
    case .count(let count): [String(count)]
    case .undefined: Array(repeating: "", count: isCount ? 1 : 3)
    }
  }
}
