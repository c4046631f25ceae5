import Agents
import Consensus
import Scenarios
import Simulation

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

extension Array {
  /// What comes of proposals of one truth and any kind, then of those of the next, given it for each
  /// kind.
  func byTruth<Answer>() -> [CausalAnswers<Answer>] where Element == [CausalAnswers<Answer>] {
    (first ?? []).indices.flatMap { truth in map { $0[truth] } }
  }
}

/// The adversaries of a cell who do not see the future, under any rules.
struct CausalCell {
  private let scenario: Scenario
  private let units: VoteUnits
  private let chances: CausalAdversary.Chances
  private let parts: [Part]
  /// What they can choose from, which does not depend on the truth; nil if nothing is asked.
  private let table: CausalTable?

  /// Proposals of a truth.
  private struct Part {
    let proposals: ProposalClass
    let truthShare: Double
    /// The honest votes on them as they arrive.
    let chain: ArrivalChain
  }

  /// - Parameter asked: whether proposals are warranted, for each truth to ask about.
  init(_ model: AnalyticModel, aboutWarranted asked: [Bool]) throws(ExactProblem) {
    let counts = model.scenario.groups.map(\.count)
    guard let units = VoteUnits(model.rules, counts: counts) else { throw .tooManySums }
    self.units = units
    scenario = model.scenario
    chances = CausalAdversary.Chances(
      mayCall: scenario.mayFaultyCall, expires: scenario.expiresBeforeDeadline)
    let arrivals = counts.indices.map { model.arrival(ofGroup: $0, 1, .asInCell) }
    var parts: [Part] = []
    for truth in model.truths where asked.contains(truth.isWarranted) {
      let proposals = model.proposals(truth.isWarranted, 1, nil)
      parts.append(
        Part(
          proposals: proposals, truthShare: truth.share,
          chain: try scenario.honestPool(proposals, arrivals, units: units.ofGroups)))
    }
    self.parts = parts
    let weights = model.rules.weights(ofGroups: counts)
    table = parts.first.map { part in
      CausalTable(
        model.electorate(on: part.proposals, arrivals), part.chain.states,
        model.scenario.honestPoolGroups.map { weights[$0] })
    }
  }

  /// What comes of the adversaries under some rules, for each truth.
  ///
  /// - Parameter ask: what is asked of each; its classes of voters are the honest groups that are ever
  ///   heard.
  func answers<Answer>(
    under rules: ActionRules,
    _ ask: (CausalAdversary, ProposalClass, _ critical: Bool) -> Answer
  ) -> Attempt<[CausalAnswers<Answer>]> {
    guard let table, let states = parts.first?.chain.states else { return .success([]) }
    let choices = table.choices(under: rules)
    let judge = TallyJudge(rules, units)
    let isForced = scenario.forcedTallies(states, judge)
    if judge.hasDoubts { return .failure(.orderMatters) }
    return .success(
      parts.map { part in
        CausalAnswers(
          isWarranted: part.proposals.isWarranted, truthShare: part.truthShare,
          isCritical: rules.critical,
          answers: WorstLimits(choices) { choices in
            ask(
              CausalAdversary(
                chain: part.chain, chances: chances, adversary: choices.adversary,
                weightOfClass: choices.weightOfClass, choices: choices.choices,
                isForced: isForced),
              part.proposals, rules.critical)
          })
      })
  }
}

extension Scenario {
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
