import Scenarios

extension TrialCounts {
  /// What the trial adds to a metric: a total over some units, in the coin of `Metric.coin`.
  ///
  /// Nil for what no single trial adds to, as percentiles, and for what is measured of a detector.
  func part(of metric: Metric, voters: Int) -> (total: Int, units: Int)? {
    let (good, bad) = (endings.warranted, endings.unwarranted)
    return switch metric {
    case .falseApprovalRate: (bad.approved, bad.total)
    case .falseRejectionRate: (good.rejected, good.total)
    case .quorumFailureRate: (endings.undecided, endings.total)
    case .correctRate: (endings.correct, endings.total)
    case .unsafeTrialRate: (bad.approved > 0 ? 1 : 0, 1)
    case .disagreementRate: (disagreements, proposals)
    case .latencyMean: (latency, decisions)
    case .participationMean: (participants, endings.total * voters)
    case .forgedVotesAccepted: (forgedVotesAccepted, 1)
    case .votesRefused: (votesRefused, 1)
    case .proposalsRefused: (proposalsRefused, 1)
    case .expectedHarm: (harm, endings.total)
    case .latencyP50, .latencyP95, .latencyP99: nil
    case .pairPrecision, .pairRecall, .pairF1, .exactRecoveryRate, .falseAlarmRate, .innocentRate,
      .adjustedRandIndex, .auc, .oracleRatio, .proposalsToDetection:
      nil
    }
  }
}

extension Metric {
  /// How many of the coins in which it is counted make one.
  var coin: Double {
    switch self {
    case .latencyMean, .latencyP50, .latencyP95, .latencyP99: 1e9
    case .expectedHarm: 1e6
    default: 1
    }
  }
}
