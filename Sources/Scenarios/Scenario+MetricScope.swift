import Agents
import Metrics
import Simulation

extension Scenario {
  /// What metrics need to know of the cell.
  public var metricScope: MetricScope {
    MetricScope(
      isReplicated: settings.mode == .replicated, voters: voterCount,
      honestVoters: groups.filter { $0.role.kind == .honest }.map(\.count).reduce(0, +),
      proposals: settings.workload.proposals, outcomesPerTrialMax: endingsPerTrialMax,
      deadline: Double(settings.workload.deadline.count), costMax: settings.costs.highest)
  }
}
