import Metrics
import Scenarios
import Statistics

/// The significant differences between two results, by cell and metric.
///
/// Trials with the same number are compared: with the same seed they have the same random draws.
/// The probability that any test finds a change where there is none is at most 1 minus the
/// confidence (Holm), and 0 if each trial has the same counts.
public struct Comparison: Sendable {
  /// A metric that changed in a cell.
  public struct Change: Sendable {
    /// The metric.
    public let metric: Metric
    /// The cell in the base and in the new result, counted from 0.
    public let cell: (base: Int, new: Int)
    /// The number of compared trials.
    public let trials: Int
    /// The value in the base.
    public let base: Double
    /// The value in the new result.
    public let new: Double
    /// The new value minus that of the base; the interval has the confidence of the comparison by
    /// itself.
    public let difference: Estimate
    /// The p-value with Holm's correction.
    public let pValue: Double

    /// Whether it got worse; nil if neither direction is worse.
    public var isWorse: Bool? {
      switch metric.worsening {
      case .rising: difference.value > 0
      case .falling: difference.value < 0
      case .neither: nil
      }
    }
  }

  /// A metric that is defined in only one of the two results.
  public struct Gap: Sendable {
    /// The metric.
    public let metric: Metric
    /// The cell in the base and in the new result, counted from 0.
    public let cell: (base: Int, new: Int)
    /// Whether it is defined in the base, and not in the new result.
    public let isInBase: Bool
  }

  /// The least probability that no reported change is an error.
  public let confidence: Double
  /// The matching cells.
  package let cells: CellMatch
  /// The number of tests.
  public let testCount: Int
  /// The changes, by cell.
  public let changes: [Change]
  /// What could not be compared.
  public let gaps: [Gap]

  /// Compares two tables.
  ///
  /// - Parameter changes: What makes the sides differ on purpose; cells match on all other axes.
  public init(
    base: TrialTable, new: TrialTable, confidence: Double = 0.95,
    apartFrom changes: [ScenarioOverride] = []
  ) {
    self.confidence = confidence
    cells = CellMatch(base: base.file, new: new.file, apartFrom: changes)
    var tests: [MetricTest] = []
    var gaps: [Gap] = []
    for cell in cells.pairs {
      let pair = CellPair(cell, base: base, new: new)
      for metric in Metric.compared {
        switch pair.test(of: metric) {
        case .test(let test): tests.append(test)
        case .gap(let isInBase): gaps.append(Gap(metric: metric, cell: cell, isInBase: isInBase))
        case .undefined: break
        }
      }
    }
    let pValues = HolmTest.adjusted(tests.map(\.pValue))
    testCount = tests.count
    self.gaps = gaps
    self.changes = zip(tests, pValues).compactMap { test, pValue in
      pValue <= 1 - confidence ? test.change(pValue: pValue, confidence: confidence) : nil
    }
  }
}
