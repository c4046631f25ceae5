import Exactness
import Metrics
import Scenarios
import Text

extension ExactReport {
  /// A value that an adversary brings about; raw values are the words of names.
  package enum Bound: String, CaseIterable, Sendable {
    case causal
    case worst

    /// The metrics that may have such a value.
    package var metrics: [Metric] {
      Metric.exact.filter { metric in
        switch self {
        case .causal: metric.definition.isAimedAt
        case .worst: metric.definition.hasWorst
        }
      }
    }
  }

  /// The metrics of which an adversary certainly brings this value about.
  package func metricsAttained(_ bound: Bound, inCell cell: ScenarioCell) -> [Metric] {
    bound.metrics.filter { value(bound, of: $0, inCell: cell)?.kind == .attained }
  }

  /// What a scenario shows that brings a value about, in a sentence.
  package func sentence(
    onAttackReaching bound: Bound, of metric: Metric, inCell cell: ScenarioCell
  ) -> String {
    let value = value(bound, of: metric, inCell: cell)?.value.brief ?? "unknown"
    let adversary =
      switch bound {
      case .causal: "the best policy of faulty voters who do not see the future"
      case .worst: "the worst that faulty voters can do"
      }
    return "\(metric.rawValue) \(value): \(adversary), in cell \(cell.number) of \(file.name)."
  }

  private func value(_ bound: Bound, of metric: Metric, inCell cell: ScenarioCell) -> WorstValue? {
    let analysis = analyses[cell.number - 1]
    return switch bound {
    case .causal: analysis.causal(of: metric)
    case .worst: analysis.worst(of: metric)
    }
  }
}
