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
    isArrivalTheirs = scenario.isArrivalTheirs

    var obstacles = arePhasesKnown ? [] : [AnalyticModel.phaseObstacle]
    for (group, timing) in groups where !group.role.isFaulty {
      obstacles +=
        [timing, timing.withoutScheduler]
        .map { scenario.arrivalObstacles(group, $0, within: scenario.lastMoment) }
        .first { !$0.isEmpty }?.map { "\(group.name): \($0)" } ?? []
    }
    arrivalObstacles = obstacles

    var shortfalls = obstacles
    let isTimeChosen =
      scenario.isCalledEarly || (scenario.expiresBeforeDeadline && scenario.isTallyCalled)
    if isTimeChosen {
      if !scenario.isAttacked {
        shortfalls.append("nobody who is faulty chooses when the tally comes")
      }
    } else if isArrivalTheirs {
      shortfalls.append("nobody tells the scheduler which votes to hold back until the tally")
    }
    if isArrivalTheirs { shortfalls += scenario.orderShortfalls }
    self.shortfalls = shortfalls
  }
}

extension Scenario {
  /// Whether the best adversary decides which honest votes have arrived at the tally.
  package var isArrivalTheirs: Bool { settings.network.scheduler == .adversarial || isCalledEarly }

  /// Whether the tally can come before all votes that arrive.
  fileprivate var isCalledEarly: Bool {
    settings.safeguards.tally == .anytime
      && (isAttacked || settings.workload.tally == .quorum)
  }

  /// Whether faulty voters may call a tally that decides, at any time.
  var mayFaultyCall: Bool { isAttacked && settings.safeguards.tally == .anytime }

  /// Whether somebody may call the tally before the deadline.
  var isTallyCalled: Bool { isAttacked || settings.workload.tally != .deadline }

  /// Why no scenario can let the votes of the honest come in the order that suits an adversary best, in
  /// plain words; empty if one can.
  fileprivate var orderShortfalls: [String] {
    let present = honestPoolGroups
    var shortfalls = present.compactMap { place -> String? in
      guard case .absent(let role) = groups[place].role, role.mode == .crashAt else { return nil }
      return "\(groups[place].name): whether its votes arrive depends on when it crashes"
    }
    let weights = Set(present.compactMap { rules.weights[voterRanges[$0].lowerBound] })
    if settings.safeguards.quorumUnit == .weight && weights.count > 1 {
      shortfalls.append("the order of votes that makes a quorum by weight depends on the votes")
    }
    return shortfalls
  }

  /// Why there are no exact values, whatever the work, in plain words; empty if there are.
  package var exactObstacles: [String] { AnalyticModel(self).obstacles.all }

  /// The last moment at which a vote can count, after the opening of its proposal.
  var lastMoment: Nanoseconds {
    min(settings.workload.deadline, expiry ?? settings.workload.deadline)
  }
}
