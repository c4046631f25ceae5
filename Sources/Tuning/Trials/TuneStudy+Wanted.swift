import Metrics
import Scenarios

extension TuneStudy {
  /// The pairs of which more must be known, in their order, with the metrics in question.
  ///
  /// Of each configuration that may still be in the front, or be the best, it is the adversary who
  /// may be the worst.
  var wantedPairs: [TrialRounds.Wanted] {
    var wanted: [TrialRounds.Pair: Set<Metric>] = [:]
    func want(_ metric: Metric, of place: Int) {
      guard let number = plan.metrics.firstIndex(of: metric),
        let adversary = configurations[place].worst[number].adversary
      else { return }
      wantDraws(metric, of: place, against: adversary, &wanted)
    }
    for (place, configuration) in configurations.enumerated() where configuration.isPromising {
      if configuration.front == .undecided {
        for metric in plan.request.aims { want(metric, of: place) }
      }
      if configuration.feasible == .undecided {
        for constraint in plan.request.constraints ?? [] { want(constraint.metric, of: place) }
      }
    }
    if case .undecided(let likeliest) = outcome {
      for place in [likeliest] + rivals(of: likeliest) {
        want(.expectedHarm, of: place)
        for constraint in plan.request.constraints ?? []
        where configurations[place].feasible == .undecided {
          want(constraint.metric, of: place)
        }
        wantPeace(of: place, &wanted)
      }
    }
    return wanted.keys.sorted().map { pair in
      let metrics = wanted[pair] ?? []
      return TrialRounds.Wanted(pair: pair, metrics: plan.metrics.filter(metrics.contains))
    }
  }

  /// The configuration that may be better than another one by most; none if no other may be.
  private func rivals(of likeliest: Int) -> [Int] {
    func least(_ place: Int) -> Double {
      configurations[place].worst[plan.harm].value.range?.lowerBound ?? 0
    }
    let most = configurations[likeliest].worst[plan.harm].value.range?.upperBound ?? 0
    let rivals = configurations.indices.filter { place in
      place != likeliest && configurations[place].feasible != .no
        && !least(place).isClearlyAbove(most)
    }
    return rivals.min { least($0) < least($1) }.map { [$0] } ?? []
  }

  /// Asks for the harm in peace, where that decides.
  private func wantPeace(
    of place: Int, _ wanted: inout [TrialRounds.Pair: Set<Metric>]
  ) {
    if configurations[place].worst[plan.harm].value.isOpen { return }
    wantDraws(.expectedHarm, of: place, against: plan.adversaries.count - 1, &wanted)
  }

  /// Asks for a metric of a configuration against an adversary, in those draws where it is open.
  private func wantDraws(
    _ metric: Metric, of place: Int, against adversary: Int,
    _ wanted: inout [TrialRounds.Pair: Set<Metric>]
  ) {
    for draw in 0..<plan.drawCount {
      let pair = TrialRounds.Pair(configuration: place, adversary: adversary, draw: draw)
      if rounds.value(pair, metric)?.isOpen == true { wanted[pair, default: []].insert(metric) }
    }
  }
}

extension TrialRounds {
  /// What is known of the metrics of a pair by now, given what was known without trials.
  func merged(_ known: [PairValue], _ pair: Pair) -> [PairValue] {
    guard let trials = pairs[pair], trials.count > 0 else { return known }
    return zip(plan.metrics, known).map { trials.values[$0] ?? $1 }
  }
}
