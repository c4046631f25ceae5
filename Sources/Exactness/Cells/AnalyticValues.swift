import Agents
import Metrics
import Scenarios

/// What is known of a scenario's cells without simulating them, to be shown beside the estimates.
public struct AnalyticValues: Sendable {
  /// What is known of one metric in one cell.
  public struct Value: Sendable, Equatable {
    /// The exact value.
    public internal(set) var exact: Double?
    /// The worst that the faulty voters could bring about; nil where there are none.
    public internal(set) var worst: Double?
    /// How far the exact value, or else the estimate, is from the worst.
    public internal(set) var gap: Double?

    /// Nothing is known.
    public static let none = Value()
  }

  /// One cell.
  public struct Cell: Sendable {
    /// What can be said of it without running it.
    public let analysis: ExactAnalysis
    /// Whether it has faulty voters, so that there is a worst case.
    public let isAttacked: Bool
  }

  /// The cells, in their order.
  public let cells: [Cell]

  /// Works out what can be had for a scenario in about a second.
  public init(_ file: ScenarioFile) {
    let effort = ExactEffort.full.share(Self.share / Double(file.cells.count))
    cells = file.cells.map { cell in
      let isAttacked = cell.scenario.groups.contains { $0.count > 0 && $0.role.isFaulty }
      return Cell(analysis: ExactAnalysis(cell.scenario, within: effort), isAttacked: isAttacked)
    }
  }

  /// The part of the work that would go into a single electorate on its own.
  private static let share = 0.1

  /// What is known of a metric in a cell, the cells counted from 0, given its estimate.
  ///
  /// The worst case is that of an adversary who decides which honest votes have arrived, if the
  /// cell lets the faulty voters do so, and otherwise that of one who cannot.
  public func value(of metric: Metric, inCell index: Int, estimate: Double?) -> Value {
    let analysis = cells[index].analysis
    var value = Value(exact: analysis.value(of: metric))
    guard cells[index].isAttacked else { return value }
    value.worst =
      analysis.isArrivalTheirs
      ? analysis.worst(of: metric) : analysis.worstAllCounted(of: metric)
    if let worst = value.worst, let actual = value.exact ?? estimate {
      // An estimate may be a little beyond the worst.
      value.gap = max(0, metric.worsening == .falling ? actual - worst : worst - actual)
    }
    return value
  }
}
