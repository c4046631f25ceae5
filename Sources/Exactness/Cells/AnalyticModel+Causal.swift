import Agents
import Consensus
import Metrics
import Scenarios
import Simulation

extension Scenario {
  /// Why nothing is known of the best adversary who does not see the future, in plain words; empty
  /// if it is known.
  func causalObstacles(_ timings: [VoteTiming]) -> [String] {
    let honest = honestPoolGroups
    guard let first = honest.first else { return ["there are no honest votes"] }
    var obstacles: [String] = []
    for place in honest {
      let (group, timing) = (groups[place], timings[place])
      var reasons = arrivalObstacles(group, timing, within: lastMoment)
      if timing.tellsRightFromWrong {
        reasons.append("its right and wrong votes take different times")
      } else if timing.fixedDelay != nil {
        reasons.append("its votes arrive at a known time")
      } else if timing != timings[first] {
        reasons.append("its delays are not distributed like those of \(groups[first].name)")
      }
      if case .absent(let role) = group.role, role.mode == .crashAt {
        reasons.append("before its crash only the fastest votes arrive")
      }
      obstacles += reasons.map { "\(group.name): \($0)" }
    }
    let voters = honest.reduce(0) { $0 + groups[$1].count }
    return obstacles.isEmpty ? tieObstacles(voters, timings[first]) : obstacles
  }

  /// The honest groups whose votes arrive, as a pool in which each group is a class of its own.
  fileprivate func honestPool(
    _ proposals: ProposalClass, _ arrivals: [DelayChances], units: [Int]
  ) throws(ExactProblem) -> ArrivalChain {
    let parts = honestPoolGroups.map {
      ProposalCourse.Group(groups[$0], number: $0, on: proposals, arriving: arrivals[$0])
    }
    let size = parts.reduce(1.0) {
      $0 * PoolClass.stateCount(voterCount: $1.count, countsAbstentions: $1.mayAbstain)
    }
    if size > PoolStates.countMax { throw .tooManySums }
    let classes = parts.map {
      PoolClass(
        voterCount: $0.count, units: units[$0.number], countsAbstentions: $0.mayAbstain)
    }
    let states = PoolStates(classes)
    let tables = zip(classes, parts).map { one, group in
      var table = one.nobody.map { _ in 0.0 }
      for draw in group.draws where draw.probability > 0 {
        let part = one.adding(group.count, draw.other, to: one.nobody, of: 0)
        for (state, chance) in part.enumerated() { table[state] += draw.probability * chance }
      }
      return table
    }
    return ArrivalChain(states, ends: states.joined(tables))
  }

  /// The honest groups whose votes arrive.
  var honestPoolGroups: [Int] {
    groups.indices.filter { !groups[$0].role.isFaulty && groups[$0].isEverHeard }
  }
}

extension AnalyticModel {
  /// What the best adversary can bring about who does not see the future, and the mistakes of the
  /// strategies.
  ///
  /// - Parameter findsMistakes: whether to look for mistakes.
  func causal(
    findingMistakes findsMistakes: Bool
  ) throws(ExactProblem) -> (
    values: WorstLimits<ExactMetrics>, mistakes: [(metric: Metric, mistake: StrategyMistake)]
  ) {
    var sums = WorstLimits(ExactRisk())
    var mistakes = StrategyMistakes()
    for part in try askCausal({ adversary, proposals, critical in
      let wrong = adversary.policy(toward: .wrong(warranted: proposals.isWarranted))
      let undecided = adversary.policy(toward: .undecided)
      return (
        wrong: adversary.value(of: wrong), undecided: adversary.value(of: undecided),
        mistakes: findsMistakes
          ? self.mistakes(adversary, proposals, critical, missing: wrong, undecided) : []
      )
    }) {
      for action in actions where action.isCritical == part.isCritical {
        sums.update(
          with: part.answers.map { values in
            ExactRisk(
              wrong: values.wrong, undecided: values.undecided, warranted: part.isWarranted,
              truthShare: part.truthShare)
          }
        ) { $0.add(action.share, of: $1) }
      }
      mistakes.add(part.answers.certain.mistakes)
    }
    let whole = StationaryPhase(first: 1, count: scenario.workload.proposals)
    return (sums.map { ExactMetrics(scenario, [(whole, $0)]) }, mistakes.worst)
  }

  /// What comes of the adversaries who do not see the future, for proposals of a truth that are
  /// critical or not.
  struct CausalAnswers<Answer> {
    let isWarranted: Bool
    /// The probability of this truth.
    let truthShare: Double
    let isCritical: Bool
    /// Of one who leans to what is possible, and of one who leans to what is certain.
    let answers: WorstLimits<Answer>
  }

  /// Asks the adversaries who do not see the future.
  ///
  /// - Parameters:
  ///   - asked: whether proposals are warranted, for each truth to ask about.
  ///   - ask: what is asked of each; its classes of voters are the honest groups that are ever heard.
  func askCausal<Answer>(
    aboutWarranted asked: [Bool] = [true, false],
    _ ask: (CausalAdversary, ProposalClass, _ critical: Bool) -> Answer
  ) throws(ExactProblem) -> [CausalAnswers<Answer>] {
    guard let judge = TallyJudge(rules, counts: scenario.groups.map(\.count)) else {
      throw .tooManySums
    }
    let groups = scenario.honestPoolGroups
    let arrivals = scenario.groups.indices.map { arrival(ofGroup: $0, 1, .asInCell) }
    let weights = rules.weights(ofGroups: scenario.groups.map(\.count))
    let chances = CausalAdversary.Chances(
      mayCall: scenario.mayFaultyCall, expires: scenario.expiresBeforeDeadline)
    // Neither what votes can bring about nor when the coordinator tallies depends on the truth.
    var tables: [(critical: Bool, choices: (possible: CausalChoices, certain: CausalChoices?))] = []
    var isForced: [Bool] = []
    var all: [CausalAnswers<Answer>] = []
    for truth in truths where asked.contains(truth.isWarranted) {
      let proposals = proposals(truth.isWarranted, 1, nil)
      let chain = try scenario.honestPool(proposals, arrivals, units: judge.units)
      if tables.isEmpty {
        let electorate = electorate(on: proposals, arrivals)
        tables = kinds.map { critical in
          (critical, electorate.causalChoices(chain.states, groups.map { weights[$0] }, critical))
        }
        isForced = scenario.forcedTallies(chain.states, judge)
      }
      for (critical, choices) in tables {
        let answers = WorstLimits(choices) { choices in
          ask(
            CausalAdversary(
              chain: chain, chances: chances, adversary: choices.adversary,
              weightOfClass: choices.weightOfClass, choices: choices.choices, isForced: isForced),
            proposals, critical)
        }
        all.append(
          CausalAnswers(
            isWarranted: truth.isWarranted, truthShare: truth.share, isCritical: critical,
            answers: answers))
      }
    }
    if judge.hasDoubts { throw .orderMatters }
    return all
  }
}

extension Scenario {
  /// Whether the coordinator tallies after the votes of each state, and whatever it finds is final.
  fileprivate func forcedTallies(_ states: PoolStates, _ judge: TallyJudge) -> [Bool] {
    var forced = Array(repeating: false, count: states.count)
    let tally = settings.workload.tally
    if settings.safeguards.tally == .decisive || tally == .deadline { return forced }
    states.visit { state in
      forced[state.number] = state.total > 0 && tally.isDue(after: states.sum(state), judge)
    }
    return forced
  }
}
