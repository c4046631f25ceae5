import Exactness
import Metrics
import Scenarios

/// What can be said of the expectations on a cell before any trial.
///
/// What is asked, in this order: the exact value; a certificate that the event cannot happen; the
/// worst that anybody could bring about, where even that is good enough.
struct AnalyticVerdicts: Sendable {
  private let scenario: Scenario
  private let cell: Int
  private let analysis: ExactAnalysis?

  init(_ scenario: Scenario, cell: Int) {
    self.scenario = scenario
    self.cell = cell
    let isAsked = scenario.expectations.contains { $0.metric.definition.exact != nil }
    analysis = isAsked ? ExactAnalysis(scenario) : nil
  }

  /// The verdict on an expectation; nil where it takes trials.
  func verdict(on expectation: Expectation) -> Verdict? {
    let (metric, limit) = (expectation.metric, expectation.limit)
    if let value = analysis?.value(of: metric) {
      return verdict(on: expectation, holds: limit.allows(value), .exactValue, .exact(value))
    }
    if scenario.certifiesNever(metric) {
      return verdict(on: expectation, holds: limit.allows(0), .certificate, .exact(0))
    }
    guard let worst = analysis?.worst(of: metric), limit.allows(worst) else { return nil }
    switch (metric.worsening, limit.isUpper) {
    case (.rising, true):
      return verdict(on: expectation, holds: true, .worstCase, .within(0...worst))
    case (.falling, false):
      return verdict(on: expectation, holds: true, .worstCase, .within(worst...1))
    case (.rising, false), (.falling, true), (.neither, _): return nil
    }
  }

  private func verdict(
    on expectation: Expectation, holds: Bool, _ ground: Verdict.Ground, _ value: Verdict.Value
  ) -> Verdict {
    Verdict(
      expectation: expectation, cell: cell, outcome: holds ? .pass : .fail, ground: ground,
      value: value, trials: 0, witness: nil)
  }
}

extension Expectation.Limit {
  /// Whether a value is on the right side.
  ///
  /// A value that differs from the limit by no more than rounding is the limit, which both kinds of
  /// limits allow: 1 − 0.9 is meant to be 0.1.
  func allows(_ value: Double) -> Bool {
    let rounding = 1e-13 * max(value.magnitude, bound.magnitude)
    return isUpper ? value <= bound + rounding : value >= bound - rounding
  }
}
