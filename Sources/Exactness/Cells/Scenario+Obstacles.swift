import Agents
import Consensus
import Scenarios
import Simulation

extension Scenario {
  /// Why the outcome of a proposal cannot be computed as a sum, in plain words; empty if it can.
  func obstacles(_ timings: [VoteTiming]) -> [String] {
    if settings.mode == .replicated {
      return ["each replica counts the votes that have reached it, in a random order"]
    }
    let premises = TimingPremises(self, timings)
    var obstacles = workloadObstacles(premises)
    for (group, timing) in zip(groups, timings) where group.count > 0 {
      let ofGroup =
        timingObstacles(group, timing, premises) + behaviourObstacles(group, timing, premises)
      obstacles += ofGroup.map { "\(group.name): \($0)" }
    }
    return obstacles
  }

  /// Whether a proposal may be decided before its last votes, which then do not count for
  /// participation.
  func mayCloseEarly(_ timings: [VoteTiming]) -> Bool {
    if TimingPremises(self, timings).isAllAtOnce { return false }
    let isCalled = groups.contains { $0.count > 0 && $0.role.does(.callsTally) }
    return isCalled || settings.workload.tally == .quorum
  }

  /// Properties of the whole scenario on which the importance of timing depends.
  private struct TimingPremises {
    /// Whether all votes arrive at the instant at which a proposal is opened.
    let isAllAtOnce: Bool
    /// Whether some voters wait for the last moment and look at the votes cast.
    let isWatchedToTheEnd: Bool
    /// Whether some voters change their votes just before the deadline.
    let isChangedAtTheEnd: Bool

    init(_ scenario: Scenario, _ timings: [VoteTiming]) {
      let groups = scenario.groups.filter { $0.count > 0 }
      let timings = zip(scenario.groups, timings).filter { $0.0.count > 0 }.map { $0.1 }
      isWatchedToTheEnd = groups.contains { $0.role.does(.waitsForLastMoment) }
      isChangedAtTheEnd =
        scenario.config.allowVoteChange && groups.contains { $0.role.does(.changesVote) }
      isAllAtOnce =
        timings.allSatisfy(\.isAtOnce) && !isWatchedToTheEnd && !isChangedAtTheEnd
    }
  }

  // MARK: Proposals and tallies

  private func workloadObstacles(_ premises: TimingPremises) -> [String] {
    var obstacles: [String] = []
    let proposers = groups.filter { $0.role.kind != .absent }.reduce(0) { $0 + $1.count }
    if proposers == 0 { return ["there are no voters who could propose"] }
    let turns = (settings.workload.proposals + proposers - 1) / proposers
    let most = settings.config.maxActiveProposals
    let isRefusedOnce =
      Double(settings.workload.interval.least.count) * Double(proposers) * Double(most)
      <= Double(settings.workload.deadline.count)
    if turns > most && isRefusedOnce {
      obstacles.append("a proposal may be refused because of max_active_proposals")
    }
    if settings.workload.tally == .quorum && callsMatter(premises) {
      obstacles.append("the tally comes at the quorum, so the first votes decide")
    }
    if settings.workload.tally == .all && premises.isChangedAtTheEnd {
      obstacles.append("the tally may come before a voter changes its vote")
    }
    if expiresBeforeDeadline { obstacles.append("proposals expire before they are tallied") }
    if premises.isWatchedToTheEnd && premises.isChangedAtTheEnd {
      obstacles.append("votes may change after the last movers have seen them")
    }
    return obstacles
  }

  // MARK: Timing of votes

  private func timingObstacles(
    _ group: VoterGroup, _ timing: VoteTiming, _ premises: TimingPremises
  ) -> [String] {
    if case .absent(let role) = group.role, role.mode == .crashed { return [] }
    var obstacles = arrivalObstacles(group, timing, within: settings.workload.deadline)
    if premises.isWatchedToTheEnd && !isSeen(group, timing) {
      obstacles.append(
        "a vote may come too late for last movers to see it, but in time to count")
    }
    return obstacles
  }

  /// Why it is not known how likely the votes of a group are to arrive by a time, in plain words;
  /// empty if it is.
  func arrivalObstacles(
    _ group: VoterGroup, _ timing: VoteTiming, within limit: Nanoseconds
  ) -> [String] {
    if case .absent(let role) = group.role, role.mode == .crashed { return [] }
    var obstacles: [String] = []
    let isCutOff = settings.network.partitions.contains {
      $0.groups.contains(group.name) && $0.start < $0.end
    }
    if isCutOff && (group.latency != nil || !group.role.isFaulty) {
      obstacles.append("a partition holds votes back")
    }
    if timing.chances(within: limit) == nil {
      obstacles.append(
        "a vote may miss the deadline, with a random latency of both voter and network")
    }
    if case .absent(let role) = group.role, role.mode == .crashAt,
      !settings.workload.interval.isConstant
    {
      obstacles.append("how many proposals come before the crash is random")
    }
    return obstacles
  }

  /// Whether last movers see every vote of a group that counts.
  ///
  /// A delay without an upper limit may end in the last nanosecond. If that is rarer than once in
  /// 10^14 proposals, it is neglected.
  private func isSeen(_ group: VoterGroup, _ timing: VoteTiming) -> Bool {
    let seen = settings.workload.deadline - Nanoseconds(2)
    guard
      let counted = timing.chances(within: settings.workload.deadline),
      let inTime = timing.chances(within: seen)
    else { return timing.isSure(within: seen) }
    return (counted.within - inTime.within) * Double(group.count) <= 1e-14
  }

  // MARK: Faulty voters

  private func behaviourObstacles(
    _ group: VoterGroup, _ timing: VoteTiming, _ premises: TimingPremises
  ) -> [String] {
    guard let traits = group.role.behaviourTraits else { return [] }
    if case .unknown(let reason) = traits.forecast { return [reason] }
    return traits.capabilities.compactMap { capability in
      switch capability {
      case .forgesVotes where settings.safeguards.authentication == .none:
        "it votes in other voters' names, and the first vote counts"
      case .opensProposals: "it opens proposals of its own, up to its limit"
      case .votesTwice where !timing.keepsOrder:
        "it is random which of its two votes arrives first"
      case .changesVote where !timing.isSure(within: settings.workload.deadline - Nanoseconds(1)):
        "its first vote may arrive after the second"
      case .callsTally where callsMatter(premises):
        "it calls the tally before all votes are in"
      // For last movers it matters whether they see the others, which is checked there.
      case .forgesVotes, .votesTwice, .changesVote, .callsTally, .waitsForLastMoment: nil
      }
    }
  }

  /// Whether a tally before the deadline may decide differently from the one at the deadline.
  private func callsMatter(_ premises: TimingPremises) -> Bool {
    if premises.isAllAtOnce { return false }
    return settings.safeguards.tally == .anytime || premises.isChangedAtTheEnd
  }
}
