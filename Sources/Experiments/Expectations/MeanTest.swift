import Statistics

/// The test of a limit on a mean.
struct MeanTest: Sendable {
  /// What is tested of each trial.
  let measure: TrialMeasure
  private var test: SequentialTest
  private var samples: [SequentialTest.Sample] = []
  private var hasUnits = false
  /// The first trial that is on the wrong side by itself.
  private(set) var witness: Int?

  /// A test that decides when the confidence interval no longer contains the limit.
  init(_ measure: TrialMeasure, errorRate: Double) {
    self.measure = measure
    test = SequentialTest(
      limit: measure.limit, range: measure.range, unitsMax: max(1, measure.unitsMax),
      errorRate: errorRate)
  }

  /// Whether no trial can have a unit, so that the mean is never defined.
  var isUndefined: Bool { measure.unitsMax == 0 }

  /// Adds the sample of the next trial, unless the test is already decided.
  mutating func add(_ sample: SequentialTest.Sample) {
    guard holds == nil, !isUndefined else { return }
    samples.append(sample)
    test.add(sample)
    if sample.units > 0 { hasUnits = true }
    if witness == nil && measure.isBad(sample) { witness = samples.count }
  }

  /// Whether the limit holds; nil if that is not known yet.
  var holds: Bool? {
    if let isKept = isKeptAnyway { return hasUnits ? isKept : nil }
    return test.side.map { $0 == (measure.isUpperLimit ? .below : .above) }
  }

  /// Whether the limit holds for any possible mean; nil if that depends on the mean.
  private var isKeptAnyway: Bool? {
    let (bound, range) = (measure.bound, measure.range)
    if measure.isUpperLimit { return bound >= range.upperBound ? true : nil }
    return bound <= range.lowerBound ? true : bound > range.upperBound ? false : nil
  }

  /// How the expectation is decided.
  var ground: Verdict.Ground { isKeptAnyway == nil ? .sequentialTest : .range }

  /// The mean so far with its interval; nil if there is none.
  var estimate: Estimate? {
    SequentialTest.estimate(
      of: samples, range: measure.range, unitsMax: measure.unitsMax, errorRate: test.errorRate)
  }
}
