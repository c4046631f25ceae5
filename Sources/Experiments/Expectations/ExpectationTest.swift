import Scenarios
import Statistics

/// An expectation on one cell being tested, trial by trial.
struct ExpectationTest: Sendable {
  /// What is expected.
  let expectation: Expectation
  // One of the two looks at the trials.
  private var mean: MeanTest?
  private var count: CountTest?

  init(_ expectation: Expectation, in scenario: Scenario) {
    self.expectation = expectation
    mean = TrialMeasure(expectation, in: scenario).map {
      MeanTest($0, confidence: expectation.confidence)
    }
    if mean == nil { count = CountTest(expectation) }
  }

  /// Looks at the next trial.
  mutating func add(_ score: TrialScore) {
    mean?.add(score)
    count?.add(score)
  }

  /// Whether more trials cannot change the verdict.
  var isDecided: Bool { mean?.holds != nil || count?.holds(isOver: false) != nil }

  /// The verdict on what was seen.
  ///
  /// - Parameter isOver: Whether there are no more trials.
  func verdict(cell: Int, counts: CellCounts, in scenario: Scenario, isOver: Bool) -> Verdict {
    let holds = mean?.holds ?? count?.holds(isOver: isOver)
    let estimate =
      mean.map { mean in
        expectation.metric.isPercentile
          ? counts.measurement(of: expectation.metric, in: scenario).estimate
          : mean.estimate
      } ?? count.map { Estimate(value: $0.count, low: $0.count, high: $0.count) }
    let outcome: Verdict.Outcome =
      switch holds {
      case .some(true): .pass
      case .some(false): .fail
      case nil: estimate == nil ? .undefined : .inconclusive
      }
    return Verdict(
      expectation: expectation, cell: cell, outcome: outcome,
      ground: mean == nil ? .count : .sequentialTest, estimate: estimate, trials: counts.trials,
      witness: outcome == .fail ? mean?.witness ?? count?.witness : nil)
  }
}

/// A limit on a mean being tested.
private struct MeanTest: Sendable {
  private let measure: TrialMeasure
  private var test: SequentialTest
  private var samples: [SequentialTest.Sample] = []
  private(set) var witness: Int?

  /// A test that finds a side when the interval at this confidence has left the limit.
  init(_ measure: TrialMeasure, confidence: Double) {
    self.measure = measure
    test = SequentialTest(
      limit: measure.limit, range: measure.range, unitsMax: measure.unitsMax,
      errorRate: (1 - confidence) / 2)
  }

  /// Looks at a trial, unless a side was found before.
  mutating func add(_ score: TrialScore) {
    guard test.side == nil else { return }
    let sample = measure.sample(score)
    samples.append(sample)
    test.add(sample)
    let excess = sample.total - measure.limit * sample.units
    if witness == nil && (measure.isUpperLimit ? excess > 0 : excess < 0) {
      witness = samples.count
    }
  }

  var holds: Bool? {
    test.side.map { $0 == (measure.isUpperLimit ? .below : .above) }
  }

  var estimate: Estimate? {
    SequentialTest.estimate(
      of: samples, range: measure.range, unitsMax: measure.unitsMax, errorRate: test.errorRate)
  }
}

/// A limit on how often something happens in all trials together: no matter of chance.
private struct CountTest: Sendable {
  private let expectation: Expectation
  private var trials = 0
  private(set) var count = 0.0
  private(set) var witness: Int?

  init(_ expectation: Expectation) {
    self.expectation = expectation
  }

  mutating func add(_ score: TrialScore) {
    trials += 1
    let more =
      switch expectation.metric {
      case .forgedVotesAccepted: score.forgedVotesAccepted
      case .votesRefused: score.votesRefused
      case .proposalsRefused: score.proposalsRefused
      default: preconditionFailure("\(expectation.metric) is no count")
      }
    count += Double(more)
    if more > 0 && witness == nil { witness = trials }
  }

  /// A count only rises: beyond an upper limit it stays, below it may still go there.
  func holds(isOver: Bool) -> Bool? {
    switch expectation.limit {
    case .atMost(let limit): count > limit ? false : isOver ? true : nil
    case .atLeast(let limit): count >= limit ? true : isOver ? false : nil
    }
  }
}

extension Metric {
  fileprivate var isPercentile: Bool {
    switch self {
    case .latencyP50, .latencyP95, .latencyP99: true
    default: false
    }
  }
}

extension Measurement {
  fileprivate var estimate: Estimate? {
    if case .estimate(let estimate) = self { estimate } else { nil }
  }
}
