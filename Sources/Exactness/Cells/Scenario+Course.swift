import Agents
import Consensus
import Scenarios
import Simulation

extension Scenario {
  /// Why votes cannot be followed in the order of their arrival, in plain words; empty if they can.
  func courseObstacles(_ timings: [VoteTiming]) -> [String] {
    var obstacles: [String] = []
    let end = settings.workload.deadline - Nanoseconds(1)
    if lastMoment == end { obstacles.append("proposals expire at the last moment") }
    let present = groups.indices.filter { groups[$0].isEverHeard }
    obstacles += present.filter { callsBeforeItVotes(groups[$0], timings[$0]) }.map {
      "\(groups[$0].name): it calls the tally before its own votes arrive"
    }
    if !isOrderDecisive { return obstacles }
    for place in present {
      if case .absent(let role) = groups[place].role, role.mode == .crashAt {
        obstacles.append("\(groups[place].name): before its crash only the fastest votes arrive")
      }
    }
    obstacles += present.filter { timings[$0].tellsRightFromWrong }.map {
      "\(groups[$0].name): its right and wrong votes take different times"
    }
    let pool = present.filter { timings[$0].fixedDelay == nil }
    guard let first = pool.first else { return obstacles }
    let others = pool.filter { timings[$0] != timings[first] }
    obstacles += others.map {
      "\(groups[$0].name): its delays are not distributed like those of \(groups[first].name), "
        + "so the order of the votes is not known"
    }
    let late = present.compactMap { timings[$0].fixedDelay }.filter { $0 > timings[first].shortest }
    if !late.isEmpty && others.isEmpty {
      obstacles.append("some votes arrive at a known time, in the midst of others")
    }
    obstacles += tieObstacles(pool.reduce(0) { $0 + groups[$1].count }, timings[first])
    return obstacles
  }

  /// Why it may matter that time has steps of a nanosecond, in plain words; empty if it does not.
  ///
  /// It is neglected that, rarely enough, another vote arrives in the very nanosecond of the one that
  /// ends the voting, and is counted with it.
  func tieObstacles(_ voterCount: Int, _ timing: VoteTiming) -> [String] {
    Double(voterCount) * timing.chanceOfInstant > 1e-5
      ? ["two votes may arrive in the same nanosecond"] : []
  }

  /// Whether a vote may end the voting before the deadline.
  private var isOrderDecisive: Bool {
    settings.workload.tally != .deadline
      || groups.contains { group in
        guard group.count > 0, let traits = group.role.behaviourTraits else { return false }
        return traits.does(.callsTallyWhenWrong)
      }
  }

  /// Whether voters of a group may call the tally at a known time before their votes arrive.
  private func callsBeforeItVotes(_ group: VoterGroup, _ timing: VoteTiming) -> Bool {
    guard let traits = group.role.behaviourTraits, let delay = timing.fixedDelay else {
      return false
    }
    return traits.callsTally && delay > .zero
  }

  /// The course of some proposals, given the probability that a vote of each group arrives in time.
  func course(
    of proposals: ProposalClass, _ timings: [VoteTiming], _ arrivals: [DelayChances]
  ) -> ProposalCourse {
    let victims = victimsOfGroups
    let all = Set(victims.joined()).sorted()
    let parts = groups.indices.map { place in
      ProposalCourse.Group(
        groups[place], number: place, on: proposals, arriving: arrivals[place],
        victims: victims[place].compactMap { all.firstIndex(of: $0) },
        amongThem: voterRanges[place].enumerated().reduce(into: [:]) { found, voter in
          found[voter.offset] = all.firstIndex(of: voter.element)
        })
    }
    let present = groups.indices.filter { groups[$0].isEverHeard }
    let known = present.filter { timings[$0].fixedDelay != nil }
    // Faulty voters know a proposal before it is opened, so they come first.
    let ordered =
      known.filter { groups[$0].role.isFaulty } + known.filter { !groups[$0].role.isFaulty }
    let times = Set([.zero] + known.compactMap { timings[$0].fixedDelay }).sorted()
    return ProposalCourse(
      batches: times.map { time in
        ProposalCourse.Batch(
          time: time, groups: ordered.filter { timings[$0].fixedDelay == time }.map { parts[$0] })
      },
      pool: present.filter { timings[$0].fixedDelay == nil }.map { parts[$0] },
      victimCount: all.count, isWarranted: proposals.isWarranted, tally: settings.workload.tally,
      isOpenAtTheEnd: !expiresBeforeDeadline, isOrderDecisive: isOrderDecisive,
      countsAbstentions: isOrderDecisive && parts.contains(where: \.mayAbstain)
        && (doAbstentionsDecide || voterCount <= Self.abstentionsMax))
  }

