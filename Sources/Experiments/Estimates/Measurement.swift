import Agents
import Scenarios
import Simulation
import Statistics

/// What a metric came to in one cell.
public enum Measurement: Sendable, Equatable {
  /// A rate, a mean or a percentile, with its interval.
  case estimate(Estimate)
  /// A plain count.
  case count(Int)
  /// Nothing: there was no proposal of that kind, or the mode does not know the metric.
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
  /// What a metric that is measured of the protocol came to.
  ///
  /// - Precondition: the metric is none of a detector.
  public func measurement(of metric: Metric, in scenario: Scenario) -> Measurement {
    switch metric {
    case .falseApprovalRate: Measurement(falseApprovals.estimate())
    case .falseRejectionRate: Measurement(falseRejections.estimate())
    case .quorumFailureRate: Measurement(quorumFailures.estimate())
    case .correctRate: Measurement(correctDecisions.estimate())
    case .unsafeTrialRate:
      Measurement(.clopperPearson(events: Double(unsafeTrials), trials: Double(trials)))
    case .disagreementRate:
      scenario.mode == .replicated ? Measurement(disagreements.estimate()) : .undefined
    case .latencyMean:
      Measurement(
        latency.estimate(within: 0...Double(scenario.workload.deadline.count))?.divided(by: 1e9))
    case .latencyP50: latency(percentile: 50, in: scenario)
    case .latencyP95: latency(percentile: 95, in: scenario)
    case .latencyP99: latency(percentile: 99, in: scenario)
    case .participationMean:
      Measurement(
        participation.estimate(within: 0...Double(scenario.voterCount))?
          .divided(by: Double(scenario.voterCount)))
    case .forgedVotesAccepted: .count(forgedVotesAccepted)
    case .votesRefused: .count(votesRefused)
    case .proposalsRefused: .count(proposalsRefused)
    case .expectedHarm:
      Measurement(
        harm.estimate(within: 0...Double(CellCounts.millionths(of: scenario.costs.highest)))?
          .divided(by: 1e6))
    case .pairPrecision, .pairRecall, .pairF1, .exactRecoveryRate, .falseAlarmRate, .innocentRate,
      .adjustedRandIndex, .auc, .oracleRatio, .proposalsToDetection:
      preconditionFailure("\(metric) is measured of a detector")
    }
  }

  private func latency(percentile: Int, in scenario: Scenario) -> Measurement {
    let deadline = Double(scenario.workload.deadline.count)
    return Measurement(
      latencyPercentiles.estimate(percentile: percentile, atMost: deadline)?.divided(by: 1e9))
  }
}
