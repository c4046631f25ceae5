import Experiments
import Metrics
import Scenarios
import Statistics

/// The trials of a configuration against an adversary.
struct PairTrials: Sendable {
  /// What each trial adds to each metric that is not known without trials.
  private(set) var samples: [Metric: [SequentialTest.Sample]] = [:]
  /// What was known of each metric before, and after each look.
  private(set) var values: [Metric: PairValue]
  /// The number of trials.
  private(set) var count = 0

  /// No trials, of metrics of which only bounds are known.
  init(_ bounds: [Metric: PairValue]) {
    values = bounds
  }

  /// The metrics that are measured.
  var metrics: [Metric] { Metric.allCases.filter { values[$0] != nil } }

  /// What some trials add to each of them.
  func samples(_ scores: [TrialScore], of scenario: Scenario) -> TrialSamples {
    TrialSamples(metrics.map { TrialMeasure($0, in: scenario).map { scores.map($0.sample) } })
  }

  /// Adds what some trials add to each metric, in their order.
  mutating func add(_ more: TrialSamples) {
    count += more.count
    for (metric, own) in zip(metrics, more.lists) { samples[metric, default: []] += own ?? [] }
  }

  /// The same with narrower limits.
  ///
  /// What was ruled out at any look stays ruled out.
  ///
  /// - Parameter errorRate: the largest probability that a limit is ever wrong.
  func narrowed(of scenario: Scenario, errorRate: Double) -> PairTrials {
    var narrowed = self
    for metric in metrics {
      guard let measure = TrialMeasure(metric, in: scenario), let known = values[metric]?.range,
        let estimate = SequentialTest.estimate(
          of: samples[metric] ?? [], range: measure.range, unitsMax: max(1, measure.unitsMax),
          errorRate: errorRate, within: known, precision: Self.precision)
      else { continue }
      let low = min(max(known.lowerBound, estimate.low), known.upperBound)
      let high = max(min(known.upperBound, estimate.high), low)
      narrowed.values[metric] = PairValue(
        value: min(max(estimate.value, low), high), range: low...high, status: .measured,
        trials: count)
    }
    return narrowed
  }

  /// By how much limits may be too wide, as a share of their distance from the mean.
  private static let precision = 0.01
}
