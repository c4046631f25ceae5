import Consensus
import Simulation

/// Computes what comes of proposals with some course under several judges.
struct CourseSums {
  let course: ProposalCourse
  let units: VoteUnits
  private let effort: ExactEffort
  private let deadline: Double
  /// All groups of whom some act at the last moment.
  private let lateGroups: [ProposalCourse.Group]
  /// Which votes of the pool are in which class.
  let classes: [PoolClass]
  let classOfGroup: [Int: Int]
  /// The classes of victims, each with the number of the victim.
  private let victimsOfClasses: [(place: Int, victim: Int)]

  /// The largest number of states at a known moment.
  private static let momentsMax = 100_000

  /// - Parameter deadline: the deadline, in seconds after the opening.
  init(
    _ course: ProposalCourse, _ units: VoteUnits, deadline: Double, effort: ExactEffort
  ) throws(ExactProblem) {
    self.course = course
    self.units = units
    self.effort = effort
    self.deadline = deadline
    lateGroups = course.lateGroups
    var voters: [(units: Int, count: Int)] = []
    var classOfGroup: [Int: Int] = [:]
    for group in course.pool {
      let units = units.ofGroups[group.number]
      let place = voters.firstIndex { $0.units == units } ?? voters.count
      if place == voters.count { voters.append((units, 0)) }
      voters[place].count += group.count - group.victimsByPlace.count
      classOfGroup[group.number] = place
    }
    let victims = course.pool.flatMap { group in
      group.victimsByPlace.values.sorted().map { (units.ofGroups[group.number], $0) }
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
    victimsOfClasses = classes.enumerated().compactMap { place, one in
      one.victim.map { (place, $0) }
    }
  }

  /// What comes of proposals under each judge.
  func endings(under judges: [TallyJudge]) -> [Attempt<CourseEndings>] {
    var nothing = CourseEndings()
    nothing.stops = Array(repeating: 0, count: course.pool.reduce(0) { $0 + $1.count })
    var endings = judges.map { _ in nothing }
    var isTooMuch = judges.map { _ in false }
    let states = PoolStates(classes)
    for pool in poolCases {
      let ends = course.pool.isEmpty ? [] : ends(pool, states)
      let chain = course.isOrderDecisive ? ArrivalChain(states, ends: ends) : nil
      var rest = judges.indices.filter { !isTooMuch[$0] }
      while let first = rest.first {
        let judge = RecordedJudge(judges[first], course.tally, isRecorded: rest.count > 1)
        let opening = opening(pool, judge, states)
        // Judges who answer alike up to the votes of the pool go on from the same states.
        let isLike = rest.map { $0 == first || judge.isLike(judges[$0]) }
        let alike = zip(rest, isLike).filter(\.1).map(\.0)
        rest = zip(rest, isLike).filter { !$0.1 }.map(\.0)
        if let opening {
          add(opening, ends, states, chain, judges, alike, to: &endings)
        } else {
          for place in alike { isTooMuch[place] = true }
        }
      }
    }
    return judges.indices.map { place in
      if isTooMuch[place] { return .failure(.tooManySums) }
      return judges[place].hasDoubts ? .failure(.orderMatters) : .success(endings[place])
    }
  }

  // MARK: The way of a proposal

  /// What happens before the votes of the pool.
  private struct Opening {
    var states = CourseStates()
    /// The decisions, with their states, probabilities and seconds.
    var decided: [(decision: Decision, state: CourseState, probability: Double, seconds: Double)] =
      []
  }

  /// What happens before the votes of the pool; nil if there are too many states.
  private func opening(
    _ pool: PoolCase, _ judge: RecordedJudge, _ states: PoolStates
  ) -> Opening? {
    var start = CourseState(
      late: Array(repeating: 0, count: units.ofGroups.count),
      victims: Array(repeating: nil, count: course.victimCount))
    for (group, _, acting) in pool.groups { course.act(group, acting, in: &start) }
    var opening = Opening(states: CourseStates(start, pool.probability))
    for batch in course.batches {
      opening.states = course.states(after: batch, from: opening.states, judge) {
        opening.decided.append(($0, $1, $2, batch.time.seconds))
      }
      if opening.states.states.count > Self.momentsMax { return nil }
    }
    if course.pool.isEmpty { return opening }
    let work = Double(states.count) * Double(opening.states.states.count)
    return work * 100 > effort.additionsMax ? nil : opening
  }

  /// Adds what comes after an opening under some of the judges.
  private func add(
    _ opening: Opening, _ ends: [Double], _ states: PoolStates, _ chain: ArrivalChain?,
    _ judges: [TallyJudge], _ alike: [Int], to endings: inout [CourseEndings]
  ) {
    for place in alike {
      for (decision, state, probability, seconds) in opening.decided {
        endings[place].add(
          probability, decision, participants: state.sum.participants, after: seconds)
      }
    }
    let starts = opening.states.states
    if course.pool.isEmpty {
      for (state, probability) in starts { end(state, probability, judges, alike, &endings) }
    } else if let chain {
      for place in alike {
        for (state, probability) in starts {
          walk(chain, from: state, probability, judges, place, &endings)
        }
      }
    } else {
      states.visit { pool in
        for (state, probability) in starts where ends[pool.number] > 0 {
          end(state, after: pool, states, probability * ends[pool.number], judges, alike, &endings)
        }
      }
    }
  }

  private func walk(
    _ chain: ArrivalChain, from start: CourseState, _ probability: Double, _ judges: [TallyJudge],
    _ place: Int, _ endings: inout [CourseEndings]
  ) {
    let judge = judges[place]
    chain.walk { state, chance in
      var sum = start.sum
      sum.add(chain.states.sum(state))
      guard let decision = stop(at: sum, isWatched: start.isWatched, judge) else { return false }
      let chance = probability * chance
      endings[place].add(chance, decision, participants: sum.participants, after: nil)
      if decision != .noQuorum { endings[place].stops[state.total - 1] += chance }
      return true
    } end: { state, chance in
      end(
        start, after: state, chain.states, probability * chance, judges, CollectionOfOne(place),
        &endings)
    }
  }

  /// The decision of a tally that comes right after a vote; nil if there is none.
  private func stop(at sum: VoteSum, isWatched: Bool, _ judge: TallyJudge) -> Decision? {
    if !course.isOrderDecisive { return nil }
    let isTime = course.tally.isDue(after: sum, judge)
    if !isTime && !isWatched { return nil }
    let decision = judge.outcome(of: sum)
    let isCalled = isTime || decision == course.wrongDecision
    return isCalled && decision != .pending ? decision : nil
  }

  /// The end without a stop, after all votes of the pool that arrive, under some of the judges.
  private func end(
    _ start: CourseState, after pool: PoolStates.State, _ states: PoolStates,
    _ probability: Double, _ judges: [TallyJudge], _ places: some Collection<Int>,
    _ endings: inout [CourseEndings]
  ) {
    var last = start
    last.sum.add(states.sum(pool))
    for (place, victim) in victimsOfClasses {
      if let vote = classes[place].vote(in: pool.parts[place]) { last.victims[victim] = vote }
    }
    end(last, probability, judges, places, &endings)
  }

  private func end(
    _ state: CourseState, _ probability: Double, _ judges: [TallyJudge],
    _ places: some Collection<Int>, _ endings: inout [CourseEndings]
  ) {
    if !course.isOpenAtTheEnd {
      for place in places {
        endings[place].add(
          probability, .noQuorum, participants: state.sum.participants, after: deadline)
      }
      return
    }
    let moment = course.lastMoment(after: state, lateGroups, units)
    for place in places {
      let sum = course.sum(moment, judges[place])
      endings[place].add(
        probability, judges[place].decision(of: sum), participants: sum.participants,
        after: deadline)
    }
  }
}

extension PoolClass {
  /// The vote of the only voter; nil if it has not voted.
  fileprivate func vote(in state: Int) -> VoteValue? {
    kinds.first { states[state].number(of: $0) > 0 }
  }
}
