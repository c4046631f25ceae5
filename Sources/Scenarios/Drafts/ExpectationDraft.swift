import Detection
import Metrics

/// An expectation as written, before its detector and conditions are checked.
struct ExpectationDraft: Equatable, Sendable {
  var metric = Metric.falseApprovalRate
  var atMost: Double?
  var atLeast: Double?
  var confidence = 0.95
  var detector: Detector.Method?
  var conditions: [AxisValue] = []
}

extension ExpectationDraft {
  init(_ expectation: Expectation, of detectors: [Detector]) {
    metric = expectation.metric
    switch expectation.limit {
    case .atMost(let limit): atMost = limit
    case .atLeast(let limit): atLeast = limit
    }
    confidence = expectation.confidence
    detector = expectation.detector.map { detectors[$0].method }
    conditions = expectation.conditions
  }

  /// The expectation; nil, with reported problems, if it is not valid.
  func expectation(
    of detectors: [Detector], conditions: [AxisValue]
  ) -> Expectation? {
    guard let limit = atMost.map({ .atMost($0) }) ?? atLeast.map({ Expectation.Limit.atLeast($0) })
    else { return nil }
    return Expectation(
      metric: metric, limit: limit, confidence: confidence,
      detector: metric.isOfDetector ? detectorIndex(among: detectors) : nil,
      conditions: conditions)
  }

  /// The index of the detector: the named one, or the only one.
  private func detectorIndex(among detectors: [Detector]) -> Int? {
    if let detector { return detectors.firstIndex { $0.method == detector } }
    return detectors.count == 1 ? 0 : nil
  }
}
