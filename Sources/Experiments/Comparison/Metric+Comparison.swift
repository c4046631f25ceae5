import Agents
import Scenarios
import Simulation

/// Which way a metric gets worse.
public enum Worsening: Sendable {
  case rising
  case falling
  /// Neither way by itself: it depends on why.
  case neither
}

/// What of a trial is compared with that of another result, and what a change means.
///
/// Whatever `TrialCounts` has a part of can be compared; here is said which way it gets worse.
extension Metric {
  /// Which way it gets worse; nil for what is not compared.
  public var worsening: Worsening? {
    switch self {
    case .falseApprovalRate, .falseRejectionRate, .quorumFailureRate, .unsafeTrialRate,
      .disagreementRate, .latencyMean, .forgedVotesAccepted, .expectedHarm:
      .rising
    case .correctRate: .falling
    // Fewer votes may do, and what is refused may be an attack or an honest voter.
    case .participationMean, .votesRefused, .proposalsRefused: .neither
    // No single trial adds to a percentile.
    case .latencyP50, .latencyP95, .latencyP99: nil
    case .pairPrecision, .pairRecall, .pairF1, .exactRecoveryRate, .falseAlarmRate, .innocentRate,
      .adjustedRandIndex, .auc, .oracleRatio, .proposalsToDetection:
      nil
    }
  }

  /// The metrics that are compared.
  public static let compared = allCases.filter { $0.worsening != nil }

  /// Whether each trial has an event or has none.
  var isTrialEvent: Bool { self == .unsafeTrialRate }

  /// Whether the metric says something of a cell.
  func isMeasured(in scenario: Scenario) -> Bool {
    self != .disagreementRate || scenario.mode == .replicated
  }

  /// How far apart two cells can be by the metric's nature, in its coin.
  func width(_ base: Scenario, _ new: Scenario) -> Double {
    switch self {
    case .latencyMean: Double(max(base.workload.deadline.count, new.workload.deadline.count))
    case .expectedHarm: max(base.costs.highest, new.costs.highest) * coin
    case _ where isCount: .infinity
    default: 1
    }
  }
}
