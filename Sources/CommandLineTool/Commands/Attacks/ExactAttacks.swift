import Experiments
import Metrics
import Reports
import Scenarios

/// The attacks that reach the values which `exact` prints, as scenario files.
struct ExactAttacks {
  private let folder: AttackFolder

  /// The attacks on some scenarios; throws if the folder cannot take them.
  init(
    _ path: String, on files: [ScenarioFile], besides inputs: [InputPath]
  ) throws(CommandFailure) {
    let names = files.flatMap { file in
      Self.attacked(file).flatMap { cell in
        ExactReport.Bound.allCases.flatMap { bound in
          bound.metrics.map { Self.name($0, bound, cell, of: file) }
        }
      }
    }
    folder = try AttackFolder(path, named: names, besides: inputs)
  }

  /// Writes those on a scenario.
  func write(_ report: ExactReport, in console: Console) throws(CommandFailure) {
    for cell in Self.attacked(report.file) {
      for bound in ExactReport.Bound.allCases {
        for metric in report.metricsAttained(bound, inCell: cell) {
          let name = Self.name(metric, bound, cell, of: report.file)
          if let attack = attack(metric, bound, cell, named: name, report) {
            try folder.write(attack, named: name)
          } else {
            console.showError("\(name): this attack has too many steps for a script\n")
          }
        }
      }
    }
  }

  private static func attacked(_ file: ScenarioFile) -> [ScenarioCell] {
    file.cells.filter(\.scenario.isAttacked)
  }

  private static func name(
    _ metric: Metric, _ bound: ExactReport.Bound, _ cell: ScenarioCell, of file: ScenarioFile
  ) -> String {
    "\(file.name.prefix(40))-\(cell.number)-\(bound.rawValue)-\(metric.rawValue)"
      .replacing("_", with: "-")
  }

  private func attack(
    _ metric: Metric, _ bound: ExactReport.Bound, _ cell: ScenarioCell, named name: String,
    _ report: ExactReport
  ) -> AttackScenario? {
    let analysis = report.analyses[cell.number - 1]
    let description = report.sentence(onAttackReaching: bound, of: metric, inCell: cell)
    return switch bound {
    case .causal:
      AttackScenario(
        causalIn: cell.scenario, analysis, against: metric, named: name, description: description)
    case .worst:
      AttackScenario(
        worstIn: cell.scenario, analysis, of: metric, named: name, description: description)
    }
  }
}
