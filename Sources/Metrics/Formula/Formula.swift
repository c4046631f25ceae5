/// How a metric is worked out from what its trials come to.
///
/// The forms are few, and each says how it is estimated, tested against a limit and compared; what a
/// metric counts is up to the metric.
public enum Formula<Trial: ScoredTrial>: Sendable {
  /// A plain number, of all trials together: no matter of chance.
  case count(Counter<Trial>)
  /// Trials in which something happens, once at most, among those of a kind.
  case event(Counter<Trial>, among: TrialKind<Trial>)
  /// How much more often one thing happens in trials of a kind than another.
  case eventRatio(
    Counter<Trial>, to: Counter<Trial>, both: Counter<Trial>, among: TrialKind<Trial>)
  /// Units with an event among all units.
  case rate(Quotient<Trial>)
  /// A total in some coin, so many of which make one, over units.
  case mean(Quotient<Trial>, coin: Double, MetricRange)
  /// The mean over trials of a share that each has, or does not have.
  case share(Share<Trial>)
  /// A percentile of all numbers of all trials.
  case percentile(Int, of: Spread<Trial>)
}

extension Formula {
  /// Whether it is a plain count, which has no interval.
  public var isCount: Bool {
    if case .count = self { true } else { false }
  }

  /// Whether each trial has an event or has none.
  public var isEvent: Bool {
    if case .event = self { true } else { false }
  }

  /// The numbers whose percentile it is.
  var spread: Spread<Trial>? {
    if case .percentile(_, let spread) = self { spread } else { nil }
  }

  /// Whether each trial adds a part to it.
  public var hasParts: Bool {
    switch self {
    case .count, .event, .rate, .mean, .share: true
    case .eventRatio, .percentile: false
    }
  }

  /// How many of the coins in which it is counted make one.
  public var coin: Double {
    switch self {
    case .count, .event, .eventRatio, .rate: 1
    case .mean(_, let coin, _): coin
    case .share: Share<Trial>.coin
    case .percentile(_, let spread): spread.coin
    }
  }

  /// The values that it can have.
  public var range: MetricRange {
    switch self {
    case .count, .eventRatio, .percentile: .open
    case .event, .rate: .fixed(0...1)
    case .mean(_, _, let range): range
    case .share(let share): .fixed(share.lowest...1)
    }
  }

  /// The values that it can have in any cell.
  var limits: ClosedRange<Double> {
    switch range {
    case .fixed(let range): range
    case .upTo, .open: MetricRange.widest
    }
  }

  /// The most that a trial can add to it, in its coin, where that is a mean; else it is small.
  func totalPerTrialMax(in scope: MetricScope) -> Double {
    switch self {
    case .mean(let quotient, let coin, let range):
      range.bounds(in: scope, coin: coin).upperBound * quotient.units.perTrialMax(in: scope)
    case .count, .event, .eventRatio, .rate, .share, .percentile: 0
    }
  }

  /// What a trial adds to it: a total, in its coin, over some units; nil where no single one does.
  ///
  /// A trial that has nothing to do with it adds nothing over no units.
  @inlinable
  public func part(
    of counts: Trial.Counts, in scope: MetricScope
  ) -> (total: Int, units: Int)? {
    switch self {
    case .count(let counter): (counter.count(counts), 1)
    case .event(let counter, let kind): kind.holds(counts) ? (counter.count(counts), 1) : (0, 0)
    case .rate(let quotient), .mean(let quotient, _, _): quotient.part(of: counts, in: scope)
    case .share(let share): share.part(of: counts)
    case .eventRatio, .percentile: nil
    }
  }
}
