import Experiments
import Metrics
import Scenarios

/// Trials of pairs of which too little is known, in rounds.
///
/// What is run in a round depends on the results of the earlier ones alone.
package struct TrialRounds: Sendable {
  /// A pair of a configuration and an adversary in one draw, by their places.
  package struct Pair: Hashable, Comparable, Sendable {
    let configuration: Int
    let adversary: Int
    let draw: Int

    package static func < (one: Pair, other: Pair) -> Bool {
      (one.configuration, one.adversary, one.draw)
        < (other.configuration, other.adversary, other.draw)
    }
  }

  /// The pairs of which some metric is known within bounds only, and that can be tried.
  private(set) var pairs: [Pair: PairTrials] = [:]
  /// The number of trials that were run.
  private(set) var trials = 0
  private var spent: [TrialPurpose: Int] = [:]
  let plan: TunePlan
  /// The largest probability that a limit of a metric of a pair is ever wrong.
  private let errorRate: Double
  /// What was found out by comparing configurations with one another.
  private(set) var comparisons: PairedComparisons

  /// How often a search as a whole may tell something wrong.
  static let errorRateOfSearch = 0.05
  /// The trials of the first round of a pair.
  static let trialsAtFirst = 64
  /// The most trials of a unit.
  private static let trialsOfUnit = 256

  /// No trials yet.
  ///
  /// - Parameter known: what is known of each pair without trials, by configuration, adversary, draw
  ///   and metric.
  init(_ plan: TunePlan, known: [[[[PairValue]]]]) {
    self.plan = plan
    var count = 0
    for (configuration, ofConfiguration) in known.enumerated() {
      for (adversary, ofAdversary) in ofConfiguration.enumerated()
      where plan.adversaries[adversary].kind.canBeTried {
        for (draw, values) in ofAdversary.enumerated() {
          let open = zip(plan.metrics, values).filter { $0.1.isOpen }
          if open.isEmpty { continue }
          count += open.count
          let pair = Pair(configuration: configuration, adversary: adversary, draw: draw)
          pairs[pair] = PairTrials(
            Dictionary(uniqueKeysWithValues: open.map { ($0.0, $0.1) }))
        }
      }
    }
    // Limits and comparisons share the rate; each limit is wrong on either side.
    errorRate = Self.errorRateOfSearch / 2 / Double(max(1, 2 * count))
    comparisons = PairedComparisons(
      configurations: plan.configurations.count, pairs: plan.pairCount, metrics: plan.metrics.count,
      errorRate: Self.errorRateOfSearch / 2)
  }

  /// The units of the next round, for some pairs; none if there are no more trials to spend.
  ///
  /// - Parameter trialsMax: the most trials of all rounds.
  func units(for wanted: [Wanted], most trialsMax: Int) -> [TuneUnit] {
    var left = trialsMax - trials
    var units: [TuneUnit] = []
    for one in wanted {
      var first = count(one.pair) + 1
      let end = min(one.trials, first - 1 + left)
      left -= max(0, end - first + 1)
      while first <= end {
        let last = min(first + Self.trialsOfUnit - 1, end)
        units.append(.trials(one.pair, first...last))
        first = last + 1
      }
    }
    return units
  }

  /// A pair of which more must be known, and how many trials of it there should be.
  struct Wanted: Sendable {
    let pair: Pair
    let trials: Int
  }

  /// Takes the trials of a round.
  ///
  /// - Parameter narrowed: the pairs with these trials, as far as there are some.
  mutating func add(
    _ narrowed: [(pair: Pair, trials: PairTrials)], asked request: TrialRequest
  ) {
    for (pair, trials) in narrowed {
      let count = trials.count - count(pair)
      self.trials += count
      spent[request.purpose, default: 0] += count
      pairs[pair] = trials
    }
  }

  /// The number of trials of a pair.
  func count(_ pair: Pair) -> Int { pairs[pair]?.count ?? 0 }

  /// The number of trials that were run for a purpose.
  func spent(for purpose: TrialPurpose) -> Int { spent[purpose] ?? 0 }

  /// What trials of a pair add to the metrics that are measured.
  func samples(_ scores: [TrialScore], of pair: Pair) -> TrialSamples? {
    pairs[pair]?.samples(scores, of: plan.scenario(of: pair))
  }

  /// Takes comparisons.
  mutating func add(_ more: [(PairedComparisons.Key, PairedComparisons.State)]) {
    comparisons.add(more)
  }

  /// A pair with the samples of its units in a round, whose limits are narrowed by them.
  func narrowed(_ wanted: Wanted, by samples: [TrialSamples]) -> PairTrials? {
    var trials = pairs[wanted.pair]
    for own in samples { trials?.add(own) }
    return trials?.narrowed(of: plan.scenario(of: wanted.pair), errorRate: errorRate)
  }

  /// What is known of a metric of a pair by now; nil if it was known before.
  func value(_ pair: Pair, _ metric: Metric) -> PairValue? { pairs[pair]?.values[metric] }
}

extension PairValue {
  /// Whether trials can tell more.
  var isOpen: Bool {
    guard let range else { return false }
    switch status {
    case .proven, .exact: return false
    case .bounded, .measured: return range.lowerBound < range.upperBound
    }
  }
}
