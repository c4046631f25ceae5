import Consensus
import Simulation

/// Computes what comes of proposals with some course.
struct CourseSums {
  let course: ProposalCourse
  let judge: TallyJudge
  private let effort: ExactEffort
  private let deadline: Double
  /// Which votes of the pool are in which class.
  let classes: [PoolClass]
  let classOfGroup: [Int: Int]

  /// The largest number of states at a known moment.
  private static let momentsMax = 100_000

  /// - Parameter deadline: the deadline, in seconds after the opening.
  init(
    _ course: ProposalCourse, _ judge: TallyJudge, deadline: Double, effort: ExactEffort
  ) throws(ExactProblem) {
    self.course = course
    self.judge = judge
    self.effort = effort
    self.deadline = deadline
    var voters: [(units: Int, count: Int)] = []
    var classOfGroup: [Int: Int] = [:]
    for group in course.pool {
      let units = judge.units[group.number]
      let place = voters.firstIndex { $0.units == units } ?? voters.count
      if place == voters.count { voters.append((units, 0)) }
      voters[place].count += group.count - group.victimsByPlace.count
      classOfGroup[group.number] = place
    }
    let victims = course.pool.flatMap { group in
      group.victimsByPlace.values.sorted().map { (judge.units[group.number], $0) }
    }
    let counts = course.countsAbstentions
    let stateCount =
      voters.reduce(1.0) {
        $0 * PoolClass.stateCount(voterCount: $1.count, countsAbstentions: counts)
      }
      * victims.reduce(1.0) { product, _ in product * 4 }
    if stateCount > min(PoolStates.countMax, effort.additionsMax / 100) { throw .tooManySums }
    classes =
      voters.map {
        PoolClass(voterCount: $0.count, units: $0.units, countsAbstentions: counts)
      }
      + victims.map {
        PoolClass(voterCount: 1, units: $0.0, victim: $0.1, countsAbstentions: true)
      }
    self.classOfGroup = classOfGroup
  }

  /// What comes of proposals.
  ///
  /// - Parameter kinds: whether the action is critical, for each answer.
  func endings(ofCritical kinds: [Bool]) throws(ExactProblem) -> [CourseEndings] {
    var nothing = CourseEndings()
    nothing.stops = Array(repeating: 0, count: course.pool.reduce(0) { $0 + $1.count })
    var endings = kinds.map { _ in nothing }
    let states = PoolStates(classes)
    for pool in poolCases {
      let ends = course.pool.isEmpty ? [] : ends(pool, states)
      let chain = course.isOrderDecisive ? ArrivalChain(states, ends: ends) : nil
      for (place, critical) in kinds.enumerated() {
        try add(pool, states, ends, chain, critical, to: &endings[place])
      }
    }
    if judge.hasDoubts { throw .orderMatters }
    return endings
  }

  // MARK: The way of a proposal

  private func add(
    _ pool: PoolCase, _ states: PoolStates, _ ends: [Double], _ chain: ArrivalChain?,
    _ critical: Bool, to endings: inout CourseEndings
  ) throws(ExactProblem) {
    let groupCount = judge.units.count
    var start = CourseState(
      late: Array(repeating: 0, count: groupCount),
      victims: Array(repeating: nil, count: course.victimCount))
    for (group, _, acting) in pool.groups { course.act(group, acting, in: &start) }
    var current = CourseStates(start, pool.probability)
    for batch in course.batches {
      let seconds = batch.time.seconds
      current = course.states(after: batch, from: current, judge, critical: critical) {
        endings.add($2, $0, participants: $1.sum.participants, after: seconds)
      }
      if current.states.count > Self.momentsMax { throw .tooManySums }
    }
    if course.pool.isEmpty {
      for (state, probability) in current.states {
        end(state, probability, critical, &endings)
      }
      return
    }
    let work = Double(states.count) * Double(current.states.count)
    if work * 100 > effort.additionsMax { throw .tooManySums }
    if let chain {
      for (state, probability) in current.states {
        walk(chain, from: state, probability, critical, &endings)
      }
    } else {
      states.visit { pool in
        for (state, probability) in current.states where ends[pool.number] > 0 {
          end(state, after: pool, states, probability * ends[pool.number], critical, &endings)
        }
      }
    }
  }

  private func walk(
    _ chain: ArrivalChain, from start: CourseState, _ probability: Double, _ critical: Bool,
    _ endings: inout CourseEndings
  ) {
    chain.walk { state, chance in
      var sum = start.sum
      sum.add(chain.states.sum(state))
      guard let decision = stop(at: sum, isWatched: start.isWatched, critical) else {
        return false
      }
      let chance = probability * chance
      endings.add(chance, decision, participants: sum.participants, after: nil)
      if decision != .noQuorum { endings.stops[state.total - 1] += chance }
      return true
    } end: { state, chance in
      end(start, after: state, chain.states, probability * chance, critical, &endings)
    }
  }

  /// The decision of a tally that comes right after a vote; nil if there is none.
  private func stop(at sum: VoteSum, isWatched: Bool, _ critical: Bool) -> Decision? {
    if !course.isOrderDecisive { return nil }
    let isTime = course.tally.isDue(after: sum, judge)
    if !isTime && !isWatched { return nil }
    let decision = judge.outcome(of: sum, critical: critical)
    let isCalled = isTime || decision == course.wrongDecision
    return isCalled && decision != .pending ? decision : nil
  }

  /// The end without a stop, after all votes of the pool that arrive.
  private func end(
    _ start: CourseState, after pool: PoolStates.State, _ states: PoolStates,
    _ probability: Double, _ critical: Bool, _ endings: inout CourseEndings
  ) {
    var last = start
    last.sum.add(states.sum(pool))
    for (place, part) in zip(classes, pool.parts) {
      if let victim = place.victim, let vote = place.vote(in: part) { last.victims[victim] = vote }
    }
    end(last, probability, critical, &endings)
  }

  private func end(
    _ state: CourseState, _ probability: Double, _ critical: Bool, _ endings: inout CourseEndings
  ) {
    if !course.isOpenAtTheEnd {
      endings.add(
        probability, .noQuorum, participants: state.sum.participants, after: deadline)
      return
    }
    let sum = course.sum(after: state, judge, critical: critical)
    endings.add(
      probability, judge.decision(of: sum, critical: critical), participants: sum.participants,
      after: deadline)
  }
}

extension PoolClass {
  /// The vote of the only voter; nil if it has not voted.
  fileprivate func vote(in state: Int) -> VoteValue? {
    kinds.first { states[state].number(of: $0) > 0 }
  }
}
