import Agents
import Consensus
import Scenarios
import Simulation

/// A cell as the sums see it: phases of a trial, actions, targets, and an electorate for each.
struct AnalyticModel {
  /// Why its outcome is not a matter of sums.
  let obstacles: [String]
  /// Why the worst case is not one.
  let worstObstacles: [String]
  private let scenario: Scenario
  private let rules: VotingRules
  private let timings: [VoteTiming]
  private let actions: [PricedAction]
  private let phases: [StationaryPhase]
  private let targets: [TargetClass]
  private var effort = ExactEffort.full

  /// The cell of a scenario.
  init(_ scenario: Scenario) {
    let timings = scenario.groups.map { VoteTiming(of: $0, in: scenario) }
    let phases = scenario.phases(timings)
    let manyStretches =
      phases == nil ? ["voters may crash while they decide on too many different proposals"] : []
    self.scenario = scenario
    self.timings = timings
    self.phases = phases ?? []
    rules = scenario.rules
    actions = PricedAction.all(scenario)
    targets = scenario.targetClasses
    obstacles = scenario.obstacles(timings) + manyStretches
    worstObstacles = scenario.worstObstacles
  }

  /// Lets no more work be done than this, all electorates together.
  mutating func limit(to total: ExactEffort) {
    // Each electorate is asked for its endings and its worst case.
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

  /// The metrics that the best adversary can bring about.
  ///
  /// - Parameter isAllHeard: whether every honest vote arrives. An adversary who holds votes back
  ///   wants them to arrive first, so this gives its worst case; and that of one who cannot, only
  ///   where everybody is heard anyway.
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

  /// Whether the faulty decide which honest votes have arrived when the tally is made: by calling
  /// it, or because the network serves them.
  var isArrivalTheirs: Bool {
    let isAtOnce = timings.allSatisfy(\.isAtOnce)
    return scenario.network.scheduler == .adversarial
      || (scenario.safeguards.tally == .anytime && !isAtOnce)
  }

  /// Whether every vote of those who are not faulty is sure to count.
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

  /// Whether proposals are critical, of those kinds that there are.
  private var kinds: [Bool] {
    [false, true].filter { kind in actions.contains { $0.isCritical == kind } }
  }

  /// What the facts may call for, and how likely.
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

  /// How likely the votes of a group on a proposal arrive in time; for an adversary who holds the
  /// group, or a delay that nobody knows, as if they did.
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
  /// Why no bound can be given for what an adversary does.
  fileprivate var worstObstacles: [String] {
    if settings.mode == .replicated {
      return ["the replicas have no single decision, so there is no worst one"]
    }
    if groups.allSatisfy({ $0.count == 0 || $0.role.kind == .absent }) {
      return ["there are no voters who could propose"]
    }
    return groups.filter { $0.count > 0 }.flatMap { group in
      (group.role.conduct?.capabilities ?? []).compactMap { capability in
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
