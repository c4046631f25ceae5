/// The values that a metric can have.
public enum MetricRange: Sendable {
  /// The same in every cell.
  case fixed(ClosedRange<Double>)
  /// From 0 to a number, in the metric's coin, that depends on the cell.
  case upTo(@Sendable (MetricScope) -> Double)
  /// From 0 on without end.
  case open

  /// What a limit on a metric without bounds of its own may be.
  public static let widest = 0.0...1e18

  /// The values in a cell, in a coin so many of which make one.
  public func bounds(in scope: MetricScope, coin: Double) -> ClosedRange<Double> {
    switch self {
    case .fixed(let range): range.lowerBound * coin...range.upperBound * coin
    case .upTo(let most): 0...most(scope)
    case .open: 0...Double.infinity
    }
  }
}
