import Agents
import Consensus
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
  /// What the best adversary can bring about who does not see the future.
  func causal() throws(ExactProblem) -> WorstLimits<ExactMetrics> {
    var sums = WorstLimits(ExactRisk())
    for truth in truths {
      let proposals = proposals(truth.isWarranted, 1, nil)
      for critical in kinds {
        let values = try causalValues(proposals, critical: critical)
        for action in actions where action.isCritical == critical {
          sums.update(
            with: values.map { values in
              ExactRisk(
                approved: values[0], rejected: values[1], undecided: values[2],
                warranted: truth.isWarranted, truthShare: truth.share)
            }
          ) { $0.add(action.share, of: $1) }
        }
      }
    }
    let whole = StationaryPhase(first: 1, count: scenario.workload.proposals)
    return sums.map { ExactMetrics(scenario, [(whole, $0)]) }
  }

  /// What the best policy for each wish is worth on some proposals: those of an adversary who leans to what is
  /// possible, and to what is certain.
  private func causalValues(
    _ proposals: ProposalClass, critical: Bool
  ) throws(ExactProblem) -> WorstLimits<[Double]> {
    try causalAdversaries(proposals, critical: critical) { adversary in
      adversary.policies().map { adversary.value(of: $0) }
    }
  }

  /// What comes of the adversaries who do not see the future: of one who leans to what is possible,
  /// and of one who leans to what is certain.
  ///
  /// - Parameter ask: what is asked of each; its classes of voters are the honest groups that are
  ///   ever heard.
  func causalAdversaries<Answer>(
    _ proposals: ProposalClass, critical: Bool, ask: (CausalAdversary) -> Answer
  ) throws(ExactProblem) -> WorstLimits<Answer> {
    guard let judge = TallyJudge(rules, counts: scenario.groups.map(\.count)) else {
      throw .tooManySums
    }
    let arrivals = scenario.groups.indices.map { arrival(ofGroup: $0, 1, .asInCell) }
    let chain = try scenario.honestPool(proposals, arrivals, units: judge.units)
    let adversaries = electorate(on: proposals, arrivals).adversaries(critical: critical)
    let weights = scenario.weightsOfGroups(rules)
    let chances = CausalAdversary.Chances(
      mayCall: scenario.mayFaultyCall,
      expires: scenario.expiresBeforeDeadline)
    func answer(_ adversary: Adversary) -> Answer {
      ask(
        CausalAdversary(
          chain: chain, chances: chances, adversary: adversary,
          weightOfClass: scenario.honestPoolGroups.map { group in
            adversaries.weights.firstIndex(of: weights[group]) ?? 0
          },
          isTallied: { scenario.isTallied(chain.states.sum($0), judge) }))
    }
    var limits = WorstLimits(answer(adversaries.possible))
    if let certain = adversaries.certain { limits.certain = answer(certain) }
    if judge.hasDoubts { throw .orderMatters }
    return limits
  }
}

extension Scenario {
  /// Whether the coordinator tallies after some votes, and whatever it finds is final.
  fileprivate func isTallied(_ sum: VoteSum, _ judge: TallyJudge) -> Bool {
    if settings.safeguards.tally == .decisive { return false }
    return switch settings.workload.tally {
    case .deadline: false
    case .quorum: judge.isQuorate(sum)
    case .all: sum.heard == voterCount
    }
  }

  /// The weight of each voter of each group, after any cap.
  func weightsOfGroups(_ rules: VotingRules) -> [Double] {
    voterRanges.map { $0.isEmpty ? 0 : rules.weights[$0.lowerBound] }
  }
}
