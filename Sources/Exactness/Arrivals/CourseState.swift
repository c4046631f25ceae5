import Agents
import Consensus

/// Where a proposal is at a known moment, with all that matters later.
struct CourseState: Hashable {
  /// The votes that were counted.
  var sum = VoteSum()
  /// How many voters of each group act later who act at the last moment.
  var late: [Int]
  /// The votes of the victims, as far as they have voted.
  var victims: [VoteValue?]
  /// Whether somebody watches the votes.
  var isWatched = false
  /// Whether somebody who watches would have called the tally at this moment.
  var wouldCall = false
  /// Whether the tally was called at this moment.
  var isCalled = false
}

/// States with their probabilities, without duplicates, in the order of their first insertion.
struct CourseStates {
  private(set) var states: [(state: CourseState, probability: Double)] = []
  private var places: [CourseState: Int] = [:]

  /// No states.
  init() {}

  /// A single state.
  init(_ state: CourseState, _ probability: Double) {
    add(state, probability)
  }

  mutating func add(_ state: CourseState, _ probability: Double) {
    if probability == 0 { return }
    if let place = places[state] {
      states[place].probability += probability
    } else {
      places[state] = states.count
      states.append((state, probability))
    }
  }
}

extension ProposalCourse {
  /// The states after the votes of a batch, and the decisions of those in which the tally was
  /// called then.
  ///
  /// The votes of a moment are counted one by one. A call in between, for which the sum so far is
  /// enough, is a call all the same; but the tally comes after all votes of the moment.
  func states(
    after batch: Batch, from earlier: CourseStates, _ judge: RecordedJudge,
    decided: (Decision, CourseState, Double) -> Void
  ) -> CourseStates {
    var current = earlier
    for group in batch.groups {
      var sum = CourseStates()
      for draw in group.draws where draw.probability > 0 {
        var part = current
        for place in 0..<group.count {
          var next = CourseStates()
          for (state, probability) in part.states {
            vote(group, place, draw, state, probability, judge) { next.add($0, $1) }
          }
          part = next
        }
        for (state, probability) in part.states { sum.add(state, draw.probability * probability) }
      }
      current = sum
    }
    var open = CourseStates()
    for (state, probability) in current.states {
      if state.isCalled || (state.isWatched && state.wouldCall) {
        let decision = judge.outcome(of: state.sum)
        if decision != .pending {
          decided(decision, state, probability)
          continue
        }
      }
      var state = state
      state.isCalled = false
      state.wouldCall = false
      open.add(state, probability)
    }
    return open
  }

  /// The possible states after a voter of a batch has voted, or not.
  private func vote(
    _ group: Group, _ place: Int, _ draw: Draw, _ state: CourseState, _ probability: Double,
    _ judge: RecordedJudge, _ body: (CourseState, Double) -> Void
  ) {
    func cast(_ chances: HeardChances, _ state: CourseState, _ probability: Double) {
      for value in VoteValue.allCases where chances.chance(of: value) > 0 {
        let voted = self.state(
          state, after: value, of: group, group.victimsByPlace[place], judge)
        body(voted, probability * chances.chance(of: value))
      }
      if chances.missing > 0 { body(state, probability * chances.missing) }
    }
    if draw.share < 1 { cast(draw.other, state, probability * (1 - draw.share)) }
    if draw.share > 0 {
      var acting = state
      act(group, 1, in: &acting)
      if let chances = draw.acting {
        cast(chances, acting, probability * draw.share)
      } else {
        body(acting, probability * draw.share)
      }
    }
  }

  /// Notes that some voters of a group act.
  func act(_ group: Group, _ count: Int, in state: inout CourseState) {
    if count == 0 { return }
    if group.conduct.watches { state.isWatched = true }
    if group.conduct.callsAtOpening { state.isCalled = true }
    if group.conduct.isLate { state.late[group.number] += count }
  }

  private func state(
    _ state: CourseState, after value: VoteValue, of group: Group, _ victim: Int?,
    _ judge: RecordedJudge
  ) -> CourseState {
    var state = state
    if let victim { state.victims[victim] = value }
    if value == .abstain && !countsAbstentions { return state }
    state.sum.add(value, units: judge.judge.units.ofGroups[group.number])
    if !state.isCalled && judge.isDue(after: state.sum) { state.isCalled = true }
    if !state.wouldCall && isOrderDecisive {
      state.wouldCall = judge.outcome(of: state.sum) == wrongDecision
    }
    return state
  }

  /// The decision against the truth.
  var wrongDecision: Decision { isWarranted ? .rejected : .approved }
}

extension Workload.TallyTime {
  /// Whether the coordinator tallies after some votes.
  func isDue(after sum: VoteSum, _ judge: TallyJudge) -> Bool {
    switch self {
    case .deadline: false
    case .quorum: judge.isQuorate(sum)
    case .all: sum.heard == judge.units.voterCount
    }
  }
}
