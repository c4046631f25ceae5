import Detection

/// All there is to say of a metric: the compiler refuses one of which something is not said.
public struct MetricDefinition: Sendable {
  /// What is measured, and how it is worked out.
  public enum Measure: Sendable {
    /// The protocol; a row of `summary.csv` a cell.
    case ofProtocol(Formula<TrialScore>)
    /// Each detector; a row of `blocs.csv` a cell and detector.
    case ofDetector(Formula<BlocTrial>)
  }

  /// In which modes it says something.
  public enum Modes: Sendable {
    case all
    case replicated
  }

  /// Which way it gets worse.
  public enum Worsening: Sendable {
    case rising
    case falling
    /// Neither way by itself: it depends on why.
    case neither
  }

  /// What it measures, in one sentence.
  public let summary: String
  /// What is measured, and how it is worked out.
  public let measure: Measure
  /// Which way it gets worse.
  public let worsening: Worsening
  /// In which modes it says something.
  public let modes: Modes
  /// What has to happen lest it be zero: where that is proved never to happen, the metric is known.
  public let event: BadOutcome?
  /// Its exact value, where the risk of a trial is known exactly; nil if it has none.
  ///
  /// The same of the worst that could happen is the metric's worst value.
  public let exact: (@Sendable (TrialRisk) -> Double?)?
}

extension MetricDefinition {
  /// A metric of the protocol.
  static func ofProtocol(
    _ summary: String, _ formula: Formula<TrialScore>, worse: Worsening, modes: Modes,
    event: BadOutcome?,
    exact: (@Sendable (TrialRisk) -> Double?)?
  ) -> MetricDefinition {
    MetricDefinition(
      summary: summary, measure: .ofProtocol(formula), worsening: worse, modes: modes, event: event,
      exact: exact)
  }

  /// A metric of detectors, of which nothing is known beforehand.
  static func ofDetector(_ summary: String, _ formula: Formula<BlocTrial>, worse: Worsening)
    -> MetricDefinition
  {
    MetricDefinition(
      summary: summary, measure: .ofDetector(formula), worsening: worse, modes: .all, event: nil,
      exact: nil)
  }

  /// Whether the metric says something of a cell.
  public func isMeasured(in scope: MetricScope) -> Bool {
    switch modes {
    case .all: true
    case .replicated: scope.isReplicated
    }
  }
}
