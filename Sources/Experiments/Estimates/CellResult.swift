import Metrics
import Scenarios

/// One cell of a scenario and what was counted in it.
public struct CellResult: Sendable {
  /// Its number, from 1.
  public let number: Int
  /// The cell.
  public let scenario: Scenario
  /// What was counted.
  public let counts: CellCounts

  /// A cell and its counts.
  public init(number: Int, scenario: Scenario, counts: CellCounts) {
    self.number = number
    self.scenario = scenario
    self.counts = counts
  }

  /// What a metric came to.
  ///
  /// - Parameter detector: Of which of the scenario's detectors, counted from 0; nil for a metric of
  ///   the protocol.
  public func measurement(of metric: Metric, detector: Int? = nil) -> Measurement {
    counts.measurement(of: metric, detector: detector, in: scenario)
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
