import Agents
import Metrics

extension Scenario {
  /// What metrics need to know of the cell.
  public var metricScope: MetricScope {
    MetricScope(
      isReplicated: mode == .replicated, voters: voterCount,
      honestVoters: groups.filter { $0.role.kind == .honest }.map(\.count).reduce(0, +),
      proposals: workload.proposals, outcomesPerTrialMax: endingsPerTrialMax,
      deadline: Double(workload.deadline.count), costMax: costs.highest)
  }
}
