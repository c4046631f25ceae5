import Agents
import Consensus
import Scenarios
import Simulation

/// The model of a cell for exact sums: phases of a trial, actions, targets, and an electorate for
/// each.
struct AnalyticModel {
  /// Why there are no exact values.
  let obstacles: ExactObstacles
  /// Why there is no worst case, in plain words; empty if there is one.
  let worstObstacles: [String]
  /// What the worst case rests on.
  let reach: AdversaryReach
  /// Why the best adversary who does not see the future is unknown, in plain words; empty if it is
  /// known.
  let causalObstacles: [String]
  let scenario: Scenario
  let rules: VotingRules
  let timings: [VoteTiming]
  let actions: [PricedAction]
  private let phases: [StationaryPhase]
  private let targets: [TargetClass]
  private var effort = ExactEffort.full

  /// Why there are no exact values if there are too many phases.
  static let phaseObstacle = "voters may crash while they decide on too many different proposals"

  init(_ scenario: Scenario) {
    let timings = scenario.groups.map { VoteTiming(of: $0, in: scenario) }
    let phases = scenario.phases(timings)
    let phaseObstacles = phases == nil ? [Self.phaseObstacle] : []
    self.scenario = scenario
    self.timings = timings
    self.phases = phases ?? []
    rules = scenario.rules
    actions = PricedAction.all(scenario)
    targets = scenario.targetClasses
    var obstacles = scenario.obstacles(timings)
    obstacles.always += phaseObstacles
    self.obstacles = obstacles
    worstObstacles = scenario.worstObstacles
    causalObstacles =
      scenario.worstObstacles.isEmpty ? scenario.causalObstacles(timings) : scenario.worstObstacles
    reach = AdversaryReach(scenario, timings, arePhasesKnown: phases != nil)
  }

  /// Limits the work of all electorates together.
  mutating func limit(to total: ExactEffort) {
    // Each electorate computes its outcome probabilities and its worst case.
    let electorates = phases.count * targets.count * truths.count
    effort = total.share(1 / Double(2 * max(1, electorates)))
  }

  // MARK: Metrics

  /// The exact metrics.
  ///
  /// Votes that all count are added up. Where the voting may end early they are followed in the order
  /// of their arrival, which also shows when it ends and with how many votes.
  func exact() throws(ExactProblem) -> ExactMetrics {
    let mayCloseEarly = scenario.mayCloseEarly
    if obstacles.addingUp.isEmpty && !(mayCloseEarly && obstacles.following.isEmpty) {
      return try addingUp(mayCloseEarly: mayCloseEarly)
    }
    do throws(ExactProblem) {
      return try following()
    } catch {
      if !obstacles.addingUp.isEmpty { throw error }
      return try addingUp(mayCloseEarly: mayCloseEarly)
    }
  }

  private func addingUp(mayCloseEarly: Bool) throws(ExactProblem) -> ExactMetrics {
    let deadline = scenario.workload.deadline.seconds
    return try metrics { proposals, arrivals, share throws(ExactProblem) in
      let electorate = electorate(on: proposals, arrivals)
      let endings = try electorate.endings(ofCritical: kinds)
      var risk = ExactRisk()
      for action in actions {
        let chances = endings[kinds.firstIndex(of: action.isCritical) ?? 0]
        risk.add(
          action.share,
          of: ExactRisk(
            chances, of: action, warranted: proposals.isWarranted, truthShare: share))
      }
      risk.participation = mayCloseEarly ? nil : share * electorate.participationMean
      risk.decisionTime = mayCloseEarly ? nil : deadline * risk.decided
      return risk
    }
  }

  private func following() throws(ExactProblem) -> ExactMetrics {
    guard let judge = TallyJudge(rules, counts: scenario.groups.map(\.count)) else {
      throw .tooManySums
    }
    // Most kinds of proposals have the same times.
    var known: (times: ArrivalTimes?, means: [Double]?) = (nil, nil)
    return try metrics { proposals, arrivals, share throws(ExactProblem) in
      let course = scenario.course(of: proposals, timings, arrivals)
      let sums = try CourseSums(
        course, judge, deadline: scenario.workload.deadline.seconds, effort: effort)
      let endings = try sums.endings(ofCritical: kinds)
      let times = scenario.arrivalTimes(of: course, timings, arrivals)
      if times != known.times && endings.contains(where: \.doVotesEndIt) {
        known = (times, times?.means())
      }
      let decisionTimes = endings.map { $0.decisionTime(known.means) }
      var risk = ExactRisk()
      for action in actions {
        let kind = kinds.firstIndex(of: action.isCritical) ?? 0
        risk.add(
          action.share,
          of: ExactRisk(
            endings[kind], decisionTimes[kind], of: action, warranted: proposals.isWarranted,
            truthShare: share, voters: rules.voterCount))
      }
      return risk
    }
  }

  /// The metrics, given the risk of proposals with a known truth and its probability.
  private func metrics(
    _ risk: (ProposalClass, [DelayChances], _ truthShare: Double) throws(ExactProblem) -> ExactRisk
  ) throws(ExactProblem) -> ExactMetrics {
    var risks: [(StationaryPhase, ExactRisk)] = []
    for phase in phases {
      let arrivals = scenario.groups.indices.map { arrival(ofGroup: $0, phase.first, .asInCell) }
      var sum = ExactRisk()
      for target in targets {
        for truth in truths {
          let proposals = proposals(truth.isWarranted, phase.first, target.example)
          sum.add(target.share, of: try risk(proposals, arrivals, truth.share))
        }
      }
      risks.append((phase, sum))
    }
    return ExactMetrics(scenario, risks)
  }

