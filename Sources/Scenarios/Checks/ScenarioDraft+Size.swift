import Agents
import Consensus
import Forms
import JSON
import Metrics
import Simulation

// How much there would be to keep and to add up: more than there is room for is told beforehand.

extension ScenarioDraft {
  /// Reports a scenario that would fill the memory, or whose sums would not be exact.
  func checkSize(_ places: DraftPlaces) {
    guard let counts else { return }
    let scope = settings.metricScope(of: zip(groups, counts).map { ($0.role, $1) })
    let proposals = scope.outcomesPerTrialMax
    if proposals * Double(scope.voters) > ScenarioLimits.votesPerTrialMax {
      places["workload", "proposals"].report(
        "a trial would hold more than \(Self.text(ScenarioLimits.votesPerTrialMax)) votes; "
          + "fewer proposals or voters are needed")
      return
    }
    let trials = Double(settings.trials)
    if trials * proposals > ScenarioLimits.proposalsOfAllTrialsMax {
      places["trials"].report(
        "there would be more than \(Self.text(ScenarioLimits.proposalsOfAllTrialsMax)) proposals "
          + "in all; fewer trials or proposals are needed")
      return
    }
    let perTrial = Metric.totalPerTrialMax(in: scope)
    if trials * perTrial * perTrial > ScenarioLimits.squaresMax {
      places["trials"].report(
        "times or costs would add up to more than can be summed exactly; fewer trials or "
          + "proposals, a shorter deadline or lower costs are needed")
    }
  }

  private static func text(_ number: Double) -> String { JSONValue(shortest: number).text() }
}
