import Exactness
import Metrics
import Scenarios

/// Verdicts on the expectations of a cell that need no trials.
///
/// They come, in this order, from the exact value, from a certificate that the event cannot happen,
/// or from the worst case of any attack if even that meets the limit.
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

  /// The verdict on an expectation; nil if it needs trials.
  func verdict(on expectation: Expectation) -> Verdict? {
    let (metric, limit) = (expectation.metric, expectation.limit)
    if let value = analysis?.value(of: metric) {
      return verdict(on: expectation, holds: limit.allows(value), .exactValue, .exact(value))
    }
    if scenario.certifiesNever(metric) {
      return verdict(on: expectation, holds: limit.allows(0), .certificate, .exact(0))
    }
    guard let worst = analysis?.worst(of: metric)?.value, limit.allows(worst) else { return nil }
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
  /// Whether a value is on the right side of the limit.
  ///
  /// A value that differs from the limit only by rounding is equal to it, which both kinds of
  /// limits allow: 1 − 0.9 is meant to be 0.1.
  func allows(_ value: Double) -> Bool {
    let rounding = 1e-13 * max(value.magnitude, bound.magnitude)
    return isUpper ? value <= bound + rounding : value >= bound - rounding
  }
}
