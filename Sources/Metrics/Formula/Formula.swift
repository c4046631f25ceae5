/// The formula of a metric from the sums of its trials.
///
/// There are few kinds of formulas. Each has its own estimate, test against a limit and comparison;
/// what a metric counts is up to the metric.
package enum Formula<Trial: ScoredTrial>: Sendable {
  /// A count over all trials, without an interval.
  case count(Counter<Trial>)
  /// Trials with an event ÷ trials of a kind.
  case event(Counter<Trial>, among: TrialKind<Trial>)
  /// The ratio of the numbers of trials of a kind with one event and with another.
  case eventRatio(
    Counter<Trial>, to: Counter<Trial>, both: Counter<Trial>, among: TrialKind<Trial>)
  /// Units with an event ÷ all units.
  case rate(Quotient<Trial>)
  /// A total over units; the total is in coins, a number of which make 1.
  case mean(Quotient<Trial>, coin: Double, MetricRange, of: MeanSource<Trial>)
  /// The mean of a share over the trials that have one.
  case share(Share<Trial>)
  /// A percentile of the numbers of all trials together.
  case percentile(Int, of: Spread<Trial>)
}

extension Formula {
  /// Whether it is a count, which has no interval.
  package var isCount: Bool {
    if case .count = self { true } else { false }
  }

  /// Whether each trial has the event or not.
  package var isEvent: Bool {
    if case .event = self { true } else { false }
  }

  /// The numbers whose percentile it is.
  var spread: Spread<Trial>? {
    if case .percentile(_, let spread) = self { spread } else { nil }
  }

  /// Whether each trial contributes a part.
  package var hasParts: Bool {
    switch self {
    case .count, .event, .rate, .mean, .share: true
    case .eventRatio, .percentile: false
    }
  }

  /// The number of coins that make 1.
  package var coin: Double {
    switch self {
    case .count, .event, .eventRatio, .rate: 1
    case .mean(_, let coin, _, _): coin
    case .share: Share<Trial>.coin
    case .percentile(_, let spread): spread.coin
    }
  }

  /// The range of possible values.
  package var range: MetricRange {
    switch self {
    case .count, .eventRatio, .percentile: .open
    case .event, .rate: .fixed(0...1)
    case .mean(_, _, let range, _): range
    case .share(let share): .fixed(share.lowest...1)
    }
  }

  /// The possible values in any cell.
  var limits: ClosedRange<Double> {
    switch range {
    case .fixed(let range): range
    case .upTo, .open: MetricRange.widest
    }
  }

  /// The largest contribution of a trial to a mean, in coins; small for other formulas.
  func totalPerTrialMax(in scope: MetricScope) -> Double {
    switch self {
    case .mean(let quotient, let coin, let range, _):
      range.bounds(in: scope, coin: coin).upperBound * quotient.units.perTrialMax(in: scope)
    case .count, .event, .eventRatio, .rate, .share, .percentile: 0
    }
  }

  /// The contribution of a trial: a total in coins, and a number of units; nil if single trials
  /// contribute nothing.
  ///
  /// A trial that the formula ignores contributes a total of 0 over 0 units.
  @inlinable
  package func part(
    of counts: Trial.Counts, in scope: MetricScope
  ) -> (total: Int, units: Int)? {
    switch self {
    case .count(let counter): (counter.count(counts), 1)
    case .event(let counter, let kind): kind.holds(counts) ? (counter.count(counts), 1) : (0, 0)
    case .rate(let quotient), .mean(let quotient, _, _, _): quotient.part(of: counts, in: scope)
    case .share(let share): share.part(of: counts)
    case .eventRatio, .percentile: nil
    }
  }
}
