import Agents
import Consensus

extension Scenario {
  /// The most endings that proposals can have in one trial: one for each ballot box, those of
  /// floods included.
  public var endingsPerTrialMax: Double {
    let flooders = groups.filter { $0.role.does(.opensProposals) }
    let honest = groups.filter { $0.role.kind == .honest }
    return settings.workload.endingsMax(
      boxes: settings.mode == .replicated ? honest.map(\.count).reduce(0, +) : 1,
      floodedFor: flooders.map(\.count).reduce(0, +) * settings.config.maxActiveProposals)
  }
}

extension Workload {
  /// The most endings that proposals can have, given how many a flood opens at most for each one of
  /// the workload: it fills its limits again each time.
  func endingsMax(boxes: Int, floodedFor flood: Int) -> Double {
    Double(proposals) * (1 + Double(flood)) * Double(boxes)
  }
}
