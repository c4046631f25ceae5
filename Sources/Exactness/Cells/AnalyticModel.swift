import Agents
import Consensus
import Scenarios
import Simulation

/// The model of a cell for exact sums: phases of a trial, actions, targets, and an electorate for
/// each.
struct AnalyticModel {
  /// Why there are no exact values, in plain words; empty if there are.
  let obstacles: [String]
  /// Why there is no worst case, in plain words; empty if there is one.
  let worstObstacles: [String]
  private let scenario: Scenario
  private let rules: VotingRules
  private let timings: [VoteTiming]
  private let actions: [PricedAction]
  private let phases: [StationaryPhase]
  private let targets: [TargetClass]
  private var effort = ExactEffort.full

  init(_ scenario: Scenario) {
    let timings = scenario.groups.map { VoteTiming(of: $0, in: scenario) }
    let phases = scenario.phases(timings)
    let phaseObstacles =
      phases == nil ? ["voters may crash while they decide on too many different proposals"] : []
    self.scenario = scenario
    self.timings = timings
    self.phases = phases ?? []
    rules = scenario.rules
    actions = PricedAction.all(scenario)
    targets = scenario.targetClasses
    obstacles = scenario.obstacles(timings) + phaseObstacles
    worstObstacles = scenario.worstObstacles
  }

  /// Limits the work of all electorates together.
  mutating func limit(to total: ExactEffort) {
    // Each electorate computes its outcome probabilities and its worst case.
    let electorates = phases.count * targets.count * truths.count
    effort = total.share(1 / Double(2 * max(1, electorates)))
  }

  // MARK: Metrics

  /// The exact metrics.
  func exact() throws(ExactProblem) -> ExactMetrics {
    var risks: [(StationaryPhase, ExactRisk)] = []
    for phase in phases {
      var risk = ExactRisk()
      for target in targets {
        for truth in truths {
          let proposals = proposals(truth.isWarranted, phase.first, target.example)
          let electorate = electorate(on: proposals)
          risk.add(target.share, of: try self.risk(of: electorate, truth.share))
        }
      }
      risks.append((phase, risk))
    }
    return ExactMetrics(
      scenario, risks, isParticipationKnown: !scenario.mayCloseEarly(timings))
  }

  /// The metrics that the best adversary can achieve.
  ///
  /// - Parameter isAllHeard: whether every honest vote arrives. An adversary who can delay votes
  ///   wants them to arrive first, so this is its worst case, too. For an adversary who cannot, it
  ///   is the worst case only if every vote is heard.
  func worst(
    isAllHeard: Bool
  ) throws(ExactProblem) -> (allCounted: ExactMetrics, heldBack: ExactMetrics) {
    var allCounted: [(StationaryPhase, ExactRisk)] = []
    var heldBack: [(StationaryPhase, ExactRisk)] = []
    let whole = [StationaryPhase(first: 1, count: scenario.workload.proposals)]
    for phase in isAllHeard ? whole : phases {
      var risks = (allCounted: ExactRisk(), heldBack: ExactRisk())
      for truth in truths {
        let proposals = proposals(truth.isWarranted, phase.first, nil)
        let worst = try electorate(on: proposals, isAllHeard: isAllHeard)
          .worstCases(ofCritical: kinds)
        for action in actions {
          let endings = worst[kinds.firstIndex(of: action.isCritical) ?? 0]
          func risk(_ endings: AchievableEndings) -> ExactRisk {
            ExactRisk(
              endings, of: action, warranted: truth.isWarranted, truthShare: truth.share)
          }
          risks.allCounted.add(action.share, of: risk(endings.allCounted))
          risks.heldBack.add(action.share, of: risk(endings.heldBack))
        }
      }
      allCounted.append((phase, risks.allCounted))
      heldBack.append((phase, risks.heldBack))
    }
    return (
      ExactMetrics(scenario, allCounted, isParticipationKnown: false),
      ExactMetrics(scenario, heldBack, isParticipationKnown: false)
    )
  }

