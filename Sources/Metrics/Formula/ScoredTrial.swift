/// A trial as metrics see it.
package protocol ScoredTrial: Sendable {
  /// The counts of such a trial.
  associatedtype Counts: Sendable

  var counts: Counts { get }

  /// The layout of the sums for all metrics of such trials.
  static var layout: MetricLayout<Self> { get }
}
