import Detection
import Metrics
import Scenarios
import Simulation
import Statistics

/// What an expectation looks at in each trial: a total over some units, whose mean has a limit.
struct TrialMeasure: Sendable {
  /// The limit of the mean, as it was given.
  let bound: Double
  /// The limit of what is added up, brought among the values that there can be.
  let limit: Double
  /// Whether the mean must not exceed the limit, rather than reach it.
  let isUpperLimit: Bool
  /// The values that there can be of a unit.
  let range: ClosedRange<Double>
  /// The most units that a trial can have.
  let unitsMax: Double
  /// What a trial, or one proposal of it, comes to.
  let sample: @Sendable (TrialScore) -> SequentialTest.Sample

  /// Whether a trial, or one proposal of it, is by itself on the wrong side of the limit.
  func isBad(_ score: TrialScore) -> Bool {
    let sample = sample(score)
    let excess = sample.total - limit * sample.units
    return isUpperLimit ? excess > 0 : excess < 0
  }
}

extension TrialMeasure {
  /// The measure of an expectation on a rate, a mean or a percentile; nil for plain counts.
  init?(_ expectation: Expectation, in scenario: Scenario) {
    let scope = scenario.metricScope
    switch expectation.metric.definition.measure {
    case .ofProtocol(let formula):
      guard let measure = MeasuredFormula(formula, expectation.limit, scope) else { return nil }
      self.init(expectation.limit, measure) { $0 }
    case .ofDetector(let formula):
      guard let detector = expectation.detector,
        let measure = MeasuredFormula(formula, expectation.limit, scope)
      else { return nil }
      // A single proposal has no votes to find blocs in.
      self.init(expectation.limit, measure) { $0.blocs.isEmpty ? nil : $0.blocs[detector] }
    }
  }

  private init<Trial>(
    _ side: Expectation.Limit, _ measure: MeasuredFormula<Trial>,
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

/// A formula with a limit, in the form in which trials add up to a mean that can be tested.
private struct MeasuredFormula<Trial: ScoredTrial>: Sendable {
  /// The limit of the mean, which may have a form of its own.
  let limit: Double
  /// The values that there can be of a unit.
  let range: ClosedRange<Double>
  /// The most units that a trial can have.
  let unitsMax: Double
  /// What a trial comes to; nil where it has nothing to do with the formula.
  let part: @Sendable (Trial) -> (total: Double, units: Double)?
}

extension MeasuredFormula {
  /// The form of a limit on a formula; nil for a plain count.
  init?(_ formula: Formula<Trial>, _ limit: Expectation.Limit, _ scope: MetricScope) {
    let bound = limit.bound
    switch formula {
    case .count: return nil
    case .event: self.init(formula, bound, unitsMax: 1, scope)
    case .rate(let quotient), .mean(let quotient, _, _):
      self.init(formula, bound, unitsMax: quotient.units.perTrialMax(in: scope), scope)
    case .share(let share):
      self.init(limit: bound, range: share.lowest...1, unitsMax: 1) { trial in
        share.value(trial.counts).map { ($0.value, 1) }
      }
    case .eventRatio(let first, let second, _, let kind):
      // first ÷ second keeps a limit L where the mean of first − L · second keeps 0. Between −L and 1
      // that lies, and is moved and scaled to between 0 and 1.
      self.init(limit: bound / (1 + bound), range: 0...1, unitsMax: 1) { trial in
        let counts = trial.counts
        guard kind.holds(counts) else { return nil }
        let excess = Double(first.count(counts)) - (second.count(counts) > 0 ? bound : 0)
        return ((excess + bound) / (1 + bound), 1)
      }
    case .percentile(let percent, let spread):
      // A percentile keeps a limit where the share beyond it is no more than what is left of the
      // whole.
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

  /// The form of a formula to which each trial adds a part.
  private init(
    _ formula: Formula<Trial>, _ limit: Double, unitsMax: Double, _ scope: MetricScope
  ) {
    let coin = formula.coin
    let bounds = formula.range.bounds(in: scope, coin: coin)
    // What is counted are whole coins; and there is more than one value, or nothing could be tested.
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

extension Expectation.Limit {
  /// The number.
  public var bound: Double {
    switch self {
    case .atMost(let bound), .atLeast(let bound): bound
    }
  }

  /// Whether the metric must not exceed it, rather than reach it.
  public var isUpper: Bool {
    if case .atMost = self { true } else { false }
  }
}
