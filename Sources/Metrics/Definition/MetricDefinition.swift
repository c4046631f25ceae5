import Detection

/// The definition of a metric; no part has a default, so the compiler checks that none is missing.
package struct MetricDefinition: Sendable {
  /// The subject of a metric, with its formula.
  package enum Measure: Sendable {
    /// The protocol; in `summary.csv`, with a row for each cell.
    case ofProtocol(Formula<TrialScore>)
    /// Each detector; in `blocs.csv`, with a row for each cell and detector.
    case ofDetector(Formula<BlocTrial>)
  }

  /// The modes in which the metric is measured.
  package enum Modes: Sendable {
    case all
    case replicated
  }

  /// The direction in which a metric gets worse.
  package enum Worsening: Sendable {
    case rising
    case falling
    /// Neither direction is worse by itself.
    case neither
  }

  /// What it measures, in one sentence.
  package let summary: String
  /// The subject, with the formula.
  package let measure: Measure
  /// The direction in which it gets worse.
  package let worsening: Worsening
  /// The modes in which it is measured.
  package let modes: Modes
  /// The event without which it is 0: if the event is proved impossible, the metric is known.
  package let event: BadOutcome?
  /// What can be known of it without trials.
  package let known: Knowledge

  /// What can be known of a metric without trials.
  package enum Knowledge: Sendable {
    case nothing
    /// Its exact value, from the exact risk of a trial.
    case exactly(@Sendable (TrialRisk) -> Double?)
    /// Its exact value, and by the same function of the worst risk its worst value.
    case atWorst(@Sendable (TrialRisk) -> Double?)
  }
}

extension MetricDefinition {
  /// Its exact value from the exact risk of a trial; nil if it has none.
  package var exact: (@Sendable (TrialRisk) -> Double?)? {
    switch known {
    case .nothing: nil
    case .exactly(let value), .atWorst(let value): value
    }
  }

  /// Whether something can be known of the worst that adversaries bring about.
  package var hasWorst: Bool {
    switch known {
    case .nothing, .exactly: false
    case .atWorst: true
    }
  }

  /// Whether it counts one outcome, which an adversary can aim at by one policy.
  package var isAimedAt: Bool { hasWorst && event != nil }
}

extension MetricDefinition {
  static func ofProtocol(
    _ summary: String, _ formula: Formula<TrialScore>, worse: Worsening, modes: Modes,
    event: BadOutcome?, known: Knowledge
  ) -> MetricDefinition {
    MetricDefinition(
      summary: summary, measure: .ofProtocol(formula), worsening: worse, modes: modes, event: event,
      known: known)
  }

  /// A metric of detectors, of which nothing is known beforehand.
  static func ofDetector(_ summary: String, _ formula: Formula<BlocTrial>, worse: Worsening)
    -> MetricDefinition
  {
    MetricDefinition(
      summary: summary, measure: .ofDetector(formula), worsening: worse, modes: .all, event: nil,
      known: .nothing)
  }

  /// Whether the metric is measured in a cell.
  package func isMeasured(in scope: MetricScope) -> Bool {
    switch modes {
    case .all: true
    case .replicated: scope.isReplicated
    }
  }
}
