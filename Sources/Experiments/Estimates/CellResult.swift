import Metrics
import Scenarios

/// One cell of a scenario, what was counted in it, and what its metrics came to.
public struct CellResult: Sendable {
  /// A metric and what it came to.
  public typealias Measured = (metric: Metric, measurement: Measurement)

  /// The cell.
  public let cell: ScenarioCell
  /// What was counted.
  public let counts: CellCounts
  /// The metrics of the protocol.
  public let ofProtocol: [Measured]
  /// For each of the scenario's detectors, the metrics of detectors.
  public let ofDetectors: [[Measured]]

  /// A cell and its counts.
  public init(_ cell: ScenarioCell, _ counts: CellCounts) {
    self.cell = cell
    self.counts = counts
    let scope = cell.scenario.metricScope
    ofProtocol = Metric.ofProtocol.map {
      ($0, counts.measurement(of: $0, detector: nil, in: scope))
    }
    ofDetectors = cell.scenario.detectors.indices.map { detector in
      Metric.ofDetectors.map {
        ($0, counts.measurement(of: $0, detector: detector, in: scope))
      }
    }
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
