import Exactness
import Experiments
import Metrics
import Scenarios

/// The exact values of a scenario's cells, and the worst that an attack could do.
public struct ExactReport: Sendable {
  /// What is told of one metric in one cell.
  struct Line {
    let metric: Metric
    /// The exact value.
    let exact: Double?
    /// The worst one where all honest votes count that count in the cell.
    let worstAllCounted: Double?
    /// The worst one where the adversary also decides which honest votes count.
    let worst: Double?

    /// How far the cell is from the worst.
    var gap: Double? {
      guard let exact, let worst else { return nil }
      return (worst - exact).magnitude
    }
  }

  let file: ScenarioFile
  let analyses: [ExactAnalysis]

  /// The report on a scenario, given what is known of each of its cells.
  public init(_ analyses: [ExactAnalysis], of file: ScenarioFile) {
    precondition(analyses.count == file.cells.count, "there is an analysis for each cell")
    self.file = file
    self.analyses = analyses
  }

  /// The metrics of a cell of which something is known, with the cells counted from 0.
  func lines(ofCell index: Int) -> [Line] {
    Metric.exact.map { metric in
      Line(
        metric: metric, exact: analyses[index].value(of: metric),
        worstAllCounted: analyses[index].worstAllCounted(of: metric),
        worst: analyses[index].worst(of: metric))
    }
  }
}
