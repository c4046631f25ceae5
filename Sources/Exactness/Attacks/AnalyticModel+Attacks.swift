import Agents
import Consensus
import Metrics
import Scenarios
import Simulation

extension Scenario {
  /// The same scenario, in which the faulty voters follow the best policy toward an outcome that does
  /// not see the future.
  package func causalAttack(
    toward outcome: BadOutcome, named name: String, description: String
  ) throws(ExactProblem) -> Scenario {
    let scripts = try AnalyticModel(self).causalScripts(toward: outcome)
    return following(scripts, named: name, description: description)
  }

  /// The same scenario, in which the faulty voters bring about the worst value of a metric, and the
  /// votes of the others arrive in an order that suits them, if that is theirs to choose.
  ///
  /// Somebody must be faulty, and the worst value attained.
  package func worstAttack(
    on metric: Metric, named name: String, description: String
  ) throws(ExactProblem) -> Scenario {
    let model = AnalyticModel(self)
    let scripts = try model.worstScripts(on: metric)
    return (isArrivalTheirs ? model.inWorstOrder() : self)
      .following(scripts, named: name, description: description)
  }
}

extension AnalyticModel {
  // MARK: Policies that do not see the future

  /// What each faulty voter does, in their order.
  fileprivate func causalScripts(
    toward outcome: BadOutcome
  ) throws(ExactProblem) -> [[ScriptStep]] {
    var scripts = AttackScripts(self)
    let cell = try CausalCell(
      self, aboutWarranted: [true, false].filter { outcome.wish(warranted: $0) != nil })
    let parts = try kinds.map { critical in
      cell.answers(under: ActionRules(rules, critical: critical)) { adversary, proposals, _ in
        outcome.wish(warranted: proposals.isWarranted).map {
          adversary.moves(toward: $0, last: lastMove)
        } ?? []
      }
    }.values()
    for part in parts.byTruth() {
      scripts.add(
        part.answers.certain, facing: scenario.honestPoolGroups, warranted: part.isWarranted,
        actions.filter { $0.isCritical == part.isCritical })
    }
    return scripts.steps
  }

  /// The last moment at which an adversary can act.
  private var lastMove: Nanoseconds { max(.zero, scenario.lastMoment - Nanoseconds(1)) }

  // MARK: The worst

  /// What each faulty voter does, in their order, to bring about the worst.
  fileprivate func worstScripts(on metric: Metric) throws(ExactProblem) -> [[ScriptStep]] {
    var scripts = AttackScripts(self)
    for truth in truths {
      for critical in kinds {
        var rest = actions.filter { $0.isCritical == critical }
        while let first = rest.first {
          let wishes = first.wishes(metric, warranted: truth.isWarranted)
          let alike = rest.filter { $0.wishes(metric, warranted: truth.isWarranted) == wishes }
          rest.removeAll { action in alike.contains { $0.name == action.name } }
          let (groups, moves) = try worstMoves(
            toward: wishes, warranted: truth.isWarranted, critical: critical)
          scripts.add(moves, facing: groups, warranted: truth.isWarranted, alike)
        }
      }
    }
    return scripts.steps
  }

  /// What an adversary does to bring about the first of its wishes that it can, and the groups whose
  /// votes it looks at.
  private func worstMoves(
    toward wishes: [AchievableEndings.Choice], warranted isWarranted: Bool, critical: Bool
  ) throws(ExactProblem) -> (groups: [Int], moves: [AttackMove]) {
    let arrivals = freeArrivals
    let votes = AdversaryVotes(electorate(on: proposals(isWarranted, 1, nil), arrivals))
    let adversaries = Adversary.both(under: ActionRules(rules, critical: critical), votes)
    let adversary = adversaries.certain ?? adversaries.possible
    let weights = rules.weights(ofGroups: scenario.groups.map(\.count))
    func weight(_ group: Int) -> Int { votes.weights.firstIndex(of: weights[group]) ?? 0 }
    if !scenario.isArrivalTheirs {
      let groups = scenario.honestPoolGroups
      let ending = LastVotes(
        adversary: adversary, counts: groups.map { scenario.groups[$0].count },
        weights: groups.map(weight))
      return (groups, try ending.moves(toward: wishes, at: lastMove))
    }
    let groups = groupsInOrder
    let order = WorstOrder(
      adversary: adversary,
      voters: groups.map { place in
        let group = scenario.groups[place]
        return WorstOrder.Voters(
          count: group.count, weight: weight(place),
          mayBeWrong: group.accuracy(warranted: isWarranted) < 1,
          mayBeMissing: group.isSometimesSilent || arrivals[place].beyond > 0)
      }, isWarranted: isWarranted)
    return (groups, try order.moves(toward: wishes, lookingAt: timeOfWrong + Nanoseconds(1)))
  }

