/// Properties that follow from the definition of a metric.
extension Metric {
  /// Whether it is a metric of detectors, in `blocs.csv`.
  public var isOfDetector: Bool {
    switch definition.measure {
    case .ofProtocol: false
    case .ofDetector: true
    }
  }

  /// The metrics of the protocol.
  public static let ofProtocol = allCases.filter { !$0.isOfDetector }

  /// The metrics of detectors.
  public static let ofDetectors = allCases.filter(\.isOfDetector)

  /// Whether it is a count, which has no interval.
  public var isCount: Bool {
    switch definition.measure {
    case .ofProtocol(let formula): formula.isCount
    case .ofDetector(let formula): formula.isCount
    }
  }

  /// Whether each trial contributes a part.
  public var hasParts: Bool {
    switch definition.measure {
    case .ofProtocol(let formula): formula.hasParts
    case .ofDetector(let formula): formula.hasParts
    }
  }

  /// The possible values in any cell, and so the sensible limits.
  public var limits: ClosedRange<Double> {
    switch definition.measure {
    case .ofProtocol(let formula): formula.limits
    case .ofDetector(let formula): formula.limits
    }
  }

  /// The possible values in a cell.
  package func values(in scope: MetricScope) -> ClosedRange<Double> {
    func values<Trial>(_ formula: Formula<Trial>) -> ClosedRange<Double> {
      let bounds = formula.range.bounds(in: scope, coin: formula.coin)
      return bounds.lowerBound / formula.coin...bounds.upperBound / formula.coin
    }
    switch definition.measure {
    case .ofProtocol(let formula): return values(formula)
    case .ofDetector(let formula): return values(formula)
    }
  }

  /// Whether it needs the number of proposals until detection.
  public var takesDetectionTime: Bool {
    switch definition.measure {
    case .ofProtocol: false
    case .ofDetector(let formula): formula.spread?.key == Spread.detectionPlaces.key
    }
  }

  /// The direction in which it gets worse.
  package var worsening: MetricDefinition.Worsening { definition.worsening }

  /// The metrics that `compare` tests: those of the protocol except percentiles, to which single
  /// trials contribute no part.
  public static let compared = ofProtocol.filter(\.hasParts)

  /// The largest contribution of a trial to a mean of the protocol, in units of its coin: sums of
  /// its squares must be exact.
  package static func totalPerTrialMax(in scope: MetricScope) -> Double {
    TrialScore.layout.formulas.map { $0.totalPerTrialMax(in: scope) }.reduce(0, max)
  }

  /// The metrics that can have an exact value.
  public static let exact = allCases.filter { $0.definition.exact != nil }
}
