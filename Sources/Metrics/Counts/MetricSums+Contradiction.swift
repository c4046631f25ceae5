import Statistics

/// What stored sums must have in common, for any kind of trials, by the formulas of its metrics.
extension MetricSums {
  /// Throws if no trials of a cell have these sums.
  ///
  /// - Parameter sizes: The possible numbers of units of a trial, for a quotient.
  func requirePossible(
    in scope: MetricScope, sizes: (Quotient<Trial>) -> ClosedRange<Int>
  ) throws(Contradiction) {
    let layout = Trial.layout
    for (quotient, rate) in zip(layout.rates, rates) {
      try requireNone(
        rate.sums.contradiction(trials: trials, sizes: sizes(quotient), values: 0...1),
        in: quotient.key)
    }
    for formula in layout.formulas { try requirePossible(formula, in: scope, sizes: sizes) }
  }

  private func requirePossible(
    _ formula: Formula<Trial>, in scope: MetricScope,
    sizes: (Quotient<Trial>) -> ClosedRange<Int>
  ) throws(Contradiction) {
    switch formula {
    case .count, .rate: break
    case .event(let counter, let kind):
      try requireKind(kind)
      let (count, all) = (number(of: counter), trials(of: kind))
      try require(
        count <= all, "'\(counter.key)': \(count) contradicts \(all) trials that can have the event"
      )
    case .eventRatio(let first, let second, let both, let kind):
      try requireKind(kind)
      try requireRatio(first, second, both, among: trials(of: kind))
    case .mean(let quotient, let coin, let range, _):
      try requireMean(
        quotient, range.bounds(in: scope, coin: coin), in: scope, sizes: sizes(quotient))
    case .share(let share):
      let bounds = formula.range.bounds(in: scope, coin: formula.coin)
      try requireMean(share.quotient, bounds, in: scope, sizes: sizes(share.quotient))
    case .percentile(_, let spread): try requirePossible(spread, in: scope)
    }
  }

  private func requireKind(_ kind: TrialKind<Trial>) throws(Contradiction) {
    guard let counter = kind.counter else { return }
    let count = number(of: counter)
    try require(count <= trials, "'\(counter.key)': \(count) contradicts \(trials) trials")
  }

  private func requireRatio(
    _ first: Counter<Trial>, _ second: Counter<Trial>, _ both: Counter<Trial>, among all: Int
  ) throws(Contradiction) {
    let (one, other, common) = (number(of: first), number(of: second), number(of: both))
    try require(
      one <= trials && other <= all,
      "'\(first.key)' and '\(second.key)': \(one) and \(other) contradict \(trials) trials, "
        + "\(all) of which can have the second")
    try require(
      common <= min(one, other) && one - common + other <= trials,
      "'\(both.key)': \(common) contradicts '\(first.key)', \(one), and '\(second.key)', \(other)")
  }

  /// - Parameter bounds: The possible totals of a unit, apart from the size of the unit.
  private func requireMean(
    _ quotient: Quotient<Trial>, _ bounds: ClosedRange<Double>, in scope: MetricScope,
    sizes: ClosedRange<Int>
  ) throws(Contradiction) {
    let size = Double(quotient.units.size(in: scope))
    // Counts are whole coins, and a coin may be rounded up.
    let low = Int128(max((bounds.lowerBound * size).rounded(.down), -0x1p62))
    let high = Int128(min((bounds.upperBound * size).rounded(.up), 0x1p62))
    try requireNone(
      mean(of: quotient).sums.contradiction(trials: trials, sizes: sizes, values: low...high),
      in: quotient.key)
  }

  private func requirePossible(
    _ spread: Spread<Trial>, in scope: MetricScope
  ) throws(Contradiction) {
    let percentiles = percentiles(of: spread)
    let sums: ClusterSums? =
      switch spread.size {
      case .unitsOf(let quotient): mean(of: quotient).sums
      case .oneInTrials: nil
      }
    try requireNone(
      percentiles.contradiction(
        trials: trials, numberMax: spread.numberMax(scope).rounded(.up), sums: sums),
      in: spread.key)
    guard case .oneInTrials(let kind) = spread.size else { return }
    let (count, all) = (percentiles.total, trials(of: kind))
    let isOneEach = percentiles.buckets.allSatisfy {
      $0.squares == $0.count && $0.products == $0.count
    }
    try require(
      count == UInt64(all) && percentiles.occupiedClusters == count && isOneEach,
      "'\(spread.key)': \(count) numbers in \(percentiles.occupiedClusters) trials contradict one "
        + "in each of \(all) trials")
  }
}
