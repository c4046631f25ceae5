import Metrics
import Scenarios
import Statistics

/// The test of a claim about a metric in one cell, trial by trial.
struct ExpectationTest: Sendable {
  private let expectation: Expectation
  private let claim: MetricClaim
  // Only one of the two gets the trials.
  private var mean: MeanTest?
  private var count: CountTest?

  /// The test of what an expectation claims about a metric.
  init(_ claim: MetricClaim, of expectation: Expectation, in scenario: Scenario) {
    self.expectation = expectation
    self.claim = claim
    mean = TrialMeasure(claim, in: scenario).map { MeanTest($0, errorRate: claim.errorRate) }
    if mean == nil { count = CountTest(claim) }
  }

  /// What the test looks at in a trial; nil if nothing of a trial can be tested.
  func sample(_ score: TrialScore) -> SequentialTest.Sample? {
    mean?.measure.sample(score) ?? count?.sample(score)
  }

  /// Adds the sample of the next trial.
  mutating func add(_ sample: SequentialTest.Sample) {
    mean?.add(sample)
    count?.add(sample)
  }

  /// Whether more trials cannot change the verdict.
  var isDecided: Bool {
    mean?.holds != nil || mean?.isUndefined == true || count?.holds(isOver: false) != nil
  }

  /// The verdict on the trials so far.
  ///
  /// - Parameter isOver: Whether there are no more trials.
  func verdict(cell: Int, counts: CellCounts, in scenario: Scenario, isOver: Bool) -> Verdict {
    let holds = mean?.holds ?? count?.holds(isOver: isOver)
    let value = count.map { .exact($0.count) } ?? estimate(counts, in: scenario)
    let outcome: Verdict.Outcome =
      switch holds {
      case .some(true): .pass
      case .some(false): .fail
      case nil: value == nil ? .undefined : .inconclusive
      }
    return Verdict(
      expectation: expectation, cell: cell, outcome: outcome, ground: mean?.ground ?? .count,
      value: value, reasons: [], trials: counts.trials,
      witness: outcome == .fail
        ? (mean?.witness ?? count?.witness).map { Verdict.Witness(trial: $0, proposal: nil) } : nil)
  }

  private func estimate(_ counts: CellCounts, in scenario: Scenario) -> Verdict.Value? {
    // Without parts the tested mean only shows on which side of the limit the metric is.
    if claim.metric.hasParts { return mean?.estimate.map { .estimate($0) } }
    let measurement = counts.measurement(
      of: claim.metric, detector: claim.detector, in: scenario)
    guard case .estimate(let estimate) = measurement else { return nil }
    return .estimate(mean?.holds.map { estimate.agreeing(with: $0, claim.limit) } ?? estimate)
  }
}

extension Estimate {
  /// The estimate of a percentile, which is rounded to a bucket, on the side of a limit on which the
  /// numbers themselves are.
  fileprivate func agreeing(with holds: Bool, _ limit: MetricClaim.Limit) -> Estimate {
    let bound = limit.bound
    let value =
      switch (limit, holds) {
      case (.atMost, true): min(value, bound)
      case (.atMost, false): max(value, bound.nextUp)
      case (.atLeast, true): max(value, bound)
      case (.atLeast, false): min(value, bound.nextDown)
      }
    return Estimate(value: value, low: min(low, value), high: max(high, value))
  }
}

extension MetricClaim {
  /// The largest probability of a wrong verdict on either side.
  var errorRate: Double { (1 - confidence) / 2 }
}