  /// Whether the faulty voters decide which honest votes have arrived at the tally, because they
  /// can call it or because the network helps them.
  var isArrivalTheirs: Bool {
    let isAtOnce = timings.allSatisfy(\.isAtOnce)
    return scenario.network.scheduler == .adversarial
      || (scenario.safeguards.tally == .anytime && !isAtOnce)
  }

  /// Whether every vote of voters who are not faulty is certain to count.
  var isEverybodyHeard: Bool {
    zip(scenario.groups, timings).allSatisfy { group, timing in
      if group.role.isFaulty || group.count == 0 { return true }
      if case .absent(let role) = group.role, role.mode == .crashAt { return false }
      return timing.isSure(within: scenario.workload.deadline)
    }
  }

  private func risk(
    of electorate: StochasticElectorate, _ truthShare: Double
  ) throws(ExactProblem) -> ExactRisk {
    let endings = try electorate.endings(ofCritical: kinds)
    var risk = ExactRisk()
    for action in actions {
      risk.add(
        action.share,
        of: ExactRisk(
          endings[kinds.firstIndex(of: action.isCritical) ?? 0], of: action,
          warranted: electorate.isWarranted, truthShare: truthShare))
    }
    risk.participation = truthShare * electorate.participationMean
    return risk
  }

  /// Whether proposals are critical, without kinds that do not occur.
  private var kinds: [Bool] {
    [false, true].filter { kind in actions.contains { $0.isCritical == kind } }
  }

  /// Whether proposals are warranted, with probabilities above 0.
  private var truths: [(isWarranted: Bool, share: Double)] {
    let warranted = scenario.workload.warranted
    return [(true, warranted), (false, 1 - warranted)].filter { $0.1 > 0 }
  }

  // MARK: Electorates

  private func proposals(_ isWarranted: Bool, _ number: Int, _ target: Int?) -> ProposalClass {
    ProposalClass(
      isWarranted: isWarranted, number: number, target: target,
      allowsVoteChange: scenario.config.allowVoteChange)
  }

  private func electorate(
    on proposals: ProposalClass, isAllHeard: Bool = false
  ) -> StochasticElectorate {
    let groups = scenario.groups.indices.map { place in
      StochasticGroup(
        scenario.groups[place], on: proposals,
        arriving: isAllHeard ? .sure : arrival(ofGroup: place, proposals.number))
    }
    return StochasticElectorate(
      rules: rules, isWarranted: proposals.isWarranted, groups: groups,
      isOrderKnown: timings.allSatisfy(\.isAtOnce), effort: effort)
  }

  /// The probability that the votes of a group on a proposal arrive in time; 1 if the adversary
  /// controls the group, or if the delay is unknown.
  private func arrival(ofGroup place: Int, _ proposal: Int) -> DelayChances {
    let deadline = scenario.workload.deadline
    guard case .absent(let role) = scenario.groups[place].role, role.mode == .crashAt,
      let crash = role.crashTime
    else { return timings[place].chances(within: deadline) ?? .sure }
    let timeLeft = crash - scenario.openingTime(of: proposal)
    return timings[place].chances(
      within: deadline, thinkingMax: timeLeft - Nanoseconds(1)) ?? .sure
  }
}

extension Scenario {
  /// Why there is no bound on the adversary.
  fileprivate var worstObstacles: [String] {
    if settings.mode == .replicated {
      return ["the replicas have no single decision, so there is no worst one"]
    }
    if groups.allSatisfy({ $0.count == 0 || $0.role.kind == .absent }) {
      return ["there are no voters who could propose"]
    }
    return groups.filter { $0.count > 0 }.flatMap { group in
      (group.role.behaviourTraits?.capabilities ?? []).compactMap { capability in
        switch capability {
        case .forgesVotes where settings.safeguards.authentication == .none:
          "\(group.name): it votes in other voters' names, so no honest vote may count"
        case .opensProposals:
          "\(group.name): it opens proposals of its own, which change every rate"
        case .forgesVotes, .votesTwice, .changesVote, .callsTally, .waitsForLastMoment: nil
        }
      }
    }
  }
}
