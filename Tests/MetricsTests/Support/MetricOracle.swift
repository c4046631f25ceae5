import Detection
import Metrics

/// What metrics come to, written once more, from their meaning alone: without the formulas, the
/// sums and the layout.
struct MetricOracle {
  let scope: MetricScope
  let trials: [TrialScore]
  let detector: Int

  /// The value of a metric; nil where it is not defined.
  func value(of metric: Metric) -> Double? {
    switch metric {
    case .falseApprovalRate: quotient({ $0.unwarranted.approved }, over: { $0.unwarranted.sum })
    case .falseRejectionRate: quotient({ $0.warranted.rejected }, over: { $0.warranted.sum })
    case .quorumFailureRate:
      quotient({ $0.warranted.undecided + $0.unwarranted.undecided }, over: { $0.sum })
    case .correctRate:
      quotient({ $0.warranted.approved + $0.unwarranted.rejected }, over: { $0.sum })
    case .unsafeTrialRate: share { $0.counts.outcomes.unwarranted.approved > 0 }
    case .disagreementRate:
      scope.isReplicated
        ? divided(sum { $0.counts.disagreements }, by: sum { $0.counts.proposals }) : nil
    case .latencyMean:
      divided(latencies.reduce(0, +), by: latencies.count).map { $0 / 1_000_000_000 }
    case .latencyP50: percentile(50)
    case .latencyP95: percentile(95)
    case .latencyP99: percentile(99)
    case .participationMean:
      divided(
        sum { $0.counts.participants }, by: sum { $0.counts.outcomes.sum } * scope.voters)
    case .forgedVotesAccepted: Double(sum { $0.counts.forgedVotesAccepted })
    case .votesRefused: Double(sum { $0.counts.votesRefused })
    case .proposalsRefused: Double(sum { $0.counts.proposalsRefused })
    case .expectedHarm:
      divided(sum { $0.counts.harm }, by: sum { $0.counts.outcomes.sum }).map { $0 / 1_000_000 }
    case .pairPrecision: mean { $0.precision }
    case .pairRecall: mean { $0.recall }
    case .pairF1: mean { $0.f1 }
    case .adjustedRandIndex: mean { $0.adjustedRandIndex }
    case .auc: mean { $0.areaUnderCurve }
    case .exactRecoveryRate: divided(blocs.count { $0.score.isExact }, by: blocs.count)
    case .falseAlarmRate:
      divided(blocs.count { !$0.score.hasBloc && $0.score.hasReport }, by: withoutBloc.count)
    case .innocentRate:
      divided(
        blocs.map(\.score.innocents).reduce(0, +), by: blocs.map(\.score.honest).reduce(0, +))
    case .oracleRatio:
      divided(withBloc.count { $0.score.isExact }, by: withBloc.count { $0.isRecoveredByOracle })
    case .proposalsToDetection: proposalsToDetection
    }
  }

  // MARK: The protocol

  private var latencies: [Int] { trials.flatMap { $0.latencies.map { Int($0) } } }

  private func sum(_ count: (TrialScore) -> Int) -> Int { trials.map(count).reduce(0, +) }

  private func quotient(
    _ events: (OutcomeCounts) -> Int, over all: (OutcomeCounts) -> Int
  ) -> Double? {
    divided(sum { events($0.counts.outcomes) }, by: sum { all($0.counts.outcomes) })
  }

  private func share(_ event: (TrialScore) -> Bool) -> Double? {
    divided(trials.count(where: event), by: trials.count)
  }

  private func percentile(_ percent: Int) -> Double? {
    median(latencies.sorted(), percent).map { Double($0) / 1_000_000_000 }
  }

  // MARK: Detectors

  private var blocs: [BlocTrial] { trials.map { $0.blocs[detector] } }
  private var withBloc: [BlocTrial] { blocs.filter(\.score.hasBloc) }
  private var withoutBloc: [BlocTrial] { blocs.filter { !$0.score.hasBloc } }

  private func mean(_ fraction: (BlocScore) -> Fraction?) -> Double? {
    let values = blocs.compactMap { fraction($0.score)?.value }
    return values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
  }

  private var proposalsToDetection: Double? {
    let prefixes = DetectionTime.prefixes(of: scope.proposals)
    return median(withBloc.map { $0.firstExactPrefix ?? .max }.sorted(), 50).map {
      $0 == .max ? .infinity : Double(prefixes[$0])
    }
  }

  // MARK: Arithmetic

  private func divided(_ total: Int, by units: Int) -> Double? {
    units == 0 ? nil : Double(total) / Double(units)
  }

  /// The smallest of some sorted numbers that so many percent of them do not exceed.
  private func median(_ numbers: [Int], _ percent: Int) -> Int? {
    numbers.isEmpty ? nil : numbers[(numbers.count * percent + 99) / 100 - 1]
  }
}

extension OutcomeCounts {
  fileprivate var sum: Int { warranted.sum + unwarranted.sum }
}

extension OutcomeCounts.Row {
  fileprivate var sum: Int { approved + rejected + undecided }
}
