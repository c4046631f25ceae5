import Agents
import Scenarios
import Simulation

/// Consecutive proposals on which the same groups act in the same way.
struct StationaryPhase {
  /// The number of the first proposal, from 1.
  let first: Int
  /// The number of proposals.
  let count: Int
}

extension Scenario {
  /// The phases of a trial; nil if there are too many.
  ///
  /// A new phase begins when a plan becomes active and when voters crash. While voters may crash
  /// before their votes are sent, each proposal is a phase.
  func phases(_ timings: [VoteTiming]) -> [StationaryPhase]? {
    var starts = [1]
    for (group, timing) in zip(groups, timings) where group.count > 0 {
      switch group.role {
      case .colluding(let role): starts.append(role.fromProposal)
      case .absent(let role):
        guard role.mode == .crashAt, let crash = role.crashTime else { continue }
        let range = timing.thinkingRange
        let first = firstProposal(notBefore: crash - range.upperBound)
        let last = firstProposal(notBefore: crash - range.lowerBound)
        if last - first > Self.phasesMax { return nil }
        starts += first...last
      case .honest, .byzantine: break
      }
    }
    let sorted = Set(starts).sorted().filter { $0 <= settings.workload.proposals }
    return zip(sorted, sorted.dropFirst() + [settings.workload.proposals + 1]).map {
      StationaryPhase(first: $0, count: $1 - $0)
    }
  }

  private static let phasesMax = 200

  /// The opening time of a proposal, if the interval is constant.
  func openingTime(of proposal: Int) -> VirtualTime {
    let (product, isOverflow) = Int64(proposal - 1).multipliedReportingOverflow(
      by: settings.workload.interval.least.count)
    return VirtualTime(sinceStart: isOverflow ? .max : Nanoseconds(product))
  }

  /// The first proposal that is not opened before a time; one more than the last if there is none.
  private func firstProposal(notBefore time: VirtualTime) -> Int {
    var (before, notBefore) = (0, settings.workload.proposals + 1)
    while notBefore - before > 1 {
      let middle = (before + notBefore) / 2
      if openingTime(of: middle) < time { before = middle } else { notBefore = middle }
    }
    return notBefore
  }
}
