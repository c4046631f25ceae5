import Consensus
import Experiments
import Metrics
import Scenarios
import Synchronization

extension TunePlan {
  /// Works out what is known without trials, and spends trials on what is not; nil if interrupted.
  ///
  /// - Parameter told: is called as the work goes on.
  package func study(
    workers: Workers,
    told: @escaping @Sendable (TuneProgress) -> Void = { _ in }
  ) async -> TuneStudy? {
    let done = PairCount()
    var known: [[[PairValue]]] = []
    for start in stride(from: 0, to: configurations.count, by: Self.chunk) {
      let part = start..<min(configurations.count, start + Self.chunk)
      let settings = part.map { configurations[$0].settings }
      guard
        let values = await self.values(
          under: settings, workers: workers,
          told: { told(.pairs(done: done.adding($0), of: pairCount)) })
      else { return nil }
      for place in part.indices { known.append(values.map { $0[place - start] }) }
    }
    var study = TuneStudy(self, known: known)
    while true {
      let wanted = study.wantedPairs
      let units = study.rounds.units(for: wanted)
      if units.isEmpty { return study }
      told(.trials(study.rounds.trials, of: trialsMax, round: study.rounds.rounds + 1))
      guard let scores = await workers.scores(of: units, in: study.rounds),
        let narrowed = await workers.narrowed(wanted, units, scores, in: study.rounds)
      else { return nil }
      study.add(narrowed)
    }
  }

  /// How many configurations are worked out together.
  private static let chunk = 8192

  /// What is known of all metrics of some settings, for each adversary; nil if interrupted.
  func values(
    under settings: [RuleSettings], workers: Workers,
    told: @escaping @Sendable (Int) -> Void = { _ in }
  ) async -> [[[PairValue]]]? {
    await workers.each(adversaries.count) { adversary in
      let values = adversaries[adversary].values(under: settings, of: metrics)
      told(settings.count)
      return values
    }
  }

  /// The worst of each metric over all adversaries but peace, which is the last one.
  func worst(_ values: [[PairValue]]) -> [WorstOfAdversaries] {
    let attackers = values.dropLast()
    return metrics.indices.map { metric in
      WorstOfAdversaries(metrics[metric], over: attackers.map { $0[metric] })
    }
  }
}

extension TuneStudy {
  /// The study of what is known without trials.
  init(_ plan: TunePlan, known: [[[PairValue]]]) {
    self.plan = plan
    self.known = known
    rounds = TrialRounds(plan, known: known)
    let own = plan.scenario.ruleSettings
    configurations = known.enumerated().map { place, values in
      TunedConfiguration(
        number: plan.isOwnSearched ? place + 1 : place, configuration: plan.configurations[place],
        changes: plan.configurations[place].changes(from: own).count, worst: plan.worst(values),
        peace: values.last ?? [])
    }
    judge()
  }

  /// Takes the trials of a round.
  mutating func add(_ narrowed: [(pair: TrialRounds.Pair, trials: PairTrials)]) {
    rounds.add(narrowed)
    for pair in narrowed.map(\.pair) {
      let values = values(ofConfiguration: pair.configuration)
      configurations[pair.configuration].worst = plan.worst(values)
      configurations[pair.configuration].peace = values.last ?? []
    }
    judge()
  }

  /// What is known by now of a configuration, by adversary and metric.
  func values(ofConfiguration place: Int) -> [[PairValue]] {
    known[place].enumerated().map { adversary, values in
      rounds.merged(values, .init(configuration: place, adversary: adversary), plan.metrics)
    }
  }

  /// Says which configurations keep all limits, and which are in the front.
  private mutating func judge() {
    let metrics = plan.metrics
    let aims = plan.request.aims.compactMap { metrics.firstIndex(of: $0) }
    for place in configurations.indices {
      configurations[place].feasible =
        plan.request.feasibility(of: configurations[place], metrics)
    }
    let front = Front(
      configurations.map { configuration in
        aims.map { configuration.worst[$0].value.badness(metrics[$0]) }
      }, feasible: configurations.map(\.feasible))
    for place in configurations.indices {
      configurations[place].front = front.memberships[place]
      configurations[place].isPromising = front.isPromising[place]
    }
  }
}

extension TuneRequest {
  /// Whether a configuration keeps all limits.
  fileprivate func feasibility(
    of configuration: TunedConfiguration, _ metrics: [Metric]
  ) -> Judgement {
    let kept = (constraints ?? []).map { constraint -> Judgement in
      guard let place = metrics.firstIndex(of: constraint.metric) else { return .undecided }
      return constraint.judgement(of: configuration.worst[place].value.range)
    }
    if kept.contains(.no) { return .no }
    return kept.contains(.undecided) ? .undecided : .yes
  }
}

extension TuneConstraint {
  /// Whether a value in a range keeps the limit; what cannot be measured breaks none.
  fileprivate func judgement(of range: ClosedRange<Double>?) -> Judgement {
    guard let range else { return .yes }
    let (low, high) = (limit.allows(range.lowerBound), limit.allows(range.upperBound))
    return low == high ? (low ? .yes : .no) : .undecided
  }
}

/// A number of finished pairs, counted by all threads.
private final class PairCount: Sendable {
  private let count = Atomic(0)

  func adding(_ more: Int) -> Int { count.add(more, ordering: .relaxed).newValue }
}
