import Metrics

/// An expectation: a limit that a metric must meet.
public struct Expectation: Equatable, Sendable {
  /// The limit, on either side.
  public enum Limit: Hashable, Sendable {
    case atMost(Double)
    case atLeast(Double)
  }

  /// The metric to measure.
  public let metric: Metric
  /// The limit on the metric.
  public let limit: Limit
  /// The confidence of the verdict.
  public let confidence: Double
  /// The index of the detector, from 0; nil for a metric of the protocol.
  public let detector: Int?
  /// The cells it applies to, by values of axes; all cells if empty.
  public let conditions: [AxisValue]

  /// Whether it applies to a cell.
  public func applies(to cell: ScenarioCell) -> Bool { cell.axes.meet(conditions) }
}
