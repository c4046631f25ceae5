import Agents
import Consensus

extension ProposalCourse {
  /// The votes at the end, in which all who wait have seen the same votes.
  struct LastMoment {
    /// The votes of all but the movers.
    fileprivate(set) var sum: VoteSum
    /// The votes that were seen.
    fileprivate let seen: VoteSum
    /// Those who go by what would be decided.
    fileprivate var movers: [LastMovers] = []

    /// Whether the votes do not depend on what would be decided.
    var isKnown: Bool { movers.isEmpty }
  }

  /// All groups of whom some act at the last moment.
  var lateGroups: [Group] {
    (batches.flatMap(\.groups) + pool).filter { $0.conduct.isLate }
  }

  /// What the last moment makes of the votes of a state, whoever decides on them.
  ///
  /// - Parameter late: all groups of whom some act then.
  func lastMoment(after state: CourseState, _ late: [Group], _ units: VoteUnits) -> LastMoment {
    var moment = LastMoment(sum: state.sum, seen: state.sum)
    for group in late where state.late[group.number] > 0 {
      let count = state.late[group.number]
      let units = units.ofGroups[group.number]
      if let newVote = group.conduct.newVote {
        moment.sum.move(count, units: units, approving: newVote == .approve)
      }
      switch group.conduct.lastMove {
      case nil: break
      case .eachForItself?, .fewestSuffice?:
        moment.movers.append(
          LastMovers(
            group: group.number, count: count, plan: group.conduct.lastMove ?? .eachForItself))
      case .repeatVictims?:
        for place in 0..<count {
          let victims = group.conduct.victims
          let seen = victims.isEmpty ? nil : state.victims[victims[place % victims.count]]
          moment.sum.add(seen ?? rightVote, units: units)
        }
      case .isolateVictims?:
        moment.sum.add(
          voteAgainstVictims(group, count, state) ?? rightVote, units: units, times: count)
      }
    }
    return moment
  }

  /// The votes at the end, if a judge decides on them.
  func sum(_ moment: LastMoment, _ judge: TallyJudge) -> VoteSum {
    var sum = moment.sum
    for movers in moment.movers {
      let traitors = judge.traitors(among: movers, seeing: moment.seen, isWarranted)
      sum = judge.sum(sum, adding: traitors, of: movers.group, approving: !isWarranted)
      sum = judge.sum(
        sum, adding: movers.count - traitors, of: movers.group, approving: isWarranted)
    }
    return sum
  }

  /// The vote against the victims; nil if they disagree or would not be outvoted.
  private func voteAgainstVictims(
    _ group: Group, _ members: Int, _ state: CourseState
  ) -> VoteValue? {
    let voices = group.conduct.victims.compactMap { state.victims[$0] }.filter { $0 != .abstain }
    guard let voice = voices.first, voices.allSatisfy({ $0 == voice }) else { return nil }
    let (approve, reject) = (state.sum.approve.heads, state.sum.reject.heads)
    let (with, against) = voice == .approve ? (approve, reject) : (reject, approve)
    guard against + members > with else { return nil }
    return voice == .approve ? .reject : .approve
  }

  private var rightVote: VoteValue { isWarranted ? .approve : .reject }
}
