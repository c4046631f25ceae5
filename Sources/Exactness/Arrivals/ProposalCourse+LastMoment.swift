import Agents
import Consensus

extension ProposalCourse {
  /// The votes after the last moment, in which all who wait see the same votes.
  func sum(after state: CourseState, _ judge: TallyJudge, critical: Bool) -> VoteSum {
    var sum = state.sum
    for group in lateGroups where state.late[group.number] > 0 {
      let count = state.late[group.number]
      let units = judge.units[group.number]
      if let newVote = group.conduct.newVote {
        sum.move(count, units: units, approving: newVote == .approve)
      }
      switch group.conduct.lastMove {
      case nil: break
      case .eachForItself?, .fewestSuffice?:
        add(movers: group, count, seeing: state.sum, judge, critical, to: &sum)
      case .repeatVictims?:
        for place in 0..<count {
          let victims = group.conduct.victims
          let seen = victims.isEmpty ? nil : state.victims[victims[place % victims.count]]
          sum.add(seen ?? rightVote, units: units)
        }
      case .isolateVictims?:
        sum.add(voteAgainstVictims(group, count, state) ?? rightVote, units: units, times: count)
      }
    }
    return sum
  }

  /// All groups of whom some act at the last moment.
  private var lateGroups: [Group] {
    (batches.flatMap(\.groups) + pool).filter { $0.conduct.isLate }
  }

  private func add(
    movers group: Group, _ count: Int, seeing seen: VoteSum, _ judge: TallyJudge, _ critical: Bool,
    to sum: inout VoteSum
  ) {
    let movers = LastMovers(
      group: group.number, count: count, plan: group.conduct.lastMove ?? .eachForItself)
    let traitors = judge.traitors(among: movers, seeing: seen, isWarranted, critical)
    sum = judge.sum(sum, adding: traitors, of: group.number, approving: !isWarranted)
    sum = judge.sum(sum, adding: count - traitors, of: group.number, approving: isWarranted)
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
