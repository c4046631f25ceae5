import Metrics
import Scenarios
import Statistics

/// What differs between two results, cell by cell and metric by metric, beyond chance.
///
/// Trials of the same number are compared with each other: with the same seed they have the same
/// random draws. All tests together find a change where there is none with a probability of at most
/// 1 less the confidence (Holm), and none at all where each trial has the same counts.
public struct Comparison: Sendable {
  /// A metric that changed in a cell.
  public struct Change: Sendable {
    /// The metric.
    public let metric: Metric
    /// The cell in the base and in the new one, counted from 0.
    public let cell: (base: Int, new: Int)
    /// How many trials were compared.
    public let trials: Int
    /// The value in the base.
    public let base: Double
    /// The value in the new one.
    public let new: Double
    /// The new value less that of the base; the interval has the comparison's confidence by itself.
    public let difference: Estimate
    /// The p-value, Holm's correction included.
    public let pValue: Double

    /// Whether it got worse; nil where no way is worse.
    public var isWorse: Bool? {
      switch metric.worsening {
      case .rising: difference.value > 0
      case .falling: difference.value < 0
      case .neither: nil
      }
    }
  }

  /// A metric that is defined in only one of the two.
  public struct Gap: Sendable {
    /// The metric.
    public let metric: Metric
    /// The cell in the base and in the new one, counted from 0.
    public let cell: (base: Int, new: Int)
    /// Whether it is defined in the base, and not in the new one.
    public let isInBase: Bool
  }

  /// How likely it is, at least, that there is no change among those found by mistake.
  public let confidence: Double
  /// Which cells were compared.
  public let cells: CellMatch
  /// How often a metric was compared in a cell.
  public let testCount: Int
  /// What changed, cell by cell.
  public let changes: [Change]
  /// What could not be compared.
  public let gaps: [Gap]

  /// Compares two tables.
  public init(base: TrialTable, new: TrialTable, confidence: Double = 0.95) {
    self.confidence = confidence
    cells = CellMatch(base: base.file, new: new.file)
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
    changes = zip(tests, pValues).compactMap { test, pValue in
      pValue <= 1 - confidence ? test.change(pValue: pValue, confidence: confidence) : nil
    }
  }
}
