import Agents
import Consensus
import Experiments
import Metrics
import Scenarios

/// A column of `summary.csv` that is no metric.
struct CellColumn: Sendable {
  let name: String
  /// What it holds, in one sentence.
  let meaning: String
  /// The field of a result.
  let value: @Sendable (CellResult) -> String

  private init(
    _ name: String, _ meaning: String, _ value: @escaping @Sendable (CellResult) -> String
  ) {
    self.name = name
    self.meaning = meaning
    self.value = value
  }

  private init(
    count name: String, _ meaning: String, _ number: @escaping @Sendable (CellResult) -> Int
  ) {
    self.init(name, meaning) { String(number($0)) }
  }

  /// The columns before those of the axes.
  static let ofCell = [
    CellColumn("scenario", "The name of the scenario.") { $0.cell.scenario.name },
    CellColumn(count: "cell", "The number of the cell, from 1.") { $0.cell.number },
  ]

  /// The columns after those of the axes.
  static let ofScenario =
    [
      CellColumn("mode", "Whether there is one ballot box or one a voter: central or replicated.") {
        $0.cell.scenario.mode.rawValue
      },
      CellColumn("seed", "The seed of all random draws.") { String($0.cell.scenario.seed) },
      CellColumn(count: "trials", "The number of trials.") { $0.cell.scenario.trials },
      CellColumn(count: "voters", "The number of voters.") { $0.cell.scenario.voterCount },
    ]
    + Role.Kind.allCases.map { kind in
      CellColumn(count: kind.rawValue, "The number of voters who are \(kind.rawValue).") {
        $0.cell.scenario.groups.filter { $0.role.kind == kind }.map(\.count).reduce(0, +)
      }
    } + [
      CellColumn(
        count: "max_byzantine_faults",
        "The number of faulty voters that the protocol claims to withstand, (n - 1) / 3 rounded down."
      ) { $0.cell.scenario.advertisedFaults },
      CellColumn(count: "quorum_required", "The number of voters that a quorum needs.") {
        $0.cell.scenario.rules.quorumRequired
      },
      CellColumn(count: "proposals", "Proposals in all trials together.") {
        $0.counts.outcomes.total
      },
      CellColumn(count: "unwarranted", "Those that the facts do not call for.") {
        $0.counts.outcomes.unwarranted.total
      },
      CellColumn(count: "warranted", "Those that the facts call for.") {
        $0.counts.outcomes.warranted.total
      },
    ] + ofOutcomes("unwarranted", \.unwarranted) + ofOutcomes("warranted", \.warranted)

  private static func ofOutcomes(
    _ truth: String, _ row: @escaping @Sendable (OutcomeCounts) -> OutcomeCounts.Row
  ) -> [CellColumn] {
    [
      CellColumn(count: "approved_\(truth)", "The \(truth) ones that were approved.") {
        row($0.counts.outcomes).approved
      },
      CellColumn(count: "rejected_\(truth)", "The \(truth) ones that were rejected.") {
        row($0.counts.outcomes).rejected
      },
      CellColumn(
        count: "no_quorum_\(truth)",
        "The \(truth) ones that ended neither approved nor rejected."
      ) { row($0.counts.outcomes).undecided },
    ]
  }
}
