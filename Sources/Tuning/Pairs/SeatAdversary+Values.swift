import Agents
import Consensus
import Exactness
import Experiments
import Metrics
import Scenarios

extension SeatAdversary {
  /// What is known without trials of some metrics under each of some settings, as a mean over draws.
  func values(under settings: [RuleSettings], of metrics: [Metric]) -> [[PairValue]] {
    let values = draws.indices.map { self.values(ofDraw: $0, under: settings, of: metrics) }
    return settings.indices.map { place in
      metrics.indices.map { metric in PairValue.mean(of: values.map { $0[place][metric] }) }
    }
  }

  /// The same of one draw.
  func values(
    ofDraw draw: Int, under settings: [RuleSettings], of metrics: [Metric]
  ) -> [[PairValue]] {
    var values: [[PairValue]] = Array(repeating: [], count: settings.count)
    for alike in settings.placesByTiming {
      let own = alike.map { settings[$0] }
      let scenario = draws[draw].changing(own[0])
      for (place, known) in zip(alike, self.values(of: metrics, scenario, under: own)) {
        values[place] = known
      }
    }
    return values
  }

  /// The same of settings under which votes come and tallies are called at the same times.
  private func values(
    of metrics: [Metric], _ scenario: Scenario, under settings: [RuleSettings]
  ) -> [[PairValue]] {
    switch kind {
    case .peace, .voters:
      let exact = ExactAnalysis.analyses(of: scenario, under: settings, asking: .exact)
      // Worst cases are asked for only where something is missing.
      let open = settings.indices.filter { place in
        metrics.contains { exact[place].known($0, scenario) == nil && $0.definition.hasWorst }
      }
      let worst = ExactAnalysis.analyses(
        of: scenario, under: open.map { settings[$0] }, asking: .worst)
      var bounds: [ExactAnalysis?] = settings.map { _ in nil }
      for (place, analysis) in zip(open, worst) { bounds[place] = analysis }
      return settings.indices.map { place in
        return metrics.map { metric in
          let known = exact[place].known(metric, scenario)
          if known == nil || known?.value == 0,
            scenario.changing(settings[place]).certifiesNever(metric)
          {
            return .never
          }
          return known
            ?? .bounded(
              bounds[place]?.bounds(of: metric, scenario) ?? metric.values(in: scenario.metricScope)
            )
        }
      }
    case .causal:
      return ExactAnalysis.analyses(of: scenario, under: settings, asking: [.causal, .worst]).map {
        analysis in metrics.map { analysis.causal(metric: $0, scenario) }
      }
    case .worst:
      return ExactAnalysis.analyses(of: scenario, under: settings, asking: .worst).map { analysis in
        metrics.map { analysis.worst(metric: $0, scenario) }
      }
    }
  }
}

extension ExactAnalysis {
  /// What the exact values say of a metric; nil if nothing.
  fileprivate func known(_ metric: Metric, _ scenario: Scenario) -> PairValue? {
    if let value = value(of: metric) { return .exact(value) }
    if !obstacles.isEmpty { return nil }
    let warranted = scenario.workload.warranted
    let isUndefined =
      metric == .falseApprovalRate && warranted == 1
      || metric == .falseRejectionRate && warranted == 0
      || metric == .latencyMean && value(of: .quorumFailureRate) == 1
    return isUndefined ? .undefined : nil
  }

  /// What the worst case says of a metric against voters who do something else; nil if nothing.
  fileprivate func bounds(of metric: Metric, _ scenario: Scenario) -> ClosedRange<Double>? {
    guard let worst = worst(of: metric)?.value else { return nil }
    let possible = metric.values(in: scenario.metricScope)
    switch metric.worsening {
    case .rising: return possible.lowerBound...max(possible.lowerBound, worst)
    case .falling: return min(possible.upperBound, worst)...possible.upperBound
    case .neither: return nil
    }
  }

  /// What the best adversary who sees all votes brings about.
  ///
  /// It aims at one metric at a time; what it does not aim at is not defined.
  fileprivate func worst(metric: Metric, _ scenario: Scenario) -> PairValue {
    if !metric.definition.hasWorst { return .undefined }
    guard let worst = worst(of: metric) else {
      return .bounded(metric.values(in: scenario.metricScope))
    }
    switch worst.kind {
    case .attained: return .exact(worst.value)
    case .bound:
      return .bounded(bounds(of: metric, scenario) ?? metric.values(in: scenario.metricScope))
    }
  }

  /// What the best adversary brings about who sees votes when they have arrived.
  fileprivate func causal(metric: Metric, _ scenario: Scenario) -> PairValue {
    if let causal = causal(of: metric), causal.kind == .attained { return .exact(causal.value) }
    if !metric.definition.hasWorst { return .undefined }
    return .bounded(bounds(of: metric, scenario) ?? metric.values(in: scenario.metricScope))
  }
}

extension [RuleSettings] {
  /// The places of settings that differ only in how votes are decided on, not when.
  fileprivate var placesByTiming: [[Int]] {
    var keys: [RuleSettings] = []
    var places: [[Int]] = []
    for (place, settings) in enumerated() {
      if let found = keys.firstIndex(where: settings.differsOnlyInDecisions) {
        places[found].append(place)
      } else {
        keys.append(settings)
        places.append([place])
      }
    }
    return places
  }
}
