import Metrics
import Scenarios

/// A cell of a scenario, its counts and its metrics.
public struct CellResult: Sendable {
  /// A metric and its estimate.
  public typealias Measured = (metric: Metric, measurement: Measurement)

  /// The cell.
  public let cell: ScenarioCell
  /// The counts of its trials.
  public let counts: CellCounts
  /// The metrics of the protocol.
  public let ofProtocol: [Measured]
  /// The metrics of each detector of the scenario.
  public let ofDetectors: [[Measured]]

  /// Computes the metrics of a cell from its counts.
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
  /// The estimate of a metric in a cell with these counts.
  public func measurement(
    of metric: Metric, detector: Int? = nil, in scenario: Scenario
  ) -> Measurement {
    measurement(of: metric, detector: detector, in: scenario.metricScope)
  }
}
