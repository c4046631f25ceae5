import Agents
import Metrics
import Scenarios
import Statistics

/// How many trials the expectations of a scenario will probably take, found without running any.
public struct CheckPlan: Sendable {
  /// A value that the metric may have, and what a check then takes.
  public struct Assumption: Sendable, Equatable {
    /// The value; for a percentile, the share of the numbers beyond the limit.
    public let value: Double
    /// The number of trials; nil if the check probably decides nothing with all that are allowed.
    public let trials: Int?
  }

  /// What an expectation takes.
  public enum Need: Sendable, Equatable {
    /// No trial: it is decided in this way, or undecided without them.
    case none(Verdict.Ground)
    /// All trials to show that a count stays low, or so many as bring it up to the limit.
    case count
    /// As many as a test takes, for some values: the best one, that halfway to the limit, and one as
    /// far beyond the limit as the best one is before it.
    case test([Assumption])
  }

  /// The needs of each cell, in the order of its expectations.
  public let cells: [[Need]]
  /// The largest number of trials of each cell.
  public let trialsMax: [Int]

  /// The plan of a check.
  ///
  /// - Parameter trialsMax: The largest number of trials of a cell; nil for the number in the
  ///   scenario.
  public init(_ file: ScenarioFile, trialsMax: Int? = nil) {
    self.trialsMax = file.cells.map { trialsMax ?? $0.scenario.trials }
    cells = zip(file.cells, self.trialsMax).map { cell, most in
      let known = AnalyticVerdicts(cell.scenario, cell: cell.number)
      return cell.scenario.expectations.map { expectation in
        if let verdict = known.verdict(on: expectation) { return .none(verdict.ground) }
        guard let claim = expectation.metricClaim,
          let forecast = TrialForecast(claim, in: cell.scenario, trialsMax: most)
        else { return .count }
        return .test(forecast.values.map { Assumption(value: $0, trials: forecast.trials(if: $0)) })
      }
    }
  }
}

/// How many trials the test of a claim will probably take, by the value of the metric.
///
/// It takes proposals to be independent of one another, ballot boxes of a proposal to agree, and the
/// means of trials to be all the same.
struct TrialForecast: Sendable {
  private let measure: TrialMeasure
  private let errorRate: Double
  private let blocks: TrialBlocks
  private let shape: Shape

  /// The form of what is tested of a trial.
  private enum Shape: Sendable {
    /// So many units, each of which counts with some probability, and has the event or not.
    case events(units: Int, weight: Double, isCounted: Double)
    /// Units that all have the mean as their value.
    case constant
    /// Trials with an event or without it; the limit is one on the ratio of their number to that of
    /// trials with another event, which all have.
    case ratio(limit: Double)
  }

  /// The most units whose number is taken to vary; that of more units hardly does.
  private static let unitsMax = 50

  /// The forecast for a claim; nil if it is about a count.
  init?(_ claim: MetricClaim, in scenario: Scenario, trialsMax: Int) {
    guard let measure = TrialMeasure(claim, in: scenario) else { return nil }
    self.measure = measure
    errorRate = claim.errorRate
    blocks = TrialBlocks(growingTo: trialsMax)
    let warranted = scenario.workload.warranted
    let isCounted: Double =
      switch claim.metric.definition.event {
      case .falseApproval: 1 - warranted
      case .falseRejection: warranted
      case .quorumFailure, .disagreement, .forgedVote, nil: 1
      }
    shape =
      switch claim.metric.definition.measure {
      case .ofProtocol(let formula):
        Self.shape(formula, measure, isCounted, proposals: scenario.workload.proposals)
      case .ofDetector(let formula): Self.shape(formula, measure, 1, proposals: 1)
      }
  }

  private static func shape<Trial: ScoredTrial>(
    _ formula: Formula<Trial>, _ measure: TrialMeasure, _ isCounted: Double, proposals: Int
  ) -> Shape {
    switch formula {
    case .event: return .events(units: 1, weight: 1, isCounted: 1)
    case .rate(let quotient):
      switch quotient.units {
      case .proposals, .votersOfProposals, .trials:
        let weight = measure.unitsMax / Double(proposals)
        return .events(units: proposals, weight: weight, isCounted: isCounted)
      case .honestVoters:
        return .events(units: Int(measure.unitsMax), weight: 1, isCounted: 1)
      }
    case .percentile:
      return .events(units: proposals, weight: measure.unitsMax / Double(proposals), isCounted: 1)
    case .mean, .share, .count: return .constant
    case .eventRatio: return .ratio(limit: measure.bound / (1 - measure.bound))
    }
  }

  /// The best value, that halfway to the limit and, if it is possible, one as far beyond.
  var values: [Double] {
    let (range, limit) = domain
    let best = measure.isUpperLimit ? range.lowerBound : range.upperBound
    let beyond = min(max(2 * limit - best, range.lowerBound), range.upperBound)
    let values = [best, best + (limit - best) / 2, beyond]
    return values.enumerated().filter { index, value in
      index == 0 || (value != limit && !values[..<index].contains(value))
    }.map(\.element)
  }

  /// The possible values of the metric, or of the share beyond a percentile, and their limit.
  private var domain: (range: ClosedRange<Double>, limit: Double) {
    switch shape {
    case .events, .constant: (measure.range, measure.limit)
    case .ratio(let limit): (0...1, limit)
    }
  }

  /// The number of trials up to a verdict if the mean has a value; nil if all that are allowed
  /// probably bring none.
  func trials(if value: Double) -> Int? {
    let test = MeanTest(measure, errorRate: errorRate)
    // What is decided by the range alone, or undefined, is known after the first trials.
    if test.isUndefined || test.ground == .range { return blocks[0].upperBound }
    let expected = SequentialTest.trialsExpected(
      limit: measure.limit, range: measure.range, unitsMax: max(1, measure.unitsMax),
      errorRate: errorRate, samples: samples(if: value))
    // A check looks at its trials only at the end of each block.
    guard let expected, expected <= Double(blocks.trials) else { return nil }
    return (0..<blocks.count).lazy.map { blocks[$0].upperBound }.first { Double($0) >= expected }
  }

  /// The samples of a trial and their probabilities if the mean has a value.
  private func samples(
    if value: Double
  ) -> [(sample: SequentialTest.Sample, probability: Double)] {
    func sample(_ total: Double, _ units: Double) -> SequentialTest.Sample {
      SequentialTest.Sample(total: total, units: units)
    }
    switch shape {
    case .constant:
      let units = max(1, measure.unitsMax)
      return [(sample(value * units, units), 1)]
    case .ratio(let limit):
      return [(sample(0, 1), 1 - value), (sample(1 / (1 + limit), 1), value)]
    case .events(let units, let weight, let isCounted):
      let counted =
        units > Self.unitsMax
        ? [(successes: Int((Double(units) * isCounted).rounded()), probability: 1)]
        : BinomialWeights(attempts: units, probability: isCounted).values
      return counted.flatMap { counted in
        BinomialWeights(attempts: counted.successes, probability: value).values.map { events in
          (
            sample(Double(events.successes) * weight, Double(counted.successes) * weight),
            counted.probability * events.probability
          )
        }
      }
    }
  }
}
