import Exactness
import Metrics
import Text

extension Metric {
  /// A worst value for people; a bound says on which side of it all attacks are.
  func text(ofWorst value: Double, _ kind: WorstValue.Kind) -> String {
    switch kind {
    case .attained: value.brief
    case .bound: (worsening == .falling ? "≥ " : "≤ ") + value.brief
    }
  }
}
