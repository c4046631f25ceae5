/// The possible values of a metric.
package enum MetricRange: Sendable {
  /// The same in every cell.
  case fixed(ClosedRange<Double>)
  /// From 0 to a number, in coins, that depends on the cell.
  case upTo(@Sendable (MetricScope) -> Double)
  /// From 0 on without an upper limit.
  case open

  /// The largest limit on a metric without an upper bound of its own.
  package static let widest = 0.0...1e18

  /// The values in a cell, in coins, a number of which make 1.
  package func bounds(in scope: MetricScope, coin: Double) -> ClosedRange<Double> {
    switch self {
    case .fixed(let range): range.lowerBound * coin...range.upperBound * coin
    case .upTo(let most): 0...most(scope)
    case .open: 0...Double.infinity
    }
  }
}
