import Metrics

/// What a metric must not exceed, or must reach.
public struct Expectation: Equatable, Sendable {
  /// The side on which the metric must be.
  public enum Limit: Hashable, Sendable {
    case atMost(Double)
    case atLeast(Double)
  }

  /// What is measured.
  public let metric: Metric
  /// What it must be.
  public let limit: Limit
  /// How sure the verdict has to be.
  public let confidence: Double
  /// Which of the scenario's detectors is meant, counted from 0; nil for a metric of none.
  public let detector: Int?
  /// The cells it is about: those where each axis named has the value; all where none is named.
  public let conditions: [AxisValue]

  /// Whether it is about a cell.
  public func applies(to cell: ScenarioCell) -> Bool { cell.axes.meet(conditions) }
}
