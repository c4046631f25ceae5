import Agents
import JSON

/// What is tuned at once: a cell of a scenario, or all those that are draws of one.
package struct TuneCase: Equatable, Sendable {
  /// The number, from 1.
  package let number: Int
  /// The axes of the sweep with their values, without that of the draws.
  package let axes: [AxisValue]
  /// The scenario; several if it is not known for certain, each as likely as the others.
  package let draws: [Scenario]
  /// What is asked.
  package let request: TuneRequest
}

extension ScenarioFile {
  /// The name of the axis whose variants are draws: what may be true of one and the same panel.
  package static let axisOfDraws = "draws"

  /// The axes that tell what is tuned apart.
  package var axesOfTuneCases: [SweepAxis] { axes.filter { $0.name != Self.axisOfDraws } }

  /// What is tuned, in the order of the cells; empty if nothing is asked.
  package var tuneCases: [TuneCase] {
    var cases: [(axes: [AxisValue], draws: [Scenario], request: TuneRequest)] = []
    // Cells with the same values are not beside one another where another axis turns faster.
    var places: [String: Int] = [:]
    for cell in cells {
      guard let request = cell.tuning else { continue }
      let axes = cell.axes.filter { $0.axis != Self.axisOfDraws }
      let key = axes.json.text()
      if let place = places[key] {
        cases[place].draws.append(cell.scenario)
      } else {
        places[key] = cases.count
        cases.append((axes, [cell.scenario], request))
      }
    }
    return cases.enumerated().map { place, one in
      TuneCase(number: place + 1, axes: one.axes, draws: one.draws, request: one.request)
    }
  }
}
