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
  /// Why there may be no strategy for the worst case, in plain words; empty if there is.
  public let shortfalls: [String]
  /// Why it is not known which honest votes arrive, in plain words; empty if it is.
  public let arrivalObstacles: [String]
  /// Whether the faulty voters decide which honest votes have arrived at the tally.
  public let isArrivalTheirs: Bool
  /// Whether some values are left out because they take too much work.
  public let isGivenUp: Bool
  private let exact: ExactMetrics?
  private let worstCounted: WorstLimits<ExactMetrics>?
  private let worst: WorstLimits<ExactMetrics>?
  /// Why nothing is known of an adversary who does not see the future, in plain words; empty if
  /// something is.
  public let causalObstacles: [String]
  /// What the strategies get wrong most, for each metric; none where they make no mistakes, and
  /// where nobody asked for them.
  package let mistakes: [(metric: Metric, mistake: StrategyMistake)]
  private let causal: WorstLimits<ExactMetrics>?
  /// The shortfalls that sums of weights have no part in.
  private let shortfallsOfReach: [String]

  /// The analyses of the cell of a model under several rules.
  static func analyses(
    _ model: AnalyticModel, under asked: AskedRules, _ questions: Questions
  ) -> [ExactAnalysis] {
    func answers<Value>(
      to question: Questions, _ obstacles: [String], _ work: () -> [Attempt<Value>]
    ) -> [Answer<Value>] {
      let obstacles =
        questions.isDisjoint(with: question) ? ["nobody asked for it"] : obstacles
      return obstacles.isEmpty
        ? work().map { Answer($0) } : asked.rules.map { _ in Answer(obstacles: obstacles) }
    }
    func worst(_ arrival: AnalyticModel.Arrival) -> [Answer<AnalyticModel.WorstMetrics>] {
      answers(to: .worst, model.worstObstacles) {
        attempts(asked.rules.count) { () throws(ExactProblem) in
          try model.worst(arrival, under: asked)
        }
      }
    }
    let reach = model.reach
    let exact = answers(to: .exact, model.obstacles.all) { model.exact(under: asked) }
    let inCell = worst(reach.arrivalObstacles.isEmpty ? .asInCell : .sure)
    // Without the scheduler's help more votes arrive, and it chooses among them.
    let isFreed =
      reach.arrivalObstacles.isEmpty && model.scenario.network.scheduler == .adversarial
    let freed = isFreed ? worst(.notHeldBack) : inCell
    let causal = answers(to: [.causal, .mistakes], model.causalObstacles) {
      model.causal(under: asked, findingMistakes: questions.contains(.mistakes))
    }
    return asked.rules.indices.map {
      ExactAnalysis(reach, exact[$0], inCell[$0], freed: freed[$0], causal[$0])
    }
  }

  private init(
    _ reach: AdversaryReach, _ exact: Answer<ExactMetrics>,
    _ inCell: Answer<AnalyticModel.WorstMetrics>, freed: Answer<AnalyticModel.WorstMetrics>,
    _ causal: Answer<AnalyticModel.CausalFindings>
  ) {
    isArrivalTheirs = reach.isArrivalTheirs
    self.exact = exact.value
    obstacles = exact.obstacles
    worstObstacles = inCell.obstacles
    if reach.arrivalObstacles.isEmpty {
      worstCounted = inCell.value?.allCounted
      worst = reach.isArrivalTheirs ? freed.value?.heldBack : inCell.value?.allCounted
    } else {
      worstCounted = nil
      worst = inCell.value?.heldBack
    }
    shortfallsOfReach = reach.shortfalls
    arrivalObstacles = reach.arrivalObstacles
    let isInDoubt = worst.map { worst in
      Metric.exact.contains {
        worst.possible.value(of: $0) != worst.certain.value(of: $0)
      }
    }
    shortfalls =
      reach.shortfalls
      + (isInDoubt == true
        ? ["near the threshold or the quorum, rounded or too many sums of weights decide"] : [])
    self.causal = causal.value?.values
    mistakes = causal.value?.mistakes ?? []
    causalObstacles = causal.obstacles
    isGivenUp = exact.problem == .tooManySums || inCell.problem == .tooManySums
  }

  /// The exact value of a metric; nil if there is none.
  public func value(of metric: Metric) -> Double? { exact?.value(of: metric) }

  /// The worst value of a metric that an adversary can achieve who controls the faulty voters of
  /// the cell, knows all votes, and, if `isArrivalTheirs`, decides which honest votes have arrived at
  /// the tally.
  ///
  /// No strategy does worse, as long as nobody votes in another voter's name.
  public func worst(of metric: Metric) -> WorstValue? {
    worst.flatMap { Self.value(of: metric, $0, isReachable: shortfallsOfReach.isEmpty) }
      .map {
        $0.raised(
          to: [value(of: metric), worstCounted(of: metric)?.value, causal(of: metric)?.value],
          of: metric)
      }
  }

  /// The worst value of a metric if all honest votes count that arrive in the cell.
  public func worstCounted(of metric: Metric) -> WorstValue? {
    worstCounted.flatMap { Self.value(of: metric, $0, isReachable: true) }
  }

  /// The worst value of a metric that an adversary can achieve who controls the faulty voters of the
  /// cell, knows the truth and the rules, and sees honest votes only once they have arrived, but not
  /// the clock.
  ///
  /// It has a policy for one outcome, so metrics that add up several outcomes have no such value.
  public func causal(of metric: Metric) -> WorstValue? {
    if !metric.definition.isAimedAt { return nil }
    return causal.flatMap { Self.value(of: metric, $0, isReachable: true) }
      .map { $0.raised(to: [value(of: metric)], of: metric) }
  }

  private static func value(
    of metric: Metric, _ limits: WorstLimits<ExactMetrics>, isReachable: Bool
  ) -> WorstValue? {
    guard metric.definition.hasWorst, let value = limits.possible.value(of: metric) else {
      return nil
    }
    // What does no harm is attained by doing nothing.
    let isHarmless = value == (metric.worsening == .falling ? 1 : 0)
    let isCertain = isReachable && limits.certain.value(of: metric) == value
    return WorstValue(value: value, kind: isHarmless || isCertain ? .attained : .bound)
  }
}

/// What is known of something, or why nothing is.
private struct Answer<Value> {
  let value: Value?
  /// Why there is no value, in plain words; empty if there is one.
  let obstacles: [String]
  let problem: ExactProblem?

  init(_ attempt: Attempt<Value>) {
    switch attempt {
    case .success(let value): (self.value, obstacles, problem) = (value, [], nil)
    case .failure(let problem):
      (value, obstacles, self.problem) = (nil, [problem.explanation], problem)
    }
  }

  init(obstacles: [String]) {
    (value, problem) = (nil, nil)
    self.obstacles = obstacles
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