  /// The metrics that the best adversary can achieve, with the honest votes that arrive: if all of
  /// them count, and if it also decides which have arrived at the tally.
  func worst(
    _ arrival: Arrival
  ) throws(ExactProblem) -> (
    allCounted: WorstLimits<ExactMetrics>, heldBack: WorstLimits<ExactMetrics>
  ) {
    let whole = [StationaryPhase(first: 1, count: scenario.workload.proposals)]
    var allCounted = WorstLimits<[(StationaryPhase, ExactRisk)]>([])
    var heldBack = allCounted
    // Most phases differ in what faulty voters do, which makes no difference here.
    var last: (arrivals: [DelayChances], risks: WorstRisks)?
    for phase in arrival == .sure ? whole : phases {
      let arrivals = scenario.groups.indices.map {
        self.arrival(ofGroup: $0, phase.first, arrival)
      }
      let risks: WorstRisks
      if let last, last.arrivals == arrivals {
        risks = last.risks
      } else {
        risks = try worst(on: phase, arrivals)
        last = (arrivals, risks)
      }
      allCounted.update(with: risks.allCounted) { $0.append((phase, $1)) }
      heldBack.update(with: risks.heldBack) { $0.append((phase, $1)) }
    }
    func metrics(_ risks: [(StationaryPhase, ExactRisk)]) -> ExactMetrics {
      ExactMetrics(scenario, risks)
    }
    return (allCounted.map(metrics), heldBack.map(metrics))
  }

  private typealias WorstRisks = (
    allCounted: WorstLimits<ExactRisk>, heldBack: WorstLimits<ExactRisk>
  )

  private func worst(
    on phase: StationaryPhase, _ arrivals: [DelayChances]
  ) throws(ExactProblem) -> WorstRisks {
    var risks = (allCounted: WorstLimits(ExactRisk()), heldBack: WorstLimits(ExactRisk()))
    for truth in truths {
      let proposals = proposals(truth.isWarranted, phase.first, nil)
      let worst = try electorate(on: proposals, arrivals).worstCases(ofCritical: kinds)
      for action in actions {
        func add(_ risk: inout ExactRisk, _ endings: AchievableEndings) {
          let endings =
            scenario.expiresBeforeDeadline
            ? endings.expiring(mayBeTallied: scenario.isTallyCalled) : endings
          risk.add(
            action.share,
            of: ExactRisk(
              worst: endings, of: action, warranted: truth.isWarranted, truthShare: truth.share))
        }
        let endings = worst[kinds.firstIndex(of: action.isCritical) ?? 0]
        risks.allCounted.update(with: endings.allCounted, add)
        risks.heldBack.update(with: endings.heldBack, add)
      }
    }
    return risks
  }

  /// Whether proposals are critical, without kinds that do not occur.
  var kinds: [Bool] {
    [false, true].filter { kind in actions.contains { $0.isCritical == kind } }
  }

  /// Whether proposals are warranted, with probabilities above 0.
  var truths: [(isWarranted: Bool, share: Double)] {
    let warranted = scenario.workload.warranted
    return [(true, warranted), (false, 1 - warranted)].filter { $0.1 > 0 }
  }

  // MARK: Electorates

  func proposals(_ isWarranted: Bool, _ number: Int, _ target: Int?) -> ProposalClass {
    ProposalClass(
      isWarranted: isWarranted, number: number, target: target,
      allowsVoteChange: scenario.config.allowVoteChange)
  }

  func electorate(
    on proposals: ProposalClass, _ arrivals: [DelayChances]
  ) -> StochasticElectorate {
    let groups = scenario.groups.indices.map { place in
      StochasticGroup(scenario.groups[place], on: proposals, arriving: arrivals[place])
    }
    return StochasticElectorate(
      rules: rules, isWarranted: proposals.isWarranted, groups: groups,
      isOrderKnown: timings.allSatisfy(\.isAtOnce), effort: effort)
  }

  /// Which honest votes arrive.
  enum Arrival {
    /// Those that do in the cell.
    case asInCell
    /// Those that would if the scheduler held none back.
    case notHeldBack
    /// All.
    case sure
  }

  /// The probability that the votes of a group on a proposal arrive in time; 1 if the delay is
  /// unknown.
  func arrival(ofGroup place: Int, _ proposal: Int, _ arrival: Arrival) -> DelayChances {
    let timing: VoteTiming
    switch arrival {
    case .asInCell: timing = timings[place]
    case .notHeldBack: timing = timings[place].withoutScheduler
    case .sure: return .sure
    }
    let last = scenario.lastMoment
    guard case .absent(let role) = scenario.groups[place].role, role.mode == .crashAt,
      let crash = role.crashTime
    else { return timing.chances(within: last) ?? .sure }
    let timeLeft = crash - scenario.openingTime(of: proposal)
    return timing.chances(within: last, thinkingMax: timeLeft - Nanoseconds(1)) ?? .sure
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
        case .forgesVotes, .votesTwice, .changesVote, .callsTallyAtOpening,
          .callsTallyWhenWrong, .callsTallyAtWill, .waitsForLastMoment:
          nil
        }
      }
    }
  }
}
