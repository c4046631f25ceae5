import Metrics

/// The worst value of a metric that an adversary can achieve.
public struct WorstValue: Sendable, Equatable {
  /// How near an adversary comes to it; raw values are the words of reports.
  public enum Kind: String, Sendable {
    /// There is a strategy for it.
    case attained
    /// No strategy does worse, and perhaps none does as bad.
    case bound
  }

  /// The value.
  public let value: Double
  /// How near an adversary comes to it.
  public let kind: Kind

  /// A value with its kind.
  package init(value: Double, kind: Kind) {
    self.value = value
    self.kind = kind
  }
}

extension WorstValue {
  /// The same value, or the worst of some that it is no milder than, where only rounding made it so.
  ///
  /// Different sums have different last digits.
  func raised(to others: [Double?], of metric: Metric) -> WorstValue {
    let near = others.compactMap(\.self).filter {
      ($0 - value).magnitude <= 1e-12 * max($0.magnitude, value.magnitude)
    }
    let worst =
      metric.worsening == .falling ? near.reduce(value, min) : near.reduce(value, max)
    return WorstValue(value: worst, kind: kind)
  }
}
