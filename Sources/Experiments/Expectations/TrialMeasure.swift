import Agents
import Scenarios
import Simulation
import Statistics

/// What an expectation looks at in each trial: a total over some units, whose mean has a limit.
struct TrialMeasure: Sendable {
  /// The limit of the mean, as it was given.
  let bound: Double
  /// The limit of what is added up, brought among the values that there can be.
  let limit: Double
  /// Whether the mean must not exceed the limit, rather than reach it.
  let isUpperLimit: Bool
  /// The values that there can be of a unit.
  let range: ClosedRange<Double>
  /// The most units that a trial can have.
  let unitsMax: Double
  /// What a trial, or one proposal of it, comes to.
  let sample: @Sendable (TrialScore) -> SequentialTest.Sample

  /// Whether a trial, or one proposal of it, is by itself on the wrong side of the limit.
  func isBad(_ score: TrialScore) -> Bool {
    let sample = sample(score)
    let excess = sample.total - limit * sample.units
    return isUpperLimit ? excess > 0 : excess < 0
  }
}

extension TrialMeasure {
  /// The measure of a limit, which what is added up may have in a form of its own.
  init(
    _ side: Expectation.Limit, _ limit: Double, _ range: ClosedRange<Double>, unitsMax: Double,
    _ part: @escaping @Sendable (TrialScore) -> (total: Double, units: Double)
  ) {
    self.init(
      bound: limit, limit: min(max(limit, range.lowerBound), range.upperBound),
      isUpperLimit: side.isUpper, range: range, unitsMax: unitsMax
    ) { score in
      let (total, units) = part(score)
      return SequentialTest.Sample(total: total, units: units)
    }
  }

  /// The measure of an expectation on a rate, a mean or a percentile; nil for plain counts.
  init?(_ expectation: Expectation, in scenario: Scenario) {
    let (bound, isUpperLimit) = (expectation.limit.bound, expectation.limit.isUpper)
    let endings = scenario.endingsPerTrialMax
    func measure(
      _ range: ClosedRange<Double> = 0...1, limit: Double? = nil, unitsMax: Double? = nil,
      _ sample: @escaping @Sendable (TrialScore) -> (total: Double, units: Double)
    ) -> TrialMeasure {
      TrialMeasure(
        expectation.limit, limit ?? bound, range, unitsMax: unitsMax ?? endings, sample)
    }
    let (metric, voters) = (expectation.metric, scenario.voterCount)
    /// The measure of what each trial adds to the metric.
    func parts(_ range: ClosedRange<Double> = 0...1, unitsMax: Double? = nil) -> TrialMeasure {
      measure(range, unitsMax: unitsMax) { score in
        let part = TrialCounts(score).part(of: metric, voters: voters) ?? (0, 0)
        return (Double(part.total) / metric.coin, Double(part.units))
      }
    }
    /// The share of latencies beyond a percentile is what is left of the whole.
    func percentile(_ percent: Int) -> TrialMeasure {
      let nanoseconds = bound * 1e9
      return measure(limit: Double(100 - percent) / 100) { score in
        let beyond = score.latencies.filter { latency in
          isUpperLimit ? Double(latency) > nanoseconds : Double(latency) >= nanoseconds
        }
        return (Double(beyond.count), Double(score.latencies.count))
      }
    }

    switch metric {
    case .falseApprovalRate, .falseRejectionRate, .quorumFailureRate, .correctRate,
      .disagreementRate:
      self = parts()
    case .unsafeTrialRate: self = parts(unitsMax: 1)
    case .latencyMean: self = parts(0...scenario.workload.deadline.seconds)
    case .latencyP50: self = percentile(50)
    case .latencyP95: self = percentile(95)
    case .latencyP99: self = percentile(99)
    case .participationMean: self = parts(unitsMax: endings * Double(voters))
    case .expectedHarm: self = parts(0...max(scenario.costs.highest, .leastNormalMagnitude))
    case .forgedVotesAccepted, .votesRefused, .proposalsRefused: return nil
    case .pairPrecision, .pairRecall, .pairF1, .exactRecoveryRate, .falseAlarmRate, .innocentRate,
      .adjustedRandIndex, .auc, .oracleRatio, .proposalsToDetection:
      self.init(ofDetector: expectation, in: scenario)
    }
  }
}

extension Expectation.Limit {
  /// The number.
  public var bound: Double {
    switch self {
    case .atMost(let bound), .atLeast(let bound): bound
    }
  }

  /// Whether the metric must not exceed it, rather than reach it.
  public var isUpper: Bool {
    if case .atMost = self { true } else { false }
  }
}
