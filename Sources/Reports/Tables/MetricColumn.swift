import Metrics
import Scenarios

/// A value of a metric in each cell, as tables, CSV and options name it.
public struct MetricColumn: Hashable, Sendable {
  /// The metric.
  public let metric: Metric
  /// Which value of it.
  public let value: MetricClaim.Value

  /// The column of a value of a metric.
  public init(_ metric: Metric, _ value: MetricClaim.Value = .estimate) {
    self.metric = metric
    self.value = value
  }

  /// All columns of a summary.
  public static let all =
    Metric.ofProtocol.map { MetricColumn($0) } + Metric.exact.flatMap { known(of: $0) }

  /// The columns of the values of a metric that can be known without trials.
  static func known(of metric: Metric) -> [MetricColumn] {
    (metric.definition.hasWorst ? [.exact, .worst, .worstCounted] : [.exact])
      .map { MetricColumn(metric, $0) }
  }

  /// Those columns, and that of the best adversary who does not see the future.
  static func knownByAnalysis(of metric: Metric) -> [MetricColumn] {
    known(of: metric) + (metric.definition.isAimedAt ? [MetricColumn(metric, .causal)] : [])
  }

  /// The column of the exact value of the metric; nil if it has none.
  public var exact: MetricColumn? {
    Metric.exact.contains(metric) ? MetricColumn(metric, .exact) : nil
  }

  /// The column of a name; nil if there is none.
  public init?(named name: String) {
    guard let column = Self.all.first(where: { $0.name == name }) else { return nil }
    self = column
  }

  /// The name of the column.
  public var name: String {
    switch value {
    case .estimate: metric.rawValue
    case .exact, .worst, .worstCounted, .causal: "\(metric.rawValue)_\(value.rawValue)"
    }
  }

  /// What the column holds, in one sentence.
  var meaning: String {
    switch value {
    case .estimate: metric.meaning
    case .exact: "The exact value of \(metric.rawValue); empty where it is not known."
    case .worst:
      "The worst value of \(metric.rawValue) that any adversary can bring about; empty where it is "
        + "not known."
    case .worstCounted:
      "The same if every honest vote that arrives is counted; empty where it is not known."
    case .causal:
      "The worst value of \(metric.rawValue) that an adversary can bring about who sees only votes "
        + "that have arrived; empty where it is not known."
    }
  }

  /// The name of the column that says whether a worst value is attained or a bound.
  static func kind(of metric: Metric) -> String { metric.rawValue + kindSuffix }

  /// The end of that name, which is also the key of such a word.
  static let kindKey = "worst_is"
  private static let kindSuffix = "_" + kindKey
}
