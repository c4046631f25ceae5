import Agents
import Consensus
import Scenarios
import Simulation

/// Why the outcomes of proposals cannot be computed, in plain words.
struct ExactObstacles {
  /// Reasons that nothing removes.
  var always: [String] = []
  /// Reasons why the votes cannot just be added up at the deadline; empty if they can.
  var addingUp: [String] = []
  /// Reasons why they cannot be followed in the order of their arrival; empty if they can.
  var following: [String] = []

  /// The reasons if nothing helps; empty if something does.
  var all: [String] { always + (addingUp.isEmpty ? [] : following) }
}

extension Scenario {
  /// Why the outcome of a proposal cannot be computed.
  func obstacles(_ timings: [VoteTiming]) -> ExactObstacles {
    var obstacles = ExactObstacles()
    if settings.mode == .replicated {
      obstacles.always = ["each replica counts the votes that have reached it, in a random order"]
      return obstacles
    }
    let premises = TimingPremises(self, timings)
    add(workload: premises, to: &obstacles)
    for (group, timing) in zip(groups, timings) where group.count > 0 {
      var ofGroup = ExactObstacles(always: timingObstacles(group, timing, premises))
      add(behaviour: group, timing, premises, to: &ofGroup)
      func named(_ reasons: [String]) -> [String] { reasons.map { "\(group.name): \($0)" } }
      obstacles.always += named(ofGroup.always)
      obstacles.addingUp += named(ofGroup.addingUp)
      obstacles.following += named(ofGroup.following)
    }
    obstacles.following += courseObstacles(timings)
    return obstacles
  }

  /// Whether a proposal may be decided before its last votes, which then do not count for
  /// participation.
  var mayCloseEarly: Bool {
    groups.contains { $0.count > 0 && $0.role.behaviourTraits?.callsTally == true }
      || settings.workload.tally != .deadline
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

  private func add(workload premises: TimingPremises, to obstacles: inout ExactObstacles) {
    let proposers = groups.filter { $0.role.kind != .absent }.reduce(0) { $0 + $1.count }
    if proposers == 0 {
      obstacles.always = ["there are no voters who could propose"]
      return
    }
    let turns = (settings.workload.proposals + proposers - 1) / proposers
    let most = settings.config.maxActiveProposals
    let isRefusedOnce =
      Double(settings.workload.interval.least.count) * Double(proposers) * Double(most)
      <= Double(settings.workload.deadline.count)
    if turns > most && isRefusedOnce {
      obstacles.always.append("a proposal may be refused because of max_active_proposals")
    }
    if settings.workload.tally == .quorum && callsMatter(premises) {
      obstacles.addingUp.append("the tally comes at the quorum, so the first votes decide")
    }
    if settings.workload.tally == .all && premises.isChangedAtTheEnd {
      obstacles.addingUp.append("the tally may come before a voter changes its vote")
    }
    if expiresBeforeDeadline {
      obstacles.addingUp.append("proposals expire before they are tallied")
    }
    if premises.isWatchedToTheEnd && premises.isChangedAtTheEnd {
      obstacles.addingUp.append("votes may change after the last movers have seen them")
    }
  }

  // MARK: Timing of votes

  private func timingObstacles(
    _ group: VoterGroup, _ timing: VoteTiming, _ premises: TimingPremises
  ) -> [String] {
    if case .absent(let role) = group.role, role.mode == .crashed { return [] }
    var obstacles = arrivalObstacles(group, timing, within: lastMoment)
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
        timing.tellsRightFromWrong
          ? "a vote may miss the deadline, and right and wrong ones take different times"
          : "a vote may miss the deadline, with a random latency of both voter and network")
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

  private func add(
    behaviour group: VoterGroup, _ timing: VoteTiming, _ premises: TimingPremises,
    to obstacles: inout ExactObstacles
  ) {
    guard let traits = group.role.behaviourTraits else { return }
    switch traits.forecast {
    case .unknown(let reason):
      obstacles.always = [reason]
      return
    case .lastMove(let word) where word.isAboutVictims:
      obstacles.addingUp.append("its votes depend on those of single voters")
    case .each, .together, .lastMove: break
    }
    for capability in traits.capabilities {
      switch capability {
      case .forgesVotes where settings.safeguards.authentication == .none:
        obstacles.always.append("it votes in other voters' names, and the first vote counts")
      case .opensProposals: obstacles.always += [floodObstacle(group)].compactMap(\.self)
      case .votesTwice where !timing.keepsOrder:
        obstacles.always.append("it is random which of its two votes arrives first")
      case .changesVote where !timing.isSure(within: settings.workload.deadline - Nanoseconds(1)):
        obstacles.always.append("its first vote may arrive after the second")
      case .callsTallyAtOpening, .callsTallyWhenWrong, .callsTallyAtWill:
        if callsMatter(premises) {
          obstacles.addingUp.append("it calls the tally before all votes are in")
        }
        if capability == .callsTallyAtWill {
          obstacles.following.append("it calls the tally at times that are unknown in advance")
        }
      // For last movers it matters whether they see the others, which is checked there.
      case .forgesVotes, .votesTwice, .changesVote, .waitsForLastMoment: break
      }
    }
    if traits.does(.changesVote) && !isVoteCertain(group) {
      obstacles.following.append("it changes votes that depend on chance")
    }
  }

  /// Whether voters who act vote in a way that does not depend on chance.
  private func isVoteCertain(_ group: VoterGroup) -> Bool {
    [true, false].allSatisfy { isWarranted in
      let proposals = ProposalClass(
        isWarranted: isWarranted, number: settings.workload.proposals, target: nil,
        allowsVoteChange: settings.config.allowVoteChange)
      return group.draws(on: proposals).allSatisfy { draw in
        [VoteChances.approving, .rejecting].contains(draw.acting) || draw.share == 0
      }
    }
  }

  /// Whether a tally before the deadline may decide differently from the one at the deadline.
  private func callsMatter(_ premises: TimingPremises) -> Bool {
    if premises.isAllAtOnce { return false }
    return settings.safeguards.tally == .anytime || premises.isChangedAtTheEnd
  }
}
