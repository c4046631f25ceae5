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

  /// The pairs of which some metric is known within bounds only.
  private(set) var pairs: [Pair: PairTrials] = [:]
  /// The number of trials that were run.
  private(set) var trials = 0
  /// The number of rounds.
  private(set) var rounds = 0
  let plan: TunePlan
  /// The largest probability that a limit of a metric of a pair is ever wrong.
  private let errorRate: Double

  /// How often a search as a whole may tell something wrong.
  static let errorRateOfSearch = 0.05
  /// The trials of the first round of a pair.
  private static let trialsAtFirst = 64
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
      for (adversary, ofAdversary) in ofConfiguration.enumerated() {
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
    // Each limit is wrong on either side.
    errorRate = Self.errorRateOfSearch / Double(max(1, 2 * count))
  }

  /// The units of the next round, for some pairs; none if there are no more trials to spend.
  func units(for wanted: [Wanted]) -> [TuneUnit] {
    var left = plan.trialsMax - trials
    var units: [TuneUnit] = []
    for pair in wanted.map(\.pair) {
      let done = pairs[pair]?.count ?? 0
      let count = min(max(Self.trialsAtFirst, done), left)
      left -= count
      var first = done + 1
      while first <= done + count {
        let last = min(first + Self.trialsOfUnit - 1, done + count)
        units.append(.trials(pair, first...last))
        first = last + 1
      }
    }
    return units
  }

  /// A pair of which more must be known, and the metrics in question.
  struct Wanted: Sendable {
    let pair: Pair
    let metrics: [Metric]
  }

  /// Takes the trials of a round.
  ///
  /// - Parameter narrowed: the pairs with these trials, as far as there are some.
  mutating func add(_ narrowed: [(pair: Pair, trials: PairTrials)]) {
    rounds += 1
    for (pair, trials) in narrowed {
      self.trials += trials.count - (pairs[pair]?.count ?? 0)
      pairs[pair] = trials
    }
  }

  /// What trials of a pair add to the metrics that are measured.
  func samples(_ scores: [TrialScore], of pair: Pair) -> TrialSamples? {
    pairs[pair]?.samples(scores, of: plan.scenario(of: pair))
  }

  /// A pair with the samples of its units in a round, whose limits are narrowed by them.
  func narrowed(_ wanted: Wanted, by samples: [TrialSamples]) -> PairTrials? {
    var trials = pairs[wanted.pair]
    for own in samples { trials?.add(own) }
    return trials?.narrowed(
      wanted.metrics, of: plan.scenario(of: wanted.pair), errorRate: errorRate)
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
