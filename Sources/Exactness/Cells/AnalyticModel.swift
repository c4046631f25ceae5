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

  /// Several rules that differ from those of the scenario only in what they decide.
  func asked(_ rules: [VotingRules]) -> AskedRules { AskedRules(rules, ofCritical: kinds) }

  /// The exact metrics under each of some rules.
  ///
  /// Votes that all count are added up. Where the voting may end early they are followed in the order
  /// of their arrival, which also shows when it ends and with how many votes.
  func exact(under asked: AskedRules) -> [Attempt<ExactMetrics>] {
    let mayCloseEarly = scenario.mayCloseEarly
    if obstacles.addingUp.isEmpty && !(mayCloseEarly && obstacles.following.isEmpty) {
      return addingUp(under: asked, mayCloseEarly: mayCloseEarly)
    }
    var found = following(under: asked)
    let rest = found.indices.filter { if case .failure = found[$0] { true } else { false } }
    if rest.isEmpty || !obstacles.addingUp.isEmpty { return found }
    let others = addingUp(
      under: self.asked(rest.map { asked.rules[$0] }), mayCloseEarly: mayCloseEarly)
    for (place, metrics) in zip(rest, others) { found[place] = metrics }
    return found
  }

  private func addingUp(under asked: AskedRules, mayCloseEarly: Bool) -> [Attempt<ExactMetrics>] {
    let deadline = scenario.workload.deadline.seconds
    return metrics(asked) { proposals, arrivals, share in
      let electorate = electorate(on: proposals, arrivals)
      let participation = electorate.participationMean
      return asked.byRules(electorate.endings(under: asked.distinct)).map { endings in
        endings.map { endings in
          var risk = ExactRisk()
          for action in actions {
            let chances = endings[kinds.firstIndex(of: action.isCritical) ?? 0]
            risk.add(
              action.share,
              of: ExactRisk(
                chances, of: action, warranted: proposals.isWarranted, truthShare: share))
          }
          risk.participation = mayCloseEarly ? nil : share * participation
          risk.decisionTime = mayCloseEarly ? nil : deadline * risk.decided
          return risk
        }
      }
    }
  }

  private func following(under asked: AskedRules) -> [Attempt<ExactMetrics>] {
    guard let units = VoteUnits(rules, counts: scenario.groups.map(\.count)) else {
      return asked.rules.map { _ in .failure(.tooManySums) }
    }
    let judges = asked.distinct.map { TallyJudge($0, units) }
    // Most kinds of proposals have the same times.
    var known: (times: ArrivalTimes?, means: [Double]?) = (nil, nil)
    return metrics(asked) { proposals, arrivals, share in
      let course = scenario.course(of: proposals, timings, arrivals)
      let sums: CourseSums
      do throws(ExactProblem) {
        sums = try CourseSums(
          course, units, deadline: scenario.workload.deadline.seconds, effort: effort)
      } catch {
        return asked.rules.map { _ in .failure(error) }
      }
      let found = sums.endings(under: judges)
      let times = scenario.arrivalTimes(of: course, timings, arrivals)
      let doVotesEndIt = found.contains { (try? $0.get().doVotesEndIt) ?? false }
      if times != known.times && doVotesEndIt { known = (times, times?.means()) }
      return asked.byRules(found).map { endings in
        endings.map { endings in
          let decisionTimes = endings.map { $0.decisionTime(known.means) }
          var risk = ExactRisk()
          for action in actions {
            let kind = kinds.firstIndex(of: action.isCritical) ?? 0
            risk.add(
              action.share,
              of: ExactRisk(
                endings[kind], decisionTimes[kind], of: action, warranted: proposals.isWarranted,
                truthShare: share, voters: units.voterCount))
          }
          return risk
        }
      }
    }
  }

  /// The metrics under each of some rules, given the risk of proposals with a known truth and its
  /// probability.
  private func metrics(
    _ asked: AskedRules,
    _ risks: (ProposalClass, [DelayChances], _ truthShare: Double) -> [Attempt<ExactRisk>]
  ) -> [Attempt<ExactMetrics>] {
    var metrics = asked.rules.map { _ in ExactMetrics(scenario) }
    var problems: [ExactProblem?] = asked.rules.map { _ in nil }
    for phase in phases {
      let arrivals = scenario.groups.indices.map { arrival(ofGroup: $0, phase.first, .asInCell) }
      /// The risk of proposals that are as likely of each truth as is said.
      func sums(_ truths: [(isWarranted: Bool, share: Double)]) -> [ExactRisk] {
        var sums = asked.rules.map { _ in ExactRisk() }
        for target in targets {
          for truth in truths where problems.contains(nil) {
            let proposals = proposals(truth.isWarranted, phase.first, target.example)
            for (place, risk) in risks(proposals, arrivals, truth.share).enumerated() {
              switch risk {
              case .success(let risk): sums[place].add(target.share, of: risk)
              case .failure(let problem): problems[place] = problems[place] ?? problem
              }
            }
          }
        }
        return sums
      }
      for (place, sum) in sums(truths).enumerated() { metrics[place].add(phase, sum) }
      let flooded = scenario.floodedProposals(in: phase)
      if flooded == 0 { continue }
      for (place, sum) in sums([(isWarranted: false, share: 1)]).enumerated() {
        metrics[place].add(flooded: flooded, sum)
      }
    }
    return zip(metrics, problems).map { metrics, problem in
      problem.map { .failure($0) } ?? .success(metrics)
    }
  }

  // MARK: The worst

  /// What an adversary can achieve at most with the honest votes that arrive.
  struct WorstMetrics {
    /// If all of them count.
    var allCounted: WorstLimits<ExactMetrics>
    /// If it also decides which have arrived at the tally.
    var heldBack: WorstLimits<ExactMetrics>
  }

  /// The metrics that the best adversary can achieve under each of some rules.
  func worst(
    _ arrival: Arrival, under asked: AskedRules
  ) throws(ExactProblem) -> [WorstMetrics] {
    let whole = [StationaryPhase(first: 1, count: scenario.workload.proposals)]
    let none = WorstLimits(ExactMetrics(scenario))
    var metrics = asked.rules.map { _ in WorstMetrics(allCounted: none, heldBack: none) }
    // Most phases differ in what faulty voters do, which makes no difference here.
    var last: (arrivals: [DelayChances], risks: [WorstRisk])?
    for phase in arrival == .sure ? whole : phases {
      let arrivals = scenario.groups.indices.map {
        self.arrival(ofGroup: $0, phase.first, arrival)
      }
      let risks: [WorstRisk]
      if let last, last.arrivals == arrivals {
        risks = last.risks
      } else {
        risks = try worst(on: phase, arrivals, under: asked)
        last = (arrivals, risks)
      }
      for (place, risk) in risks.enumerated() {
        metrics[place].allCounted.update(with: risk.allCounted) { $0.add(phase, $1) }
        metrics[place].heldBack.update(with: risk.heldBack) { $0.add(phase, $1) }
      }
    }
    return metrics
  }

  private struct WorstRisk {
    var allCounted = WorstLimits(ExactRisk())
    var heldBack = WorstLimits(ExactRisk())
  }

  private func worst(
    on phase: StationaryPhase, _ arrivals: [DelayChances], under asked: AskedRules
  ) throws(ExactProblem) -> [WorstRisk] {
    var risks = asked.rules.map { _ in WorstRisk() }
    for truth in truths {
      let proposals = proposals(truth.isWarranted, phase.first, nil)
      let found = try electorate(on: proposals, arrivals).worstCases(under: asked.distinct)
      for place in risks.indices {
        let worst = asked.answers(found, forRules: place)
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
          risks[place].allCounted.update(with: endings.allCounted, add)
          risks[place].heldBack.update(with: endings.heldBack, add)
        }
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
