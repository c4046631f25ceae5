import Metrics
import Scenarios
import Statistics

/// A cell of the base and the matching cell of the new result.
struct CellPair {
  private typealias Side = (scope: MetricScope, trials: [TrialCounts])

  private let cell: (base: Int, new: Int)
  private let base: Side
  private let new: Side

  init(_ cell: (base: Int, new: Int), base: TrialTable, new: TrialTable) {
    self.cell = cell
    self.base = (base.file.cells[cell.base].scenario.metricScope, base.cells[cell.base])
    self.new = (new.file.cells[cell.new].scenario.metricScope, new.cells[cell.new])
  }

  /// What can be done with a metric.
  enum Outcome {
    case test(MetricTest)
    /// It is defined in only one of the two.
    case gap(isInBase: Bool)
    case undefined
  }

  /// The test of a metric over the trials of both.
  func test(of metric: Metric) -> Outcome {
    let definition = metric.definition
    guard case .ofProtocol(let formula) = definition.measure else { return .undefined }
    let baseParts = parts(of: definition, formula, base)
    let newParts = parts(of: definition, formula, new)
    let trials = zip(baseParts, newParts).map { PairedMeans.Observation(base: $0, new: $1) }
    if let means = PairedMeans(trials) {
      return .test(
        MetricTest(
          metric: metric, formula: formula, cell: cell, trials: trials, means: means,
          width: [base, new].map { formula.width(in: $0.scope) }.reduce(0, max)))
    }
    let isInBase = trials.contains { $0.base.units > 0 }
    let isInNew = trials.contains { $0.new.units > 0 }
    return isInBase || isInNew ? .gap(isInBase: isInBase) : .undefined
  }

  /// The contribution of each trial to a metric; empty if it is not measured.
  private func parts(
    of definition: MetricDefinition, _ formula: Formula<TrialScore>, _ side: Side
  ) -> [(total: Int, units: Int)] {
    let isMeasured = definition.isMeasured(in: side.scope)
    return side.trials.map { trial in
      (isMeasured ? formula.part(of: trial, in: side.scope) : nil) ?? (0, 0)
    }
  }
}

extension Formula<TrialScore> {
  /// The largest possible difference between two cells, in units of the metric.
  fileprivate func width(in scope: MetricScope) -> Double {
    let bounds = range.bounds(in: scope, coin: coin)
    return bounds.upperBound - bounds.lowerBound
  }
}

/// A metric of a cell, tested for a change.
struct MetricTest {
  private let metric: Metric
  private let formula: Formula<TrialScore>
  private let cell: (base: Int, new: Int)
  private let trialCount: Int
  private let means: PairedMeans
  private let width: Double
  /// The same for an event that each trial has or has not.
  private let events: McNemarTest?
  /// The p-value: the probability of such a difference or a larger one if there were no change.
  let pValue: Double

  init(
    metric: Metric, formula: Formula<TrialScore>, cell: (base: Int, new: Int),
    trials: [PairedMeans.Observation], means: PairedMeans, width: Double
  ) {
    self.metric = metric
    self.formula = formula
    self.cell = cell
    trialCount = trials.count
    self.means = means
    self.width = width
    events =
      formula.isEvent
      ? McNemarTest(
        onlyBase: trials.count { $0.base.total > $0.new.total },
        onlyNew: trials.count { $0.base.total < $0.new.total }, pairs: trials.count)
      : nil
    pValue = events?.pValue ?? means.pValue
  }

  /// The change, with its p-value corrected for the other tests.
  func change(pValue: Double, confidence: Double) -> Comparison.Change {
    let difference =
      events?.difference(confidence: confidence)
      ?? means.difference(within: width, confidence: confidence)
    // A count is a sum over all trials.
    let unit = formula.isCount ? 1 / Double(trialCount) : formula.coin
    func value(_ number: Double) -> Double {
      formula.isCount ? (number / unit).rounded() : number / unit
    }
    let scaled = difference.divided(by: unit)
    let change = value(difference.value)
    return Comparison.Change(
      metric: metric, cell: cell, trials: trialCount, base: value(means.base),
      new: value(means.new),
      difference: Estimate(
        value: change, low: min(change, scaled.low), high: max(change, scaled.high)),
      pValue: pValue)
  }
}
