import Agents
import Detection
import Scenarios
import Statistics

extension CellCounts {
  /// What a metric that is measured of a detector came to.
  ///
  /// - Precondition: the metric is one of a detector.
  public func measurement(of metric: Metric, detector: Int, in scenario: Scenario) -> Measurement {
    // Without a trial there are no sums yet.
    let sums = blocs.indices.contains(detector) ? blocs[detector] : BlocScoreSums()
    func rate(_ events: Int, of trials: Int) -> Measurement {
      Measurement(.clopperPearson(events: Double(events), trials: Double(trials)))
    }
    func mean(_ mean: ClusteredMean, from low: Double = 0) -> Measurement {
      let unit = Double(Fraction.partsPerUnit)
      return Measurement(mean.estimate(within: low * unit...unit)?.divided(by: unit))
    }
    return switch metric {
    case .pairPrecision: mean(sums.precision)
    case .pairRecall: mean(sums.recall)
    case .pairF1: mean(sums.f1)
    case .exactRecoveryRate: rate(sums.exactTrials, of: sums.trials)
    case .falseAlarmRate: rate(sums.falseAlarms, of: sums.trials - sums.trialsWithBloc)
    case .innocentRate: Measurement(sums.innocents.estimate())
    case .adjustedRandIndex: mean(sums.adjustedRandIndex, from: -1)
    case .auc: mean(sums.areaUnderCurve)
    case .oracleRatio:
      Measurement(
        .rateRatio(
          both: sums.exactOracleTrials,
          onlyFirst: sums.trialsWithBloc == 0 ? 0 : sums.exactTrials - sums.exactOracleTrials,
          onlySecond: sums.oracleTrials - sums.exactOracleTrials, trials: sums.trials))
    case .proposalsToDetection: Measurement(sums.proposalsToDetection(in: scenario.workload))
    default: preconditionFailure("\(metric) is measured of the protocol")
    }
  }
}

extension BlocScoreSums {
  /// The median number of proposals; infinite where half of the blocs are not found in the end.
  fileprivate func proposalsToDetection(in workload: Workload) -> Estimate? {
    let prefixes = DetectionTime.prefixes(of: workload.proposals)
    func proposals(_ place: Double) -> Double {
      // A flood makes trials longer than the workload; what takes longer takes all of it.
      place < Double(Self.neverDetected)
        ? Double(prefixes[min(Int(place), prefixes.count - 1)]) : .infinity
    }
    return detectionPlaces.estimate(percentile: 50, atMost: Double(Self.neverDetected)).map {
      Estimate(
        value: proposals($0.value), low: proposals($0.low), high: proposals($0.high))
    }
  }
}
