import Agents
import Consensus
import Scenarios
import Simulation

extension Scenario {
  /// Whether a group opens proposals of its own.
  private func floods(_ group: VoterGroup) -> Bool {
    group.count > 0 && group.role.does(.opensProposals)
  }

  /// Why it is not known how many proposals the voters of a group open who flood, in plain words; nil
  /// if it is.
  ///
  /// At each proposal of the workload a voter opens others up to its limit. If all earlier ones are
  /// closed by then, that is the limit itself, less its own proposal of the workload.
  func floodObstacle(_ group: VoterGroup) -> String? {
    guard floods(group) else { return nil }
    if case .byzantine(let role) = group.role, role.rate < 1 {
      return "it opens proposals of its own only on some of the others"
    }
    if expiresBeforeDeadline || settings.workload.interval.least <= settings.workload.deadline {
      return "it opens proposals of its own, and some of its earlier ones may still be open"
    }
    return nil
  }

  /// The number of proposals that voters open in a phase who flood.
  func floodedProposals(in phase: StationaryPhase) -> Int {
    let flooders = groups.filter(floods).reduce(0) { $0 + $1.count }
    if flooders == 0 { return 0 }
    return phase.count * flooders * settings.config.maxActiveProposals
      - proposalsOfFlooders(before: phase.first + phase.count)
      + proposalsOfFlooders(before: phase.first)
  }

  /// The number of proposals of the workload before one that voters propose who flood.
  ///
  /// All who are not absent take turns.
  private func proposalsOfFlooders(before number: Int) -> Int {
    let turns = groups.filter { $0.role.kind != .absent }.flatMap { group in
      Array(repeating: floods(group), count: group.count)
    }
    let (rounds, rest) = (number - 1).quotientAndRemainder(dividingBy: turns.count)
    return rounds * turns.count(where: \.self) + turns.prefix(rest).count(where: \.self)
  }
}
