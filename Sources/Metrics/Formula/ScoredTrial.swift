/// A trial as far as metrics look at it.
public protocol ScoredTrial: Sendable {
  /// What is counted in it.
  associatedtype Counts: Sendable

  /// What was counted in it.
  var counts: Counts { get }

  /// What is kept of such trials for all metrics together.
  static var layout: MetricLayout<Self> { get }
}
