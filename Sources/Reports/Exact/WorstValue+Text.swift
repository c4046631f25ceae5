import Exactness
import Metrics
import Text

extension WorstValue {
  /// The value for people; a bound says on which side of it all attacks are.
  func text(of metric: Metric) -> String {
    switch kind {
    case .attained: value.brief
    case .bound: (metric.worsening == .falling ? "≥ " : "≤ ") + value.brief
    }
  }
}
