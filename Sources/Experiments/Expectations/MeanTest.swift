import Metrics
import Statistics

/// A limit on a mean being tested.
struct MeanTest: Sendable {
  private let measure: TrialMeasure
  private var test: SequentialTest
  private var samples: [SequentialTest.Sample] = []
  private var hasUnits = false
  /// The first trial that by itself is on the wrong side.
  private(set) var witness: Int?

  /// A test that finds a side when the interval at this confidence has left the limit.
  init(_ measure: TrialMeasure, confidence: Double) {
    self.measure = measure
    test = SequentialTest(
      limit: measure.limit, range: measure.range, unitsMax: measure.unitsMax,
      errorRate: (1 - confidence) / 2)
  }

  /// Looks at a trial, unless the limit was decided before.
  mutating func add(_ score: TrialScore) {
    guard holds == nil else { return }
    let sample = measure.sample(score)
    samples.append(sample)
    test.add(sample)
    if sample.units > 0 { hasUnits = true }
    if witness == nil && measure.isBad(score) { witness = samples.count }
  }

  /// Whether the limit is kept; nil where that is not known yet.
  var holds: Bool? {
    if let isKept = isKeptAnyway { return hasUnits ? isKept : nil }
    return test.side.map { $0 == (measure.isUpperLimit ? .below : .above) }
  }

  /// Whether the limit is kept whatever the mean is, once there is one; nil where that depends.
  private var isKeptAnyway: Bool? {
    let (bound, range) = (measure.bound, measure.range)
    if measure.isUpperLimit { return bound >= range.upperBound ? true : nil }
    return bound <= range.lowerBound ? true : bound > range.upperBound ? false : nil
  }

  /// How it is decided.
  var ground: Verdict.Ground { isKeptAnyway == nil ? .sequentialTest : .range }

  /// The mean so far with its interval; nil where there is none.
  var estimate: Estimate? {
    SequentialTest.estimate(
      of: samples, range: measure.range, unitsMax: measure.unitsMax, errorRate: test.errorRate)
  }
}
