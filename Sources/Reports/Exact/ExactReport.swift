import Exactness
import Experiments
import Metrics
import Scenarios

/// The exact values of the cells of a scenario, and the worst case of any attack.
public struct ExactReport: Sendable {
  /// The known values of one metric in one cell.
  struct Line {
    let metric: Metric
    /// The exact value.
    let exact: Double?
    /// The worst value if all honest votes count that count in the cell.
    let worstCounted: WorstValue?
    /// The worst value that any adversary can achieve.
    let worst: WorstValue?

    /// The worst value that an adversary can achieve who does not see the future.
    let causal: WorstValue?

    /// What the strategies of the scenario leave undone.
    var gapOfStrategy: Double? {
      guard let exact, let causal else { return nil }
      return (causal.value - exact).magnitude
    }

    /// What only an adversary can do who sees the future.
    var gapOfForesight: Double? {
      guard let causal, let worst else { return nil }
      return (worst.value - causal.value).magnitude
    }
  }

  /// The scenario.
  package let file: ScenarioFile
  /// What is known of each cell.
  package let analyses: [ExactAnalysis]

  /// The report on a scenario, from the analysis of each cell.
  public init(_ analyses: [ExactAnalysis], of file: ScenarioFile) {
    precondition(analyses.count == file.cells.count, "there is an analysis for each cell")
    self.file = file
    self.analyses = analyses
  }

  /// The metrics of a cell with known values; cells are counted from 0.
  func lines(ofCell index: Int) -> [Line] {
    Metric.exact.map { metric in
      Line(
        metric: metric, exact: analyses[index].value(of: metric),
        worstCounted: analyses[index].worstCounted(of: metric),
        worst: analyses[index].worst(of: metric), causal: analyses[index].causal(of: metric))
    }
  }
}
