import Consensus
import Simulation

/// What comes of a proposal, with all that its metrics need.
struct CourseEndings {
  /// The probabilities of the outcomes.
  var chances = EndingChances()
  /// The expected number of approvals and rejections.
  var participants = 0.0
  /// The expected seconds to a decision at a known time; where there is none, they count as 0.
  var knownTime = 0.0
  /// The probability that the vote of the pool with this number, from 0, brings a decision.
  var stops: [Double] = []

  /// Adds an outcome at a known time, in seconds, or, if it is nil, at an unknown one.
  mutating func add(
    _ probability: Double, _ decision: Decision, participants count: Int, after seconds: Double?
  ) {
    chances.add(probability, to: decision)
    participants += probability * Double(count)
    if decision == .approved || decision == .rejected {
      knownTime += probability * (seconds ?? 0)
    }
  }
}

/// Computes what comes of proposals with some course.
struct CourseSums {
  private let course: ProposalCourse
  private let judge: TallyJudge
  private let effort: ExactEffort
  private let deadline: Double
  /// Which votes of the pool are in which class.
  private let classes: [PoolClass]
  private let classOfGroup: [Int: Int]

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
      voters[place].count += group.count - group.victims.count
      classOfGroup[group.number] = place
    }
    let victims = course.pool.flatMap { group in
      group.victims.values.sorted().map { (judge.units[group.number], $0) }
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

  /// What comes of proposals, whose action is critical or not.
  func endings(critical: Bool) throws(ExactProblem) -> CourseEndings {
    var endings = CourseEndings()
    endings.stops = Array(repeating: 0, count: course.pool.reduce(0) { $0 + $1.count })
    let states = PoolStates(classes)
    for pool in cases {
      try add(pool, states, critical, to: &endings)
    }
    if judge.hasDoubts { throw .orderMatters }
    return endings
  }

  // MARK: The votes of the pool

  /// Draws of the groups of a pool in which it makes a difference who acts.
  private struct Case {
    var probability = 1.0
    /// The draw of each such group and the number of those who act.
    var groups: [(group: ProposalCourse.Group, draw: ProposalCourse.Draw, acting: Int)] = []
  }

  /// The cases of all groups that act, each with the number of those who do.
  private var cases: [Case] {
    var cases = [Case()]
    for group in course.pool where group.conduct.isAny {
      cases = cases.flatMap { earlier in
        group.draws.filter { $0.probability > 0 }.flatMap { draw in
          binomial(group.count, draw.share).enumerated().filter { $0.element > 0 }.map {
            acting, chance in
            var next = earlier
            next.probability *= draw.probability * chance
            next.groups.append((group, draw, acting))
            return next
          }
        }
      }
    }
    return cases
  }

  /// The probabilities of the votes of the pool at the end.
  private func ends(_ pool: Case, _ states: PoolStates) -> [Double] {
    var mixture: [(probability: Double, tables: [[Double]])] = [(1, classes.map(\.nobody))]
    var earlier = classes.map { _ in 0 }
    for group in course.pool {
      let given = pool.groups.first { $0.group.number == group.number }
      let draws = given.map { [$0.draw] } ?? group.draws.filter { $0.probability > 0 }
      let isJoint = !group.victims.isEmpty && draws.count > 1
      let counts = classCounts(of: group)
      if isJoint {
        mixture = mixture.flatMap { part in
          draws.map { draw in
            (
              part.probability * draw.probability,
              tables(part.tables, adding: group, draw, given?.acting, counts, earlier)
            )
          }
        }
      } else {
        for place in mixture.indices {
          let parts = draws.map { draw in
            tables(mixture[place].tables, adding: group, draw, given?.acting, counts, earlier)
          }
          let shares = given == nil ? draws.map(\.probability) : [1]
          mixture[place].tables = weighted(parts, shares)
        }
      }
      for (place, count) in counts { earlier[place] += count }
    }
    var sum = Array(repeating: 0.0, count: states.count)
    for (probability, tables) in mixture {
      for (number, chance) in states.joined(tables).enumerated() {
        sum[number] += probability * chance
      }
    }
    return sum
  }

  /// The classes of the voters of a group, each with their number.
  private func classCounts(of group: ProposalCourse.Group) -> [(place: Int, count: Int)] {
    let rest = classOfGroup[group.number].map { [($0, group.count - group.victims.count)] } ?? []
    let victims = group.victims.values.sorted().compactMap { victim in
      classes.firstIndex { $0.victim == victim }.map { ($0, 1) }
    }
    return rest + victims
  }

  private func tables(
    _ tables: [[Double]], adding group: ProposalCourse.Group, _ draw: ProposalCourse.Draw,
    _ acting: Int?, _ counts: [(place: Int, count: Int)], _ earlier: [Int]
  ) -> [[Double]] {
    var tables = tables
    for (place, count) in counts {
      let kept = classes[place]
      // Only groups without victims act, so all of them are in one class.
      let active = acting ?? 0
      var table = tables[place]
      if let acting = draw.acting, active > 0 {
        table = kept.adding(active, heard(acting, in: kept), to: table, of: earlier[place])
      }
      let others = acting == nil && draw.share > 0 ? draw.mixed : draw.other
      tables[place] = kept.adding(
        count - active, heard(others, in: kept), to: table, of: earlier[place] + active)
    }
    return tables
  }

  private func heard(_ chances: HeardChances, in kept: PoolClass) -> HeardChances {
    if kept.kinds.contains(.abstain) { return chances }
    var heard = chances
    heard.missing += heard.abstain
    heard.abstain = 0
    return heard
  }

  /// The weighted sum of several tables for each class; the shares sum to 1.
  private func weighted(_ parts: [[[Double]]], _ shares: [Double]) -> [[Double]] {
    if parts.count == 1 { return parts[0] }
    return parts[0].indices.map { place in
      parts[0][place].indices.map { state in
        parts.indices.reduce(0) { $0 + shares[$1] * parts[$1][place][state] }
      }
    }
  }

  // MARK: The way of a proposal

  private func add(
    _ pool: Case, _ states: PoolStates, _ critical: Bool, to endings: inout CourseEndings
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
    let ends = ends(pool, states)
    if course.isOrderDecisive {
      let chain = ArrivalChain(states, ends: ends)
      for (state, probability) in current.states {
        walk(chain, from: state, probability, critical, &endings)
      }
    } else {
      states.forEach { pool in
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
    let isTime = course.isTimeToTally(sum, judge)
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

extension ProposalCourse.Draw {
  /// The votes of a voter of whom nobody knows whether it acts.
  fileprivate var mixed: HeardChances {
    guard let acting else { return other }
    func mix(_ chance: (HeardChances) -> Double) -> Double {
      share * chance(acting) + (1 - share) * chance(other)
    }
    return HeardChances(
      approve: mix(\.approve), reject: mix(\.reject), abstain: mix(\.abstain),
      missing: mix(\.missing))
  }
}

extension PoolClass {
  /// The vote of the only voter; nil if it has not voted.
  fileprivate func vote(in state: Int) -> VoteValue? {
    kinds.first { states[state].number(of: $0) > 0 }
  }
}
