import Metrics
import Scenarios

/// The analysis of a cell without simulation: exact values, and the worst case of any attack.
///
/// Delays and losses count as probabilities that a vote arrives in time. Probabilities are used as
/// written; the simulator draws them with an error of at most 2^-64.
public struct ExactAnalysis: Sendable {
  /// Why there are no exact values, in plain words; empty if there are.
  public let obstacles: [String]
  /// Why there is no worst case, in plain words; empty if there is one.
  public let worstObstacles: [String]
  /// Whether the faulty voters decide which honest votes have arrived at the tally.
  public let isArrivalTheirs: Bool
  /// Whether some values are left out because they take too much work.
  public let isGivenUp: Bool
  private let exact: ExactMetrics?
  private let worstAllCounted: ExactMetrics?
  private let worst: ExactMetrics?

  /// Analyses a cell, with as much work as each electorate may take.
  public init(_ scenario: Scenario) {
    self.init(scenario, within: nil)
  }

  /// Analyses a cell.
  ///
  /// - Parameter effort: the largest amount of work; nil for the limit of each electorate.
  /// - Complexity: that of `StochasticElectorate.endings`, for both truths, each class of targets and
  ///   each phase of a trial on which the same groups act.
  package init(_ scenario: Scenario, within effort: ExactEffort?) {
    var model = AnalyticModel(scenario)
    if let effort { model.limit(to: effort) }
    isArrivalTheirs = model.isArrivalTheirs
    let exact = attempt(model.obstacles) { [model] () throws(ExactProblem) in
      try model.exact()
    }
    self.exact = exact.value
    obstacles = exact.obstacles
    let worst = attempt(model.worstObstacles) { [model] () throws(ExactProblem) in
      try model.worst(isAllHeard: true)
    }
    self.worst = worst.value?.heldBack
    worstObstacles = worst.obstacles
    isGivenUp = exact.problem == .tooManySums || worst.problem == .tooManySums
    if model.isEverybodyHeard && model.obstacles.isEmpty {
      worstAllCounted = worst.value?.allCounted
    } else {
      let counted = attempt(model.obstacles + model.worstObstacles) {
        [model] () throws(ExactProblem) in try model.worst(isAllHeard: false)
      }
      worstAllCounted = counted.value?.allCounted
    }
  }

  /// The exact value of a metric; nil if there is none.
  public func value(of metric: Metric) -> Double? { exact?.value(of: metric) }

  /// The worst value of a metric that an adversary can achieve who controls the faulty voters of
  /// the cell, knows all votes, and decides which honest votes have arrived at the tally.
  ///
  /// No strategy, no network and no time of the tally does worse, as long as nobody votes in
  /// another voter's name.
  public func worst(of metric: Metric) -> Double? { worst?.value(of: metric) }

  /// The worst value of a metric if all honest votes count that count in the cell.
  public func worstAllCounted(of metric: Metric) -> Double? { worstAllCounted?.value(of: metric) }
}

private func attempt<Value>(
  _ obstacles: [String], _ work: () throws(ExactProblem) -> Value
) -> (value: Value?, obstacles: [String], problem: ExactProblem?) {
  if !obstacles.isEmpty { return (nil, obstacles, nil) }
  do throws(ExactProblem) {
    return (try work(), [], nil)
  } catch {
    return (nil, [error.explanation], error)
  }
}

extension ExactProblem {
  /// The problem in plain words.
  fileprivate var explanation: String {
    switch self {
    case .tooManySums: "the weights have too many different sums"
    case .orderMatters:
      "sums of the weights are rounded, and near the threshold the order of the votes decides"
    }
  }
}
