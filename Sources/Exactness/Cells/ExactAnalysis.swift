import Metrics
import Scenarios

/// What can be said of a cell without running it: exact values, and the worst that an attack could
/// do.
///
/// Delays and losses are chances that a vote is heard. Probabilities are taken as they are written;
/// the simulator draws them to within 2^-64.
public struct ExactAnalysis: Sendable {
  /// Why there are no exact values, in plain words; none where there are.
  public let obstacles: [String]
  /// Why there is no worst case, in plain words; none where there is.
  public let worstObstacles: [String]
  /// Whether the faulty voters decide which honest votes have arrived when the tally is made.
  public let isArrivalTheirs: Bool
  /// Whether something was left out because it takes more work than there may be.
  public let isGivenUp: Bool
  private let exact: ExactMetrics?
  private let worstAllCounted: ExactMetrics?
  private let worst: ExactMetrics?

  /// Works out a cell.
  ///
  /// - Parameter effort: the most work that may be done; nil for what each electorate may take.
  /// - Complexity: that of `StochasticElectorate.endings`, for both truths, each class of targets and
  ///   each phase of a trial on which the same groups act.
  public init(_ scenario: Scenario, within effort: ExactEffort? = nil) {
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

  /// The exact value of a metric; nil where there is none.
  public func value(of metric: Metric) -> Double? { exact?.value(of: metric) }

  /// The worst value of a metric that anybody can bring about who holds the faulty voters of the
  /// cell, knows all votes, and decides which honest votes have arrived when the tally is made.
  ///
  /// No strategy, no network and no time of tallying does worse, as long as nobody votes in another
  /// voter's name.
  public func worst(of metric: Metric) -> Double? { worst?.value(of: metric) }

  /// The worst value of a metric where the honest votes count that count in the cell.
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
