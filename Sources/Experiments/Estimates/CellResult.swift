import Metrics
import Scenarios

/// One cell of a scenario and what was counted in it.
public struct CellResult: Sendable {
  /// The cell.
  public let cell: ScenarioCell
  /// What was counted.
  public let counts: CellCounts

  /// A cell and its counts.
  public init(_ cell: ScenarioCell, _ counts: CellCounts) {
    self.cell = cell
    self.counts = counts
  }

  /// What a metric came to.
  ///
  /// - Parameter detector: Of which of the scenario's detectors, counted from 0; nil for a metric of
  ///   the protocol.
  public func measurement(of metric: Metric, detector: Int? = nil) -> Measurement {
    counts.measurement(of: metric, detector: detector, in: cell.scenario)
  }
}

extension CellCounts {
  /// What a metric came to in a cell that these are the counts of.
  public func measurement(
    of metric: Metric, detector: Int? = nil, in scenario: Scenario
  ) -> Measurement {
    measurement(of: metric, detector: detector, in: scenario.metricScope)
  }
}
