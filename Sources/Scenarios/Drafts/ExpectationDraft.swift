import Detection
import Metrics

/// What a scenario says of an expectation, before it is held against its detectors and axes.
struct ExpectationDraft: Equatable, Sendable {
  var metric = Metric.falseApprovalRate
  var atMost: Double?
  var atLeast: Double?
  var confidence = 0.95
  var detector: Detector.Method?
  var conditions: [AxisValue] = []
}

extension ExpectationDraft {
  /// A draft that says what is known of an expectation.
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

  /// The expectation, or nil where something is wrong that has been reported.
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

  /// Which detector is meant: the only one there is, unless one is named.
  private func detectorIndex(among detectors: [Detector]) -> Int? {
    if let detector { return detectors.firstIndex { $0.method == detector } }
    return detectors.count == 1 ? 0 : nil
  }
}