  /// Whether the number of abstentions may decide when the voting ends.
  private var doAbstentionsDecide: Bool {
    settings.workload.tally == .all || settings.safeguards.tally == .decisive
  }

  /// The most voters whose abstentions are counted only to know when votes arrive.
  private static let abstentionsMax = 60

  /// When the votes of the pool of a course arrive; nil if that is unknown.
  func arrivalTimes(
    of course: ProposalCourse, _ timings: [VoteTiming], _ arrivals: [DelayChances]
  ) -> ArrivalTimes? {
    guard let first = course.pool.first,
      course.pool.allSatisfy({ timings[$0.number] == timings[first.number] }),
      course.areArrivalsHeard(arrivals[first.number])
    else { return nil }
    return ArrivalTimes(
      voterCount: course.pool.reduce(0) { $0 + $1.count }, timings[first.number],
      last: lastMoment)
  }

  /// The victims of each group, by their numbers.
  private var victimsOfGroups: [[Int]] {
    let electorate = Electorate(groups)
    return groups.map { group in
      guard case .colluding(let role) = group.role, group.count > 0,
        case .lastMove(let word) = role.plan.traits.forecast, word.isAboutVictims
      else { return [] }
      return role.victims(in: electorate)
    }
  }
}

extension VoterGroup {
  /// Whether any vote of the group may reach the ballot box.
  var isEverHeard: Bool {
    if case .absent(let role) = role, role.mode == .crashed { return false }
    return count > 0
  }
}

extension ProposalCourse.Group {
  /// The voters of a group on some proposals, given the probability that each vote arrives.
  ///
  /// - Parameters:
  ///   - victims: those whom its plan is about, by their numbers among all victims.
  ///   - amongThem: the place in the group of each of its voters who is a victim, with its number.
  init(
    _ group: VoterGroup, number: Int, on proposals: ProposalClass, arriving arrival: DelayChances,
    victims: [Int] = [], amongThem: [Int: Int] = [:]
  ) {
    // Who is absent is not heard; all others who are silent abstain.
    let isHeard = group.role.kind != .absent
    func heard(_ chances: VoteChances) -> HeardChances {
      let silent = arrival.within * chances.silent
      return HeardChances(
        approve: arrival.within * chances.approve, reject: arrival.within * chances.reject,
        abstain: isHeard ? silent : 0, missing: arrival.beyond + (isHeard ? 0 : silent))
    }
    let traits = group.role.behaviourTraits
    var conduct = ProposalCourse.Conduct()
    conduct.watches = traits?.does(.callsTallyWhenWrong) ?? false
    conduct.callsAtOpening = traits?.does(.callsTallyAtOpening) ?? false
    if case .lastMove(let word)? = traits?.forecast { conduct.lastMove = word }
    conduct.victims = victims
    var first = proposals
    if traits?.does(.changesVote) == true {
      // Where votes may not change, the first one is what counts.
      first.allowsVoteChange = false
      let newVotes = group.draws(on: proposals).compactMap(\.certainVote)
      if proposals.allowsVoteChange && group.draws(on: first).compactMap(\.certainVote) != newVotes
      {
        conduct.newVote = newVotes.first
      }
    }
    self.init(
      number: number, count: group.count, victimsByPlace: amongThem,
      draws: group.draws(on: first).map { draw in
        ProposalCourse.Draw(
          probability: draw.probability, share: draw.share, acting: draw.acting.map(heard),
          other: heard(draw.other))
      }, conduct: conduct)
  }
}

extension ProposalCourse.Group {
  /// Whether a vote may be an abstention.
  var mayAbstain: Bool {
    draws.contains { $0.other.abstain > 0 || ($0.acting?.abstain ?? 0) > 0 }
  }
}

extension ProposalCourse {
  /// Whether every voter of the pool is counted as heard when its vote arrives, and only then.
  fileprivate func areArrivalsHeard(_ arrival: DelayChances) -> Bool {
    pool.allSatisfy { group in
      if group.mayAbstain && !countsAbstentions { return false }
      return group.draws.allSatisfy { draw in
        guard draw.share == 0 || draw.acting?.missing == arrival.beyond else { return false }
        return draw.share == 1 || draw.other.missing == arrival.beyond
      }
    }
  }
}

extension VotingDraw {
  /// The vote of those who act; nil if it depends on chance or nobody acts.
  fileprivate var certainVote: VoteValue? {
    if share == 0 { return nil }
    return acting == .approving ? .approve : acting == .rejecting ? .reject : nil
  }
}
