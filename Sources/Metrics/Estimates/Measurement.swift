import Statistics

/// The value of a metric in one cell.
public enum Measurement: Sendable, Equatable {
  /// A rate, a mean or a percentile, with its interval.
  case estimate(Estimate)
  /// A count.
  case count(Int)
  /// Undefined: there was no proposal of that kind, or the mode does not measure the metric.
  case undefined

  /// The value without its interval.
  public var value: Double? {
    switch self {
    case .estimate(let estimate): estimate.value
    case .count(let count): Double(count)
    case .undefined: nil
    }
  }

  init(_ estimate: Estimate?) {
    self = estimate.map { .estimate($0) } ?? .undefined
  }
}

extension CellCounts {
  /// Measures a metric.
  ///
  /// - Parameter detector: The index of the detector, from 0; nil for a metric of the protocol.
  package func measurement(
    of metric: Metric, detector: Int?, in scope: MetricScope
  ) -> Measurement {
    let definition = metric.definition
    guard definition.isMeasured(in: scope) else { return .undefined }
    switch definition.measure {
    case .ofProtocol(let formula): return sums.measurement(formula, in: scope)
    case .ofDetector(let formula):
      guard let detector else { preconditionFailure("\(metric) needs a detector") }
      // Without trials there are no sums yet.
      let sums = blocs.indices.contains(detector) ? blocs[detector] : MetricSums()
      return sums.measurement(formula, in: scope)
    }
  }
}
