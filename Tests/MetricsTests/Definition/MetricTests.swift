import Detection
import Statistics
import TestSupport
import Testing

@testable import Metrics

/// The table of metrics as a whole.
struct MetricTests {
  private static let premises = Metric.allCases.flatMap {
    $0.isCount ? [$0.rawValue] : [$0.rawValue, "no \($0.rawValue)"]
  }

  /// Each metric is what it means, whatever the trials.
  @Test func metricsAreWhatTheyMean() {
    // The share of trials and the Rand index always are.
    let always = ["no unsafe_trial_rate", "no exact_recovery_rate", "no adjusted_rand_index"]
    forEverySeed(200, premises: Self.premises.filter { !always.contains($0) }) { draw in
      let cell = draw.cell()
      let counts = cell.counts
      let detector = draw.int(in: 0...1)
      let oracle = MetricOracle(scope: cell.scope, trials: cell.trials, detector: detector)
      for metric in Metric.allCases {
        let value = counts.measurement(of: metric, detector: detector, in: cell.scope).value
        guard let expected = oracle.value(of: metric) else {
          try requireEqual(value, nil, "\(metric)")
          draw.met("no \(metric.rawValue)")
          continue
        }
        draw.met(metric.rawValue)
        let actual = try requireValue(value, "\(metric) is \(expected), not undefined")
        // Percentiles are those of a histogram; shares are kept to twelve digits.
        let tolerance = metric.hasParts ? 1e-11 : 0.01
        try require(
          actual == expected
            || (actual - expected).magnitude <= tolerance * max(0.1, expected.magnitude),
          "\(metric): \(actual), not \(expected)")
      }
    }
  }

  /// A value lies within its interval, and within what a limit on it may be.
  @Test func intervalsLieWithinTheLimits() {
    forEverySeed(100, inDebug: 8) { draw in
      let cell = draw.cell()
      for metric in Metric.allCases {
        let measurement = cell.counts.measurement(of: metric, detector: 0, in: cell.scope)
        switch measurement {
        case .undefined: continue
        case .count(let count): try require(metric.isCount && count >= 0)
        case .estimate(let estimate):
          try require(!metric.isCount)
          for number in [estimate.value, estimate.low, estimate.high] {
            try require(
              metric.limits.contains(number) || (metric.limits == MetricRange.widest && number > 0),
              "\(metric): \(number)")
          }
        }
      }
    }
  }

  /// What trials add to a metric is what it comes to.
  @Test func partsAddUpToTheMetric() {
    forEverySeed(100, inDebug: 8) { draw in
      let cell = draw.cell()
      for metric in Metric.allCases {
        let parts: [(total: Int, units: Int)?] =
          switch metric.definition.measure {
          case .ofProtocol(let formula):
            cell.trials.map { formula.part(of: $0.counts, in: cell.scope) }
          case .ofDetector(let formula):
            cell.trials.map { formula.part(of: $0.blocs[1].counts, in: cell.scope) }
          }
        try require(parts.allSatisfy { ($0 != nil) == metric.hasParts }, "\(metric)")
        guard metric.hasParts, metric.definition.isMeasured(in: cell.scope) else { continue }
        let total = parts.compactMap { $0?.total }.reduce(0, +)
        let units = parts.compactMap { $0?.units }.reduce(0, +)
        let coin = metric.coin
        let value = cell.counts.measurement(of: metric, detector: 1, in: cell.scope).value
        guard units > 0 else {
          try requireEqual(value, nil, "\(metric)")
          continue
        }
        let expected = Double(total) / coin / (metric.isCount ? 1 : Double(units))
        let actual = try requireValue(value, "\(metric)")
        try require(
          (actual - expected).magnitude <= 1e-12 * max(1, expected.magnitude),
          "\(metric): \(actual), not \(expected)")
        if !metric.isOfDetector {
          try requireEqual(cell.counts.total(of: metric), Int128(total), "\(metric)")
        }
      }
    }
  }

  @Test func whatIsKeptHasOneNameEach() {
    for keys in [TrialScore.layout.keys, BlocTrial.layout.keys] {
      #expect(Set(keys).count == keys.count)
    }
    // Whatever has parts of its own is kept by itself.
    let formulas = BlocTrial.layout.formulas.filter(\.hasParts)
    #expect(BlocTrial.layout.rates.count + BlocTrial.layout.means.count >= formulas.count - 2)
    #expect(Metric.ofProtocol + Metric.ofDetectors == Metric.allCases)
  }

  /// Where it is known that what a metric counts never happens, it is zero.
  @Test func whatNeverHappensCountsNothing() {
    for metric in Metric.allCases where metric.definition.event != nil {
      #expect(metric.worsening == .rising, "\(metric)")
    }
    for outcome in BadOutcome.allCases {
      #expect(outcome.metric.definition.event == outcome)
      #expect(!outcome.isShown(by: CellCounts()))
    }
  }

  @Test func theTableSaysOfEachWhatItIs() {
    let traits = Metric.allCases.map { metric in
      let definition = metric.definition
      return [
        metric.rawValue, "\(definition.worsening)", "\(definition.modes)",
        metric.hasParts ? "parts" : "-", definition.exact == nil ? "-" : "exact",
        metric.takesDetectionTime ? "timed" : "-",
        "\(metric.limits.lowerBound)...\(metric.limits.upperBound)",
      ].joined(separator: " ") + "\n"
    }
    Snapshot.expect(traits.joined(), equals: "metrics.txt")
  }
}

extension Metric {
  fileprivate var coin: Double {
    switch definition.measure {
    case .ofProtocol(let formula): formula.coin
    case .ofDetector(let formula): formula.coin
    }
  }
}
