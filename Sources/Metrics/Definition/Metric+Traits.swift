/// What follows from a metric's definition.
extension Metric {
  /// Whether it is measured of a detector, and stands in `blocs.csv`.
  public var isOfDetector: Bool {
    switch definition.measure {
    case .ofProtocol: false
    case .ofDetector: true
    }
  }

  /// The metrics that are measured of the protocol.
  public static let ofProtocol = allCases.filter { !$0.isOfDetector }

  /// The metrics that are measured of a detector.
  public static let ofDetectors = allCases.filter(\.isOfDetector)

  /// Whether it is a plain count, which has no interval.
  public var isCount: Bool {
    switch definition.measure {
    case .ofProtocol(let formula): formula.isCount
    case .ofDetector(let formula): formula.isCount
    }
  }

  /// Whether each trial adds a part to it.
  public var hasParts: Bool {
    switch definition.measure {
    case .ofProtocol(let formula): formula.hasParts
    case .ofDetector(let formula): formula.hasParts
    }
  }

  /// The values that it can have in any cell, and so the limits that say something.
  public var limits: ClosedRange<Double> {
    switch definition.measure {
    case .ofProtocol(let formula): formula.limits
    case .ofDetector(let formula): formula.limits
    }
  }

  /// Whether it takes the time at which detectors have found the blocs for good.
  public var takesDetectionTime: Bool {
    switch definition.measure {
    case .ofProtocol: false
    case .ofDetector(let formula): formula.spread?.key == Spread.detectionPlaces.key
    }
  }

  /// Which way it gets worse.
  public var worsening: MetricDefinition.Worsening { definition.worsening }

  /// The metrics whose trials are compared with those of another result: those of the protocol, but
  /// for percentiles, to which no single trial adds a part.
  public static let compared = ofProtocol.filter(\.hasParts)

  /// The most that a trial can add to a mean of the protocol, in the mean's coin: sums of squares of
  /// this have to be exact.
  public static func totalPerTrialMax(in scope: MetricScope) -> Double {
    TrialScore.layout.formulas.map { $0.totalPerTrialMax(in: scope) }.reduce(0, max)
  }

  /// The metrics that can have an exact value.
  public static let exact = allCases.filter { $0.definition.exact != nil }
}
