import Experiments
import Metrics
import Reports
import Scenarios

/// The attacks that reach the values which `exact` prints, as scenario files.
struct ExactAttacks {
  /// An attack that may be written.
  private struct Attack {
    let report: ExactReport
    let cell: ScenarioCell
    let outcome: BadOutcome
    let name: String
  }

  private let attacks: [Attack]
  private let folder: AttackFolder

  /// The attacks on all cells of some reports; throws if the folder cannot take them.
  init(
    _ path: String, on reports: [ExactReport], besides inputs: [InputPath]
  ) throws(CommandFailure) {
    attacks = reports.flatMap { report in
      report.file.cells.filter(\.scenario.isAttacked).flatMap { cell in
        BadOutcome.allCases.compactMap { outcome in
          guard report.causal(of: outcome.metric, inCell: cell.number) != nil else { return nil }
          let words = "\(report.file.name.prefix(40))-\(cell.number)-causal-\(outcome.rawValue)"
          return Attack(
            report: report, cell: cell, outcome: outcome, name: words.replacing("_", with: "-"))
        }
      }
    }
    folder = try AttackFolder(path, named: attacks.map(\.name), besides: inputs)
  }

  /// Writes them.
  func write(in console: Console) throws(CommandFailure) {
    for attack in attacks {
      let scenario = AttackScenario(
        causalIn: attack.cell.scenario, toward: attack.outcome, named: attack.name,
        description: attack.report.sentence(
          onCausalAttackWith: attack.outcome.metric, inCell: attack.cell))
      if let scenario {
        try folder.write(scenario, named: attack.name)
      } else {
        console.showError("\(attack.name): this policy has too many steps for a script\n")
      }
    }
  }
}
