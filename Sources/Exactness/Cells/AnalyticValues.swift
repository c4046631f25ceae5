import Agents
import Metrics
import Scenarios

/// Values of the cells of a scenario that are known without simulation, to be shown next to
/// estimates.
public struct AnalyticValues: Sendable {
  /// The known values of a metric in a cell.
  public struct Value: Sendable, Equatable {
    /// The exact value, if known.
    public internal(set) var exact: Double?
    /// The worst case that the faulty voters can cause; nil if there are no faulty voters.
    public internal(set) var worst: WorstValue?
    /// The difference between the worst case and the exact value, or else the estimate.
    public internal(set) var gap: Double?

    /// Neither an exact value nor a worst case.
    public static let none = Value()
  }

  /// What is known of one cell.
  public struct Cell: Sendable {
    /// The analysis of the cell without simulation.
    public let analysis: ExactAnalysis
    /// Whether it has faulty voters, and so a worst case.
    public let isAttacked: Bool
  }

  /// The cells, in their order.
  public let cells: [Cell]

  /// Computes the values of a scenario that take at most about a second.
  public init(_ file: ScenarioFile) {
    let effort = ExactEffort.full.share(Self.share / Double(file.cells.count))
    cells = file.cells.map { cell in
      let isAttacked = cell.scenario.groups.contains { $0.count > 0 && $0.role.isFaulty }
      return Cell(analysis: ExactAnalysis(cell.scenario, within: effort), isAttacked: isAttacked)
    }
  }

  /// The share of the work that may go into a single electorate.
  private static let share = 0.1

  /// The known values of a metric in a cell, counted from 0, with its estimate.
  ///
  public func value(of metric: Metric, inCell index: Int, estimate: Double?) -> Value {
    let analysis = cells[index].analysis
    var value = Value(exact: analysis.value(of: metric))
    guard cells[index].isAttacked else { return value }
    value.worst = analysis.worst(of: metric)
    if let worst = value.worst?.value, let actual = value.exact ?? estimate {
      // An estimate may be slightly beyond the worst case.
      value.gap = max(0, metric.worsening == .falling ? actual - worst : worst - actual)
    }
    return value
  }
}
