import Agents
import Consensus
import Forms
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
      deadline: Double(workload.deadline.count), costMax: costs.highest,
      possibleCounts: possibleCounts(of: groups, boxes: boxes))
  }

  private func possibleCounts(of groups: [(role: Role, count: Int)], boxes: Int) -> PossibleCounts {
    func harm(_ price: Costs.Price) -> ClosedRange<Int> {
      let harms = workload.actions.map { TrialCounts.millionths(of: price.cost(of: $0.name)) }
      return (harms.min() ?? 0)...(harms.max() ?? 0)
    }
    func hasSome(_ matches: (Role) -> Bool) -> Bool {
      groups.contains { $0.count > 0 && matches($0.role) }
    }
    var counts = PossibleCounts()
    // Voters who are absent propose nothing, and without a ballot box nothing is opened.
    let hasProposers = boxes > 0 && hasSome { $0.kind != .absent }
    counts.proposalsTried = hasProposers ? workload.proposals : 0
    counts.hasFlood = hasSome { $0.does(.opensProposals) }
    counts.hasForgeries = hasSome { $0.does(.forgesVotes) }
    // Each voter votes at most in the name of all others, or by each step of a script; each vote may
    // be changed and arrive twice.
    let voters = groups.reduce(0) { $0 + $1.count }
    counts.votesPerOutcomeMax = 4 * voters * (voters + ScenarioLimits.elementsMax)
    counts.falseApprovalHarm = harm(costs.falseApproval)
    counts.falseRejectionHarm = harm(costs.falseRejection)
    counts.failureHarm = harm(costs.quorumFailure)
    counts.hasBloc = groups.contains { $0.role.kind == .colluding && $0.count > 1 }
    return counts
  }
}
