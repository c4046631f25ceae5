import Agents
import Consensus
import Forms
import JSON
import Metrics
import Simulation

// Limits on memory and on exact sums, which are checked in advance.

extension ScenarioDraft {
  /// Reports a scenario that would need too much memory, or whose sums would not be exact.
  func checkSize(_ places: DraftPlaces) {
    guard let counts else { return }
    let scope = settings.metricScope(of: zip(groups, counts).map { ($0.role, $1) })
    let proposals = scope.outcomesPerTrialMax
    if proposals * Double(scope.voters) > ScenarioLimits.votesPerTrialMax {
      places["workload", "proposals"].report(
        "a trial would have more than \(Self.text(ScenarioLimits.votesPerTrialMax)) votes; "
          + "use fewer proposals or voters")
      return
    }
    let trials = Double(settings.trials)
    if trials * proposals > ScenarioLimits.proposalsOfAllTrialsMax {
      places["trials"].report(
        "there would be more than \(Self.text(ScenarioLimits.proposalsOfAllTrialsMax)) proposals "
          + "in all trials; use fewer trials or proposals")
      return
    }
    let perTrial = Metric.totalPerTrialMax(in: scope)
    if trials * perTrial * perTrial > ScenarioLimits.squaresMax {
      places["trials"].report(
        "the sums of times or costs would be too large to be exact; use fewer trials or "
          + "proposals, a shorter deadline or lower costs")
    }
  }

  private static func text(_ number: Double) -> String { JSONValue(shortest: number).text() }
}
