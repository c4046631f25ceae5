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
    var rounds = TrialRounds(self, known: known, trialsMax: trialsMax)
    while true {
      let study = study(known, rounds)
      let wanted = study.wantedPairs(rounds)
      let units = rounds.units(for: wanted)
      if units.isEmpty { return study }
      told(.trials(rounds.trials, of: trialsMax, round: rounds.rounds + 1))
      guard let scores = await workers.scores(of: units, in: rounds),
        let narrowed = await workers.narrowed(wanted, units, scores, in: rounds)
      else { return nil }
      rounds.add(narrowed)
    }
  }

  /// The study with what is known by now.
  private func study(_ known: [[[PairValue]]], _ rounds: TrialRounds) -> TuneStudy {
    TuneStudy(
      self,
      known.enumerated().map { configuration, ofConfiguration in
        tuned(
          configuration,
          ofConfiguration.enumerated().map { adversary, values in
            rounds.merged(
              values, .init(configuration: configuration, adversary: adversary), metrics)
          })
      }, rounds)
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

  /// A configuration with what is known of it against each adversary.
  private func tuned(_ place: Int, _ values: [[PairValue]]) -> TunedConfiguration {
    TunedConfiguration(
      number: isOwnSearched ? place + 1 : place, configuration: configurations[place],
      changes: configurations[place].changes(from: scenario.ruleSettings).count,
      worst: worst(values), peace: values.last ?? [])
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
  /// The study of what is known of each configuration.
  fileprivate init(_ plan: TunePlan, _ tuned: [TunedConfiguration], _ rounds: TrialRounds) {
    var tuned = tuned
    let metrics = plan.metrics
    let aims = plan.request.aims.compactMap { metrics.firstIndex(of: $0) }
    for place in tuned.indices {
      tuned[place].feasible = plan.request.feasibility(of: tuned[place], metrics)
    }
    let front = Front(
      tuned.map { configuration in
        aims.map { configuration.worst[$0].value.badness(metrics[$0]) }
      }, feasible: tuned.map(\.feasible))
    for place in tuned.indices {
      tuned[place].front = front.memberships[place]
      tuned[place].isPromising = front.isPromising[place]
    }
    scenario = plan.scenario
    request = plan.request
    adversaries = plan.adversaries
    seatCount = plan.seats.seatCount
    self.metrics = metrics
    configurations = tuned
    own = plan.own
    isGrid = plan.isGrid
    self.rounds = rounds
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
