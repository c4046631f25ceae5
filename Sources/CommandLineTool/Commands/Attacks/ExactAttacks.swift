import Exactness
import Experiments
import Metrics
import Reports
import Scenarios

/// The attacks that reach the values which `exact` prints, as scenario files.
struct ExactAttacks {
  /// An attack that may be written.
  private struct Attack {
    let cell: ScenarioCell
    let analysis: ExactAnalysis
    let metric: Metric
    let bound: ExactReport.Bound
    let name: String
    let description: String
  }

  private let attacks: [Attack]
  private let folder: AttackFolder

  /// The attacks on all cells of some reports; throws if the folder cannot take them.
  init(
    _ path: String, on reports: [ExactReport], besides inputs: [InputPath]
  ) throws(CommandFailure) {
    attacks = reports.flatMap { report in
      report.file.cells.filter(\.scenario.isAttacked).flatMap { cell in
        ExactReport.Bound.allCases.flatMap { bound in
          report.metricsAttained(bound, inCell: cell).map { metric in
            let words =
              "\(report.file.name.prefix(40))-\(cell.number)-\(bound.rawValue)-\(metric.rawValue)"
            return Attack(
              cell: cell, analysis: report.analyses[cell.number - 1], metric: metric, bound: bound,
              name: words.replacing("_", with: "-"),
              description: report.sentence(onAttackReaching: bound, of: metric, inCell: cell))
          }
        }
      }
    }
    folder = try AttackFolder(path, named: attacks.map(\.name), besides: inputs)
  }

  /// Writes them.
  func write(in console: Console) throws(CommandFailure) {
    for attack in attacks {
      if let scenario = scenario(attack) {
        try folder.write(scenario, named: attack.name)
      } else {
        console.showError("\(attack.name): this attack has too many steps for a script\n")
      }
    }
  }

  private func scenario(_ attack: Attack) -> AttackScenario? {
    switch attack.bound {
    case .causal:
      AttackScenario(
        causalIn: attack.cell.scenario, attack.analysis, against: attack.metric, named: attack.name,
        description: attack.description)
    case .worst:
      AttackScenario(
        worstIn: attack.cell.scenario, attack.analysis, of: attack.metric, named: attack.name,
        description: attack.description)
    }
  }
}
