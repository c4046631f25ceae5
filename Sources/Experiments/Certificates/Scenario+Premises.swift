import Agents
import Consensus
import Exactness
import Guarantees
import JSON
import Scenarios
import Simulation

/// What in a scenario breaks a premise.
package struct PremiseBreach: Sendable, Equatable {
  /// The names of the groups that break it; empty if it is not the voters.
  package let groups: [String]
  /// What the value is, in a few words.
  package let measure: String
  /// The worst number of these groups, or a word of the scenario; nil if it is not known.
  package let value: JSONValue?
}

extension Scenario {
  /// What breaks a premise of a guarantee in this scenario; nil if the premise holds.
  package func breach(of premise: Premise, by guarantee: Guarantee) -> PremiseBreach? {
    switch premise {
    case .honestRight:
      return breach("accuracy", { $0.accuracy(on: guarantee.truths) }, isWorse: <, than: 1)
    // This is no demand on the scenario, but one that the guarantee does without.
    case .honestMayDiffer: return nil
    case .honestVote: return breach("probability of abstaining", \.abstain, isWorse: >, than: 0)
    case .votesArriveByDeadline: return lateVotes
    case .allVotesArrive: return lateVotes ?? earlyTally
    case .tallyWaits: return earlyTally
    case .noExpiry:
      return expiresBeforeDeadline
        ? PremiseBreach(
          groups: [], measure: "expiry in seconds",
          value: JSONValue(shortest: settings.config.defaultExpirySeconds.value)) : nil
    case .nobodyForges:
      let forgers = groupsThatForge
      return forgers.isEmpty
        ? nil
        : PremiseBreach(
          groups: forgers.map(\.name), measure: "strategy",
          value: forgers[0].role.behaviourName.map { .string($0) })
    }
  }

  /// The groups whose votes in other voters' names are accepted.
  var groupsThatForge: [VoterGroup] {
    settings.safeguards.authentication == .none
      ? groups.filter { $0.count > 0 && $0.role.does(.forgesVotes) } : []
  }

  // MARK: Honest voters

  private var honest: [(group: VoterGroup, role: HonestRole)] {
    groups.compactMap { group in
      if group.count > 0, case .honest(let role) = group.role { (group, role) } else { nil }
    }
  }

  /// The groups in which a number is worse than it must be, with the worst.
  private func breach(
    _ measure: String, _ value: (HonestRole) -> Double, isWorse: (Double, Double) -> Bool,
    than limit: Double
  ) -> PremiseBreach? {
    let broken = honest.map { (group: $0.group, value: value($0.role)) }
      .filter { isWorse($0.value, limit) }
    let worst = broken.reduce(limit) { isWorse($1.value, $0) ? $1.value : $0 }
    return broken.isEmpty
      ? nil
      : PremiseBreach(
        groups: broken.map(\.group.name), measure: measure, value: JSONValue(shortest: worst))
  }

  // MARK: Time

  /// The groups of which an honest vote may miss the deadline, with the greatest probability of it.
  private var lateVotes: PremiseBreach? {
    let deadline = settings.workload.deadline
    let late = honest.map(\.group).compactMap { group -> (name: String, missing: Double?)? in
      let timing = VoteTiming(of: group, in: self)
      let held = holdMax(of: group)
      if let held, timing.isSure(within: deadline - held) { return nil }
      let missing = held == .zero ? timing.chances(within: deadline)?.beyond : nil
      return (group.name, missing)
    }
    if late.isEmpty { return nil }
    let known = late.compactMap(\.missing)
    return PremiseBreach(
      groups: late.map(\.name), measure: "probability of missing the deadline",
      value: known.count == late.count ? known.max().map { JSONValue(shortest: $0) } : nil)
  }

  /// The longest time for which partitions hold back the votes of an honest group; nil if they are
  /// lost.
  private func holdMax(of group: VoterGroup) -> Nanoseconds? {
    let most = settings.workload.deadline + Nanoseconds(1)
    var held = Nanoseconds.zero
    for partition in settings.network.partitions
    where partition.start < partition.end && separatesHonest(group, partition) {
      if partition.drop { return nil }
      held = min(held + (partition.end - partition.start), most)
    }
    return held
  }

  /// Whether a partition separates an honest group from somebody who counts its votes.
  private func separatesHonest(_ group: VoterGroup, _ partition: PartitionSpecification) -> Bool {
    let isCutOff = partition.groups.contains(group.name)
    switch settings.mode {
    case .central: return isCutOff
    case .replicated:
      return honest.contains { partition.groups.contains($0.group.name) != isCutOff }
    }
  }

  /// A tally before votes arrive that could still change the decision.
  private var earlyTally: PremiseBreach? {
    settings.workload.tally == .quorum && settings.safeguards.tally == .anytime
      ? PremiseBreach(
        groups: [], measure: "tally", value: .string(settings.workload.tally.rawValue)) : nil
  }
}

extension HonestRole {
  /// The lowest accuracy on proposals of some truths.
  fileprivate func accuracy(on truths: [Bool]) -> Double {
    truths.map { accuracy.probability(warranted: $0) }.min() ?? 1
  }
}

extension Role {
  /// The name of the strategy or plan.
  fileprivate var behaviourName: String? {
    switch self {
    case .byzantine(let role): role.strategy.name
    case .colluding(let role): role.plan.name
    case .honest, .absent: nil
    }
  }
}
