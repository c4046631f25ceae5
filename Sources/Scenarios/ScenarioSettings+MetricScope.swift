import Agents
import Consensus
import Metrics
import Simulation

extension Scenario {
  /// The properties of the cell on which metrics depend.
  package var metricScope: MetricScope {
    settings.metricScope(of: groups.map { ($0.role, $0.count) })
  }
}

extension ScenarioSettings {
  /// The properties of a cell with such groups of voters.
  func metricScope(of groups: [(role: Role, count: Int)]) -> MetricScope {
    func voters(where matches: (Role) -> Bool) -> Int {
      groups.reduce(0) { $0 + (matches($1.role) ? $1.count : 0) }
    }
    let honest = voters { $0.kind == .honest }
    let boxes = mode == .replicated ? honest : 1
    // A flood opens proposals up to its limit again at each proposal of the workload.
    let flood = voters { $0.does(.opensProposals) } * config.maxActiveProposals
    return MetricScope(
      isReplicated: mode == .replicated, voters: voters { _ in true }, honestVoters: honest,
      proposals: workload.proposals,
      outcomesPerTrialMax: Double(workload.proposals) * (1 + Double(flood)) * Double(boxes),
      deadline: Double(workload.deadline.count), costMax: costs.highest)
  }
}
