import Experiments
import Maths
import Metrics
import Scenarios
import Statistics

/// Which of two configurations is better against the same adversary, from trials that share their
/// luck.
///
/// Most of what happens in such trials is the same under both, so that their difference shows long
/// before the limits of each are apart. A bettor on each side bets on the difference; what is found is
/// right however often one looks.
struct PairedComparisons: Sendable {
  /// Two configurations, an adversary, a draw, and a metric, by their places.
  struct Key: Hashable, Sendable {
    let first: Int
    let second: Int
    let adversary: Int
    let draw: Int
    let metric: Int
  }

  /// What was found of a metric of two configurations.
  struct State: Sendable {
    /// The bets that the first has less of it, and that it has more.
    var test: SequentialTest
    /// How many trials of both were looked at.
    var trials = 0
    /// The sum over trials of what the first has more than the second.
    var sum = 0.0
    /// The sum of its squares.
    var squares = 0.0
    /// Whether both have the same units in each trial, without which totals say nothing.
    var isComparable = true
    /// The largest difference of a trial.
    let differenceMax: Double

    /// Whether more trials tell nothing more.
    var isOver: Bool { test.side != nil || !isComparable }
  }

  /// The comparisons that were made.
  private(set) var states: [Key: State] = [:]
  /// The largest probability that the wrong side is ever found in a comparison.
  let errorRate: Double

  /// The most configurations that are compared with one another.
  static let configurationsMax = 256

  /// No comparisons yet.
  ///
  /// - Parameter errorRate: the largest probability that any of all possible ones finds the wrong side.
  init(configurations: Int, pairs: Int, metrics: Int, errorRate: Double) {
    let possible = Double(max(1, configurations - 1)) * Double(pairs) * Double(metrics)
    // Each couple is counted twice, and may be wrong on either side.
    self.errorRate = errorRate / max(1, possible)
  }

  /// Takes comparisons with the trials of a round.
  mutating func add(_ more: [(Key, State)]) {
    for (key, state) in more { states[key] = state }
  }

  /// What was found of a metric of two configurations, in any order; nil if they were not compared.
  func state(of one: Int, _ other: Int, adversary: Int, draw: Int, metric: Int) -> State? {
    states[
      Key(
        first: min(one, other), second: max(one, other), adversary: adversary, draw: draw,
        metric: metric)]
  }

  /// Which of two configurations has less of a metric against an adversary; nil if that is not known.
  ///
  /// - Returns: whether it is the first.
  func hasLess(
    _ one: Int, than other: Int, adversary: Int, draw: Int, metric: Int
  ) -> Bool? {
    let state = state(of: one, other, adversary: adversary, draw: draw, metric: metric)
    guard let state, state.isComparable, let side = state.test.side else { return nil }
    return (side == .below) == (one < other)
  }
}

extension PairedComparisons.State {
  /// A comparison without trials.
  fileprivate init(_ measure: TrialMeasure, errorRate: Double) {
    let width = measure.range.upperBound - measure.range.lowerBound
    differenceMax = width * max(1, measure.unitsMax)
    test = SequentialTest(
      limit: 0, range: -width...width, unitsMax: max(1, measure.unitsMax), errorRate: errorRate)
  }

  /// Adds more trials of both, which share their luck.
  fileprivate mutating func add(
    _ one: ArraySlice<SequentialTest.Sample>, _ other: ArraySlice<SequentialTest.Sample>
  ) {
    for (own, its) in zip(one, other) {
      if own.units != its.units {
        isComparable = false
        return
      }
      trials += 1
      // Without a difference nobody wins or loses.
      if own.total == its.total { continue }
      let difference = own.total - its.total
      sum += difference
      squares += difference * difference
      test.add(SequentialTest.Sample(total: difference, units: own.units))
    }
  }
}

extension TrialRounds {
  /// The comparisons of two configurations that have more trials now, and are not over.
  ///
  /// - Parameter measures: what is measured, by adversary and draw, for the places of the metrics that
  ///   matter.
  func compared(
    _ first: Int, with second: Int, measures: [[[(metric: Int, measure: TrialMeasure)]]]
  ) -> [(PairedComparisons.Key, PairedComparisons.State)] {
    var found: [(PairedComparisons.Key, PairedComparisons.State)] = []
    for (adversary, ofAdversary) in measures.enumerated() {
      for (draw, ofDraw) in ofAdversary.enumerated() {
        let one = pairs[Pair(configuration: first, adversary: adversary, draw: draw)]
        let other = pairs[Pair(configuration: second, adversary: adversary, draw: draw)]
        guard let one, let other, one.count > 0, other.count > 0 else { continue }
        for (metric, measure) in ofDraw {
          let key = PairedComparisons.Key(
            first: first, second: second, adversary: adversary, draw: draw, metric: metric)
          let name = plan.metrics[metric]
          guard let samples = one.samples[name], let others = other.samples[name],
            !one.isApart(from: other, name)
          else { continue }
          let count = min(samples.count, others.count)
          let known = comparisons.states[key]
          if let known, known.isOver || known.trials >= count { continue }
          var state = known ?? PairedComparisons.State(measure, errorRate: comparisons.errorRate)
          state.add(samples[state.trials..<count], others[state.trials..<count])
          found.append((key, state))
        }
      }
    }
    return found
  }
}

