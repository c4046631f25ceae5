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
    let sized = zip(groups, counts)
    let voters = Double(counts.reduce(0, +))
    let honest = sized.filter { $0.0.role.kind == .honest }.map(\.1).reduce(0, +)
    let flooders = sized.filter { $0.0.role.does(.opensProposals) }
    let proposals = settings.workload.endingsMax(
      boxes: settings.mode == .replicated ? honest : 1,
      floodedFor: flooders.map(\.1).reduce(0, +) * settings.config.maxActiveProposals)
    if proposals * voters > ScenarioLimits.votesPerTrialMax {
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
    let perTrial = Metric.totalPerTrialMax(
      in: MetricScope(
        isReplicated: settings.mode == .replicated, voters: counts.reduce(0, +),
        honestVoters: honest, proposals: settings.workload.proposals,
        outcomesPerTrialMax: proposals, deadline: Double(settings.workload.deadline.count),
        costMax: settings.costs.highest))
    if trials * perTrial * perTrial > ScenarioLimits.squaresMax {
      places["trials"].report(
        "times or costs would add up to more than can be summed exactly; fewer trials or "
          + "proposals, a shorter deadline or lower costs are needed")
    }
  }

  private static func text(_ number: Double) -> String { JSONValue(shortest: number).text() }
}
