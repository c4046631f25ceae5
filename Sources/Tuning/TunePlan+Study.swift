import Consensus
import Experiments
import Metrics
import Scenarios

extension TunePlan {
  /// What is known of all metrics of some settings, for each adversary; nil if interrupted.
  func values(
    under settings: [RuleSettings], workers: Workers
  ) async -> [[[PairValue]]]? {
    await workers.each(adversaries.count) { adversary in
      adversaries[adversary].values(under: settings, of: metrics)
    }
  }

  /// The mean of each metric over some draws.
  func means(_ values: [[PairValue]]) -> [PairValue] {
    metrics.indices.map { metric in PairValue.mean(of: values.map { $0[metric] }) }
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
  init(_ plan: TunePlan, known: [[[[PairValue]]]]) {
    self.plan = plan
    self.known = known
    rounds = TrialRounds(plan, known: known)
    let own = plan.scenario.ruleSettings
    configurations = known.enumerated().map { place, ofDraws in
      let values = ofDraws.map(plan.means)
      return TunedConfiguration(
        number: plan.isOwnSearched ? place + 1 : place, configuration: plan.configurations[place],
        changes: plan.configurations[place].changes(from: own).count, worst: plan.worst(values),
        peace: values.last ?? [])
    }
    judge()
  }

  /// Takes comparisons of configurations with one another, and judges anew.
  mutating func add(_ compared: [(PairedComparisons.Key, PairedComparisons.State)]) {
    rounds.add(compared)
    judge()
  }

  /// Takes the trials of a round; what follows from them is judged after comparisons.
  mutating func add(
    _ narrowed: [(pair: TrialRounds.Pair, trials: PairTrials)], asked request: TrialRequest
  ) {
    rounds.add(narrowed, asked: request)
    var last: Int?
    for place in narrowed.map(\.pair.configuration) where place != last {
      // The pairs of a configuration stand beside one another.
      last = place
      let values = values(ofConfiguration: place)
      configurations[place].worst = plan.worst(values)
      configurations[place].peace = values.last ?? []
    }
  }

  /// What is known by now of a configuration, by adversary and metric.
  func values(ofConfiguration place: Int) -> [[PairValue]] {
    plan.adversaries.indices.map { adversary in
      plan.metrics.indices.map { PairValue.mean(of: drawValues(place, adversary, $0)) }
    }
  }

  /// A metric of a configuration against an adversary, in each draw.
  func drawValues(_ place: Int, _ adversary: Int, _ metric: Int) -> [PairValue] {
    known[place][adversary].enumerated().map { draw, values in
      let pair = TrialRounds.Pair(configuration: place, adversary: adversary, draw: draw)
      return rounds.value(pair, plan.metrics[metric]) ?? values[metric]
    }
  }

  /// Says which configurations keep all limits, and which are in the front.
  private mutating func judge() {
    let metrics = plan.metrics
    let aims = plan.aims
    for place in configurations.indices {
      configurations[place].feasible =
        plan.request.feasibility(of: configurations[place], metrics)
    }
    let front = Front(
      configurations.map { configuration in
        aims.map { configuration.worst[$0].value.badness(metrics[$0]) }
      }, feasible: configurations.map(\.feasible)
    ) { one, other, objective in
      isSurelyBetter(one, other, aims[objective])
    }
    for place in configurations.indices {
      configurations[place].front = front.memberships[place]
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
