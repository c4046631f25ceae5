import Scenarios
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
  /// The measure of an expectation on a rate, a mean or a percentile; nil where trials have none.
  init?(_ expectation: Expectation, in scenario: Scenario) {
    let (bound, isUpperLimit) = (expectation.limit.bound, expectation.limit.isUpper)
    let endings = scenario.endingsPerTrialMax
    func measure(
      _ range: ClosedRange<Double> = 0...1, limit: Double? = nil, unitsMax: Double? = nil,
      _ sample: @escaping @Sendable (TrialScore) -> (Double, Double)
    ) -> TrialMeasure {
      TrialMeasure(
        bound: limit ?? bound,
        limit: min(max(limit ?? bound, range.lowerBound), range.upperBound),
        isUpperLimit: isUpperLimit, range: range, unitsMax: unitsMax ?? endings
      ) { score in
        let (total, units) = sample(score)
        return SequentialTest.Sample(total: total, units: units)
      }
    }
    func events(
      _ count: @escaping @Sendable (TrialScore) -> (events: Int, of: Int)
    ) -> TrialMeasure {
      measure { score in
        let (events, all) = count(score)
        return (Double(events), Double(all))
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

    switch expectation.metric {
    case .falseApprovalRate:
      self = events { ($0.endings.unwarranted.approved, $0.endings.unwarranted.total) }
    case .falseRejectionRate:
      self = events { ($0.endings.warranted.rejected, $0.endings.warranted.total) }
    case .quorumFailureRate: self = events { ($0.endings.undecided, $0.endings.total) }
    case .correctRate: self = events { ($0.endings.correct, $0.endings.total) }
    case .disagreementRate: self = events { ($0.disagreements, $0.proposals) }
    case .unsafeTrialRate:
      self = measure(unitsMax: 1) { ($0.endings.unwarranted.approved > 0 ? 1 : 0, 1) }
    case .latencyMean:
      self = measure(0...scenario.workload.deadline.seconds) {
        (Double($0.latencyTotal) / 1e9, Double($0.latencies.count))
      }
    case .latencyP50: self = percentile(50)
    case .latencyP95: self = percentile(95)
    case .latencyP99: self = percentile(99)
    case .participationMean:
      let voters = Double(scenario.voterCount)
      self = measure(unitsMax: endings * voters) {
        (Double($0.participants), Double($0.endings.total) * voters)
      }
    case .expectedHarm:
      self = measure(0...max(scenario.costs.highest, .leastNormalMagnitude)) {
        (Double($0.harm) / 1e6, Double($0.endings.total))
      }
    case .forgedVotesAccepted, .votesRefused, .proposalsRefused: return nil
    case .pairPrecision, .pairRecall, .pairF1, .exactRecoveryRate, .falseAlarmRate, .innocentRate,
      .adjustedRandIndex, .auc, .oracleRatio, .proposalsToDetection:
      return nil
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

extension Endings {
  /// How many were neither approved nor rejected.
  var undecided: Int { warranted.undecided + unwarranted.undecided }
  /// How many were decided as the facts called for.
  var correct: Int { warranted.approved + unwarranted.rejected }
}
