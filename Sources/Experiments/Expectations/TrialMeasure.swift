import Detection
import Metrics
import Scenarios
import Simulation
import Statistics

/// The measure of a claim in each trial: a total over some units, whose mean has a limit.
package struct TrialMeasure: Sendable {
  /// The limit of the mean, as given.
  let bound: Double
  /// The limit of the total, moved into the range of possible values.
  let limit: Double
  /// Whether the mean must be at most the limit, rather than at least.
  let isUpperLimit: Bool
  /// The range of possible values of a unit.
  package let range: ClosedRange<Double>
  /// The largest number of units of a trial; 0 in a replicated cell without honest voters.
  package let unitsMax: Double
  /// The total and units of a trial, or of one of its proposals.
  package let sample: @Sendable (TrialScore) -> SequentialTest.Sample

  /// Whether a trial, or one of its proposals, is on the wrong side of the limit by itself.
  func isBad(_ score: TrialScore) -> Bool { isBad(sample(score)) }

  /// Whether a sample is on the wrong side of the limit by itself.
  func isBad(_ sample: SequentialTest.Sample) -> Bool {
    let excess = sample.total - limit * sample.units
    return isUpperLimit ? excess > 0 : excess < 0
  }
}

extension TrialMeasure {
  /// The measure of a claim about a rate, a mean or a percentile; nil for counts.
  init?(_ claim: MetricClaim, in scenario: Scenario) {
    let scope = scenario.metricScope
    switch claim.metric.definition.measure {
    case .ofProtocol(let formula):
      guard let measure = MeasuredFormula(formula, claim.limit, scope) else { return nil }
      self.init(claim.limit, measure) { $0 }
    case .ofDetector(let formula):
      guard let detector = claim.detector,
        let measure = MeasuredFormula(formula, claim.limit, scope)
      else { return nil }
      // The votes on a single proposal show no blocs.
      self.init(claim.limit, measure) { $0.blocs.isEmpty ? nil : $0.blocs[detector] }
    }
  }

  /// The measure of a metric of the protocol without a limit; nil if trials add to no mean.
  package init?(_ metric: Metric, in scenario: Scenario) {
    guard metric.hasParts, case .ofProtocol(let formula) = metric.definition.measure,
      let measure = MeasuredFormula(formula, .atMost(0), scenario.metricScope)
    else { return nil }
    self.init(.atMost(0), measure) { $0 }
  }

  private init<Trial>(
    _ side: MetricClaim.Limit, _ measure: MeasuredFormula<Trial>,
    trial: @escaping @Sendable (TrialScore) -> Trial?
  ) {
    let (limit, range) = (measure.limit, measure.range)
    self.init(
      bound: limit, limit: min(max(limit, range.lowerBound), range.upperBound),
      isUpperLimit: side.isUpper, range: range, unitsMax: measure.unitsMax
    ) { score in
      let part = trial(score).flatMap(measure.part) ?? (0, 0)
      return SequentialTest.Sample(total: part.total, units: part.units)
    }
  }
}

/// A formula with a limit, in a form in which trials add to a mean that can be tested.
private struct MeasuredFormula<Trial: ScoredTrial>: Sendable {
  /// The limit of the mean, in the form that is tested.
  let limit: Double
  /// The range of possible values of a unit.
  let range: ClosedRange<Double>
  /// The largest number of units of a trial.
  let unitsMax: Double
  /// The total and units of a trial; nil if the formula ignores it.
  let part: @Sendable (Trial) -> (total: Double, units: Double)?
}

extension MeasuredFormula {
  /// The form of a limit on a formula; nil for a count.
  init?(_ formula: Formula<Trial>, _ limit: MetricClaim.Limit, _ scope: MetricScope) {
    let bound = limit.bound
    switch formula {
    case .count: return nil
    case .event: self.init(formula, bound, unitsMax: 1, scope)
    case .rate(let quotient), .mean(let quotient, _, _, _):
      self.init(formula, bound, unitsMax: quotient.units.perTrialMax(in: scope), scope)
    case .share(let share):
      self.init(limit: bound, range: share.lowest...1, unitsMax: 1) { trial in
        share.value(trial.counts).map { ($0.value, 1) }
      }
    case .eventRatio(let first, let second, _, let kind):
      // first ÷ second meets a limit L if the mean of first − L · second meets 0. That is between
      // −L and 1, and is shifted and scaled to between 0 and 1.
      self.init(limit: bound / (1 + bound), range: 0...1, unitsMax: 1) { trial in
        let counts = trial.counts
        guard kind.holds(counts) else { return nil }
        let excess = Double(first.count(counts)) - (second.count(counts) > 0 ? bound : 0)
        return ((excess + bound) / (1 + bound), 1)
      }
    case .percentile(let percent, let spread):
      // A percentile meets a limit if the share beyond it is at most the rest of the whole.
      let (limitInCoins, isUpper) = (bound * spread.coin, limit.isUpper)
      self.init(
        limit: Double(100 - percent) / 100, range: 0...1, unitsMax: spread.perTrialMax(scope)
      ) { trial in
        let values = spread.values(of: trial, in: scope)
        let beyond = values.count { isUpper ? $0 > limitInCoins : $0 >= limitInCoins }
        return (Double(beyond), Double(values.count))
      }
    }
  }

  /// The form of a formula to which each trial contributes a part.
  private init(
    _ formula: Formula<Trial>, _ limit: Double, unitsMax: Double, _ scope: MetricScope
  ) {
    let coin = formula.coin
    let bounds = formula.range.bounds(in: scope, coin: coin)
    // Counts are whole coins; and a test needs more than one possible value.
    let (low, high) = (bounds.lowerBound.rounded() / coin, bounds.upperBound.rounded() / coin)
    self.init(
      limit: limit, range: low...max(high, .leastNormalMagnitude), unitsMax: unitsMax
    ) { trial in
      formula.part(of: trial.counts, in: scope).map { part in
        (Double(part.total) / coin, Double(part.units))
      }
    }
  }
}
