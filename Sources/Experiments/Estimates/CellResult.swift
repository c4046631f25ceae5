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

  /// What a metric of the protocol came to.
  public func measurement(of metric: Metric) -> Measurement {
    counts.measurement(of: metric, in: scenario)
  }

  /// What a metric of one of the scenario's detectors came to, the detectors counted from 0.
  public func measurement(of metric: Metric, detector: Int) -> Measurement {
    counts.measurement(of: metric, detector: detector, in: scenario)
  }
}
