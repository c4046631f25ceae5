import Agents
import Detection
import Scenarios

extension TrialMeasure {
  /// The measure of an expectation on what a detector made of the votes; nil for other metrics.
  init?(ofDetector expectation: Expectation, in scenario: Scenario) {
    guard let detector = expectation.detector else { return nil }
    let limit = expectation.limit.bound
    let honest = scenario.groups.filter { $0.role.kind == .honest }.map(\.count).reduce(0, +)
    func measure(
      _ range: ClosedRange<Double> = 0...1, limit: Double = limit, unitsMax: Double = 1,
      _ part: @escaping @Sendable (BlocTrial) -> (total: Double, units: Double)?
    ) -> TrialMeasure {
      TrialMeasure(expectation.limit, limit, range, unitsMax: unitsMax) { score in
        // A single proposal has no votes to find blocs in.
        score.blocs.isEmpty ? (0, 0) : part(score.blocs[detector]) ?? (0, 0)
      }
    }
    func mean(
      _ range: ClosedRange<Double> = 0...1, _ fraction: @escaping @Sendable (BlocScore) -> Fraction?
    ) -> TrialMeasure {
      measure(range) { trial in fraction(trial.score).map { ($0.value, 1) } }
    }

    switch expectation.metric {
    case .pairPrecision: self = mean { $0.precision }
    case .pairRecall: self = mean { $0.recall }
    case .pairF1: self = mean { $0.f1 }
    case .adjustedRandIndex: self = mean(-1...1) { $0.adjustedRandIndex }
    case .auc: self = mean { $0.areaUnderCurve }
    case .exactRecoveryRate: self = measure { ($0.score.isExact ? 1 : 0, 1) }
    case .falseAlarmRate:
      self = measure { $0.score.hasBloc ? nil : ($0.score.hasReport ? 1 : 0, 1) }
    case .innocentRate:
      self = measure(unitsMax: Double(max(1, honest))) {
        (Double($0.score.innocents), Double($0.score.honest))
      }
    case .oracleRatio:
      // exact ÷ oracle keeps a limit L where the mean of exact − L · oracle keeps 0. Between −L and
      // 1 that lies, and is moved and scaled to between 0 and 1.
      self = measure(limit: limit / (1 + limit)) { trial in
        guard trial.score.hasBloc else { return nil }
        let excess = (trial.score.isExact ? 1.0 : 0) - (trial.isRecoveredByOracle ? limit : 0)
        return ((excess + limit) / (1 + limit), 1)
      }
    case .proposalsToDetection:
      // The median keeps a limit where the trials beyond it are no more than half.
      let prefixes = DetectionTime.prefixes(of: scenario.workload.proposals)
      let isUpper = expectation.limit.isUpper
      self = measure(limit: 0.5) { trial in
        guard trial.score.hasBloc else { return nil }
        let proposals =
          trial.firstExactPrefix.map { Double(prefixes[min($0, prefixes.count - 1)]) } ?? .infinity
        return ((isUpper ? proposals > limit : proposals >= limit) ? 1 : 0, 1)
      }
    default: return nil
    }
  }
}
