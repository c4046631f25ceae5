import JSON

/// What is measured of a cell; raw values are the column names of `summary.csv` and `blocs.csv`.
public enum Metric: String, CaseIterable, Hashable, Sendable {
  case falseApprovalRate = "false_approval_rate"
  case falseRejectionRate = "false_rejection_rate"
  case quorumFailureRate = "quorum_failure_rate"
  case correctRate = "correct_rate"
  case unsafeTrialRate = "unsafe_trial_rate"
  case disagreementRate = "disagreement_rate"
  case latencyMean = "latency_mean"
  case latencyP50 = "latency_p50"
  case latencyP95 = "latency_p95"
  case latencyP99 = "latency_p99"
  case participationMean = "participation_mean"
  case forgedVotesAccepted = "forged_votes_accepted"
  case votesRefused = "votes_refused"
  case proposalsRefused = "proposals_refused"
  case expectedHarm = "expected_harm"

  case pairPrecision = "pair_precision"
  case pairRecall = "pair_recall"
  case pairF1 = "pair_f1"
  case exactRecoveryRate = "exact_recovery_rate"
  case falseAlarmRate = "false_alarm_rate"
  case innocentRate = "innocent_rate"
  case adjustedRandIndex = "adjusted_rand_index"
  case auc
  case oracleRatio = "oracle_ratio"
  case proposalsToDetection = "proposals_to_detection"
}

extension Metric {
  /// Whether it is measured of a detector, and stands in `blocs.csv`.
  public var isOfDetector: Bool {
    switch self {
    case .pairPrecision, .pairRecall, .pairF1, .exactRecoveryRate, .falseAlarmRate,
      .innocentRate, .adjustedRandIndex, .auc, .oracleRatio, .proposalsToDetection:
      true
    default: false
    }
  }

  /// Whether it is a plain count, which has no interval.
  public var isCount: Bool {
    switch self {
    case .forgedVotesAccepted, .votesRefused, .proposalsRefused: true
    default: false
    }
  }

  /// The values it can have, and so the limits that say something.
  var range: NumberRange {
    switch self {
    case .falseApprovalRate, .falseRejectionRate, .quorumFailureRate, .correctRate,
      .unsafeTrialRate, .disagreementRate, .participationMean, .pairPrecision, .pairRecall,
      .pairF1, .exactRecoveryRate, .falseAlarmRate, .innocentRate, .auc:
      .probability
    case .adjustedRandIndex: .from(-1, to: 1)
    case .latencyMean, .latencyP50, .latencyP95, .latencyP99, .forgedVotesAccepted, .votesRefused,
      .proposalsRefused, .expectedHarm, .oracleRatio, .proposalsToDetection:
      Self.widestRange
    }
  }

  /// What a limit on a metric without bounds of its own may be.
  static let widestRange = NumberRange.from(0, to: 1e18)
}