  /// The honest groups, the lightest first.
  private var groupsInOrder: [Int] {
    let weights = rules.weights(ofGroups: scenario.groups.map(\.count))
    return scenario.honestPoolGroups.sorted { (weights[$0], $0) < (weights[$1], $1) }
  }

  /// The chances that votes arrive if no scheduler holds them back.
  private var freeArrivals: [DelayChances] {
    scenario.groups.indices.map {
      arrival(
        ofGroup: $0, 1,
        scenario.network.scheduler == .adversarial ? .notHeldBack : .asInCell)
    }
  }

  // Wrong votes arrive after an eighth of the time that there is, right ones between a quarter and a
  // half of it.
  private var timeOfWrong: Nanoseconds { Nanoseconds(scenario.lastMoment.count / 8) }

  /// The same scenario with the order of votes that suits an adversary best; as many do not arrive.
  fileprivate func inWorstOrder() -> Scenario {
    let order = groupsInOrder
    let arrivals = freeArrivals
    let start = scenario.lastMoment.count / 4
    let width = start / Int64(max(1, order.count))
    return scenario.withoutNetwork(
      scenario.groups.indices.map { place in
        let group = scenario.groups[place]
        guard let slot = order.firstIndex(of: place) else { return group }
        let from = Nanoseconds(start + Int64(slot) * width)
        return group.voting(
          atTimes: .uniform(from: from, to: from + Nanoseconds(width - 1)),
          ifWrong: .constant(timeOfWrong), heardWith: arrivals[place].within)
      })
  }
}

extension VoterGroup {
  /// How likely a voter is right.
  fileprivate func accuracy(warranted isWarranted: Bool) -> Double {
    if case .honest(let role) = role {
      role.accuracy.probability(warranted: isWarranted)
    } else {
      1
    }
  }

  /// Whether a voter may not vote, although its vote would arrive.
  fileprivate var isSometimesSilent: Bool {
    switch role {
    case .honest(let role): role.abstain > 0
    case .absent(let role): role.availability ?? 1 < 1
    case .byzantine, .colluding: false
    }
  }

  /// The same voters with other latencies, of whom fewer vote.
  fileprivate func voting(
    atTimes latency: Distribution, ifWrong: Distribution, heardWith probability: Double
  ) -> VoterGroup {
    var changed = role
    switch role {
    case .honest(var role):
      // Whoever abstains is as silent as whoever is not heard.
      role.abstain = 1 - (1 - role.abstain) * probability
      role.latencyIfWrong = ifWrong
      changed = .honest(role)
    case .absent(var role):
      role.availability = role.availability.map { $0 * probability }
      changed = .absent(role)
    case .byzantine, .colluding: break
    }
    return VoterGroup(name: name, role: changed, count: count, weight: weight, latency: latency)
  }
}

extension PricedAction {
  /// The outcomes that make a metric worse for proposals of this action, the worst first.
  fileprivate func wishes(
    _ metric: Metric, warranted isWarranted: Bool
  ) -> [AchievableEndings.Choice] {
    if let outcome = metric.definition.event {
      return outcome.wish(warranted: isWarranted).map { [$0] } ?? []
    }
    let wrong = AchievableEndings.Choice.wrong(warranted: isWarranted)
    if metric == .correctRate { return [.undecided, wrong] }
    let costs = costs(warranted: isWarranted)
    return [
      (AchievableEndings.Choice.undecided, costs.undecided),
      (wrong, isWarranted ? costs.rejected : costs.approved),
    ]
    .filter { $0.1 > 0 }.sorted { $0.1 > $1.1 }.map(\.0)
  }
}

extension BadOutcome {
  /// What an adversary must bring about on a proposal for this outcome; nil if nothing it does on
  /// this proposal brings it about.
  func wish(warranted isWarranted: Bool) -> AchievableEndings.Choice? {
    switch self {
    case .falseApproval: isWarranted ? nil : .approved
    case .falseRejection: isWarranted ? .rejected : nil
    case .quorumFailure: .undecided
    case .disagreement, .forgedVote: nil
    }
  }
}
