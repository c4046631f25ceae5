import Detection
import Guarantees
import Metrics

/// An expectation as written, before its detector and conditions are checked.
struct ExpectationDraft: Equatable, Sendable {
  var metric: Metric?
  var atMost: Double?
  var atLeast: Double?
  var value: MetricClaim.Value?
  var confidence: Double?
  var detector: Detector.Method?
  var guarantee: Guarantee?
  var actions: ActionKind?
  var faults: Int?
  var timing: Timing?
  var risk: Double?
  var mustFail: Bool?
  var conditions: [AxisValue] = []
}

extension ExpectationDraft {
  init(_ expectation: Expectation, of detectors: [Detector]) {
    switch expectation.claim {
    case .metric(let claim):
      metric = claim.metric
      limit = claim.limit
      value = claim.value == .estimate ? nil : claim.value
      confidence = claim.confidence
      detector = claim.detector.map { detectors[$0].method }
    case .guarantee(let claim):
      guarantee = claim.guarantee
      actions = claim.actions
      faults = claim.faults
      risk = claim.risk
      timing = claim.timing == .asynchronous ? nil : claim.timing
    }
    mustFail = expectation.mustFail ? true : nil
    conditions = expectation.conditions
  }

  /// The limit on the metric; nil if none is given.
  var limit: MetricClaim.Limit? {
    get { atMost.map { .atMost($0) } ?? atLeast.map { .atLeast($0) } }
    set {
      switch newValue {
      case .atMost(let limit): (atMost, atLeast) = (limit, nil)
      case .atLeast(let limit): (atMost, atLeast) = (nil, limit)
      case nil: (atMost, atLeast) = (nil, nil)
      }
    }
  }

  /// The confidence of verdicts on metrics if none is given.
  static let standardConfidence = 0.95

  /// The expectation; nil, with reported problems, if it is not valid.
  func expectation(
    of detectors: [Detector], conditions: [AxisValue]
  ) -> Expectation? {
    claim(of: detectors).map {
      Expectation(claim: $0, mustFail: mustFail ?? false, conditions: conditions)
    }
  }

  private func claim(of detectors: [Detector]) -> Expectation.Claim? {
    if let guarantee, let faults {
      return .guarantee(
        GuaranteeClaim(
          guarantee: guarantee, actions: actions, faults: faults, risk: risk,
          timing: timing ?? .asynchronous))
    }
    guard let metric, let limit else { return nil }
    return .metric(
      MetricClaim(
        metric: metric, limit: limit, value: value ?? .estimate,
        confidence: confidence ?? Self.standardConfidence,
        detector: metric.isOfDetector ? detectorIndex(among: detectors) : nil))
  }

  /// The index of the detector: the named one, or the only one.
  private func detectorIndex(among detectors: [Detector]) -> Int? {
    if let detector { return detectors.firstIndex { $0.method == detector } }
    return detectors.count == 1 ? 0 : nil
  }
}
