import Metrics
import Scenarios

/// What is known of the cells of a scenario without simulation, to be kept and shown next to
/// estimates.
public struct AnalyticValues: Sendable {
  /// The analyses of the cells, in their order.
  public let cells: [ExactAnalysis]

  /// Computes the values of a scenario that take no more work than all its cells together may take,
  /// which is at most about a second.
  public init(_ file: ScenarioFile) {
    let effort = ExactEffort.full.share(Self.share / Double(file.cells.count))
    cells = file.cells.map { ExactAnalysis($0.scenario, within: effort, asking: [.exact, .worst]) }
  }

  /// The share of the work that may go into a single electorate.
  private static let share = 0.1
}
