import Agents
import Consensus

extension Scenario {
  /// The most endings that proposals can have in one trial: one for each ballot box, those of
  /// floods included.
  public var endingsPerTrialMax: Double {
    Self.endingsPerTrialMax(of: groups, mode: mode, workload: workload, config: config)
  }

  static func endingsPerTrialMax(
    of groups: [VoterGroup], mode: SimulationMode, workload: Workload, config: ConsensusConfig
  ) -> Double {
    let honest = groups.filter { $0.role.kind == .honest }.map(\.count).reduce(0, +)
    let boxes = mode == .replicated ? Double(honest) : 1
    let flooders = groups.filter { group in
      if case .byzantine(let role) = group.role { role.strategy == .flood } else { false }
    }.map(\.count).reduce(0, +)
    // A flooder fills its limit again at each proposal of the docket.
    let proposalsForEach = 1 + Double(flooders) * Double(config.maxActiveProposals)
    return Double(workload.proposals) * proposalsForEach * boxes
  }
}
