import Agents
import Consensus
import Scenarios
import Simulation

/// What the best adversary decides in a cell apart from the votes of its own voters.
struct AdversaryReach {
  /// Whether it decides which honest votes have arrived at the tally, because the tally can come
  /// early or because the network helps it.
  let isArrivalTheirs: Bool
  /// Why it is not known which honest votes arrive, in plain words; empty if it is.
  let arrivalObstacles: [String]
  /// Why there may be no strategy for the worst that it could do, in plain words; empty if there is.
  let shortfalls: [String]

  init(_ scenario: Scenario, _ timings: [VoteTiming], arePhasesKnown: Bool) {
    let groups = zip(scenario.groups, timings).filter { $0.0.count > 0 }
    let isAttacked = groups.contains { $0.0.role.isFaulty }
    let isAdversarial = scenario.network.scheduler == .adversarial
    let isCalledEarly =
      scenario.safeguards.tally == .anytime && (isAttacked || scenario.workload.tally == .quorum)
    isArrivalTheirs = isAdversarial || isCalledEarly

    var obstacles = arePhasesKnown ? [] : [AnalyticModel.phaseObstacle]
    for (group, timing) in groups where !group.role.isFaulty {
      obstacles +=
        [timing, timing.withoutScheduler]
        .map { scenario.arrivalObstacles(group, $0, within: scenario.lastMoment) }
        .first { !$0.isEmpty }?.map { "\(group.name): \($0)" } ?? []
    }
    arrivalObstacles = obstacles

    var shortfalls = obstacles
    if isCalledEarly {
      if !isAttacked { shortfalls.append("nobody who is faulty chooses when the tally comes") }
    } else if isAdversarial && scenario.network.delayMax ?? .zero < scenario.lastMoment {
      shortfalls.append("the scheduler cannot hold every vote back until the tally")
    }
    self.shortfalls = shortfalls
  }
}

extension Scenario {
  /// The last moment at which a vote can count, after the opening of its proposal.
  var lastMoment: Nanoseconds {
    min(settings.workload.deadline, expiry ?? settings.workload.deadline)
  }
}
