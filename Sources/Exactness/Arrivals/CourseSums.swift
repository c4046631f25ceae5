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
      // Judges who answer alike up to the votes of the pool go on from the same states.
      var waiting = [(places: judges.indices.filter { !isTooMuch[$0] }, answersAlike: 0)]
      while let (places, answersAlike) = waiting.popLast() {
        guard let first = places.first else { continue }
        let judge = RecordedJudge(judges[first], course.tally, isRecorded: places.count > 1)
        let opening = opening(pool, judge, states)
        var alike = [first]
        for (difference, places) in places.dropFirst().grouped(by: {
          judge.difference(from: judges[$0], after: answersAlike)
        }) {
          if let difference {
            waiting.append((places, difference.place + 1))
          } else {
            alike += places
          }
        }
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
    if let chain, !course.pool.isEmpty {
      for place in alike {
        for (state, probability) in starts {
          walk(chain, from: state, probability, judges[place], &endings[place])
        }
      }
      return
    }
    // Where nothing stops the votes, the ends are the same for all.
    var last: [End] = []
    func addLast() {
      for place in alike { add(last, judges[place], &endings[place]) }
      last.removeAll(keepingCapacity: true)
    }
    if course.pool.isEmpty {
      last = starts.map { End(moment: moment(after: $0.state), probability: $0.probability) }
    } else {
      states.visit { pool in
        for (state, probability) in starts where ends[pool.number] > 0 {
          last.append(
            End(
              moment: moment(after: state, pool, states),
              probability: probability * ends[pool.number]))
        }
        if last.count >= Self.lastMax { addLast() }
      }
    }
    addLast()
  }

  /// How many ends are kept until they are added.
  private static let lastMax = 1000

  private func walk(
    _ chain: ArrivalChain, from start: CourseState, _ probability: Double, _ judge: TallyJudge,
    _ endings: inout CourseEndings
  ) {
    chain.walk { state, chance in
      var sum = start.sum
      sum.add(chain.states.sum(state))
      guard let decision = stop(at: sum, isWatched: start.isWatched, judge) else { return false }
      let chance = probability * chance
      endings.add(chance, decision, participants: sum.participants, after: nil)
      if decision != .noQuorum { endings.stops[state.total - 1] += chance }
      return true
    } end: { state, chance in
      let end = End(
        moment: moment(after: start, state, chain.states), probability: probability * chance)
      add(CollectionOfOne(end), judge, &endings)
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

  /// The last moment after a start and all votes of the pool that arrive.
  private func moment(
    after start: CourseState, _ pool: PoolStates.State, _ states: PoolStates
  ) -> ProposalCourse.LastMoment {
    var last = start
    last.sum.add(states.sum(pool))
    for (place, victim) in victimsOfClasses {
      if let vote = classes[place].vote(in: pool.parts[place]) { last.victims[victim] = vote }
    }
    return moment(after: last)
  }

  private func moment(after state: CourseState) -> ProposalCourse.LastMoment {
    // What has expired, nobody votes on.
    course.lastMoment(after: state, course.isOpenAtTheEnd ? lateGroups : [], units)
  }

  /// An end without a stop.
  private struct End {
    let moment: ProposalCourse.LastMoment
    let probability: Double
  }

  /// Adds ends under a judge.
  private func add(
    _ ends: some Collection<End>, _ judge: TallyJudge, _ endings: inout CourseEndings
  ) {
    for place in ends.indices {
      let sum =
        ends[place].moment.isKnown
        ? ends[place].moment.sum : course.sum(ends[place].moment, judge)
      endings.add(
        ends[place].probability, !course.isOpenAtTheEnd ? .noQuorum : judge.decision(of: sum),
        participants: sum.participants, after: deadline)
    }
  }
}

extension PoolClass {
  /// The vote of the only voter; nil if it has not voted.
  fileprivate func vote(in state: Int) -> VoteValue? {
    kinds.first { states[state].number(of: $0) > 0 }
  }
}