extension PairedComparisons.State {
  /// How many trials it probably takes until the first is found to have less, or more; infinite if it
  /// seems to be otherwise.
  ///
  /// What may well be so is taken to be so: a mean within its standard error of 0 to be as far from it,
  /// and as long as there was no difference, the next trial to bring one.
  func trialsExpected(isLess: Bool) -> Double {
    if !isComparable { return .infinity }
    let count = Double(trials)
    let square = squares > 0 ? squares / count : differenceMax * differenceMax / (count + 1)
    let deviation = (square / count).squareRoot()
    let mean = (isLess ? -sum : sum) / count
    if mean < -deviation { return .infinity }
    // The logarithm of a capital grows so, to second order, with the best stake. It is asked of every
    // couple in every round, so two sums must do, where a plan of checks goes by each kind of sample.
    let gain = max(mean, deviation)
    let stake = min(gain / square, 1 / differenceMax)
    return -logarithm(test.errorRate) / (stake * gain - stake * stake * square / 2)
  }
}

extension PairTrials {
  /// Whether the limits of a metric tell two pairs apart.
  fileprivate func isApart(from other: PairTrials, _ metric: Metric) -> Bool {
    guard let own = values[metric]?.range, let its = other.values[metric]?.range else {
      return false
    }
    return !own.overlaps(its)
  }
}

extension TuneStudy {
  /// The configurations that are compared with one another: those that were tried and may be in the
  /// front, or the best; none if there are too many.
  var comparedConfigurations: [Int] {
    let tried = Set(rounds.pairs.lazy.filter { $0.value.count > 0 }.map(\.key.configuration))
    let found = configurations.indices.filter {
      configurations[$0].front != .no && tried.contains($0)
    }
    return found.count > PairedComparisons.configurationsMax ? [] : found
  }

  /// Whether a metric of one configuration is surely better than that of another one, at worst over
  /// all adversaries.
  ///
  /// It is, if each adversary does surely less to the one than some adversary does to the other.
  func isSurelyBetter(_ one: Int, _ other: Int, _ metric: Int) -> Bool {
    configurations[other].worst[metric].value.range != nil
      && plan.adversaries.indices.dropLast().allSatisfy { adversary in
        isSurelyBetter(one, other, metric, against: adversary)
      }
  }

  /// Whether an adversary does surely less to one configuration than some adversary does to another.
  func isSurelyBetter(_ one: Int, _ other: Int, _ metric: Int, against adversary: Int) -> Bool {
    let name = plan.metrics[metric]
    let own = drawValues(one, adversary, metric)
    guard let most = PairValue.mean(of: own).badness(name)?.upperBound else { return true }
    guard let worst = configurations[other].worst[metric].value.badness(name)?.lowerBound else {
      return false
    }
    if worst.isClearlyAbove(most) { return true }
    let its = drawValues(other, adversary, metric)
    var isBetter = false
    for draw in own.indices {
      if isLess(one, other, adversary, draw, metric) {
        isBetter = true
      } else if let high = own[draw].badness(name)?.upperBound,
        let low = its[draw].badness(name)?.lowerBound, !high.isClearlyAbove(low)
      {
        if low.isClearlyAbove(high) { isBetter = true }
      } else {
        return false
      }
    }
    return isBetter
  }

  /// Whether comparisons found that an adversary does less harm to the one than to the other.
  private func isLess(
    _ one: Int, _ other: Int, _ adversary: Int, _ draw: Int, _ metric: Int
  ) -> Bool {
    let found = rounds.comparisons.hasLess(
      one, than: other, adversary: adversary, draw: draw, metric: metric)
    return found == (plan.metrics[metric].worsening != .falling)
  }
}

extension Workers {
  /// The comparisons of all configurations that may matter, with the trials that are there; nil if
  /// interrupted.
  ///
  /// - Parameter changed: the configurations with new trials.
  func compared(
    in study: TuneStudy, changed: [Int]
  ) async -> [(PairedComparisons.Key, PairedComparisons.State)]? {
    let (plan, places) = (study.plan, study.comparedConfigurations)
    let metrics = plan.metrics.indices.filter { metric in
      metric == plan.harm || plan.aims.contains(metric)
    }
    let measures = plan.adversaries.dropLast().map { adversary in
      adversary.draws.map { scenario in
        metrics.compactMap { metric in
          TrialMeasure(plan.metrics[metric], in: scenario).map { (metric: metric, measure: $0) }
        }
      }
    }
    let isChanged = Set(changed)
    let found = await each(places.count) { number in
      places[(number + 1)...].flatMap { other in
        isChanged.contains(places[number]) || isChanged.contains(other)
          ? study.rounds.compared(places[number], with: other, measures: measures) : []
      }
    }
    return found.map { Array($0.joined()) }
  }
}
