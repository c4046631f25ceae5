import Statistics

extension MetricSums {
  /// The value of a formula in a cell, with its interval.
  func measurement(_ formula: Formula<Trial>, in scope: MetricScope) -> Measurement {
    switch formula {
    case .count(let counter): .count(number(of: counter))
    case .event(let counter, let kind):
      Measurement(
        .clopperPearson(
          events: Double(number(of: counter)), trials: Double(trials(of: kind))))
    case .eventRatio(let first, let second, let both, let kind):
      Measurement(ratio(of: first, to: second, both: both, among: kind))
    case .rate(let quotient): Measurement(rate(of: quotient).estimate())
    case .mean(let quotient, let coin, let range, let source):
      Measurement(
        estimate(quotient, range.bounds(in: scope, coin: coin), coin: coin, source, in: scope))
    case .share(let share):
      Measurement(
        estimate(
          share.quotient, formula.range.bounds(in: scope, coin: formula.coin),
          coin: formula.coin, .parts, in: scope))
    case .percentile(let percent, let spread):
      Measurement(percentile(percent, of: spread, in: scope))
    }
  }

  private func ratio(
    of first: Counter<Trial>, to second: Counter<Trial>, both: Counter<Trial>,
    among kind: TrialKind<Trial>
  ) -> Estimate? {
    guard trials(of: kind) > 0 else { return nil }
    let common = number(of: both)
    return .rateRatio(
      both: common, onlyFirst: number(of: first) - common, onlySecond: number(of: second) - common,
      trials: trials)
  }

  /// - Parameter bounds: the possible values of a unit, in units of the coin.
  private func estimate(
    _ quotient: Quotient<Trial>, _ bounds: ClosedRange<Double>, coin: Double,
    _ source: MeanSource<Trial>, in scope: MetricScope
  ) -> Estimate? {
    let size = Double(quotient.units.size(in: scope))
    // Counts are whole coins.
    let (low, high) = (bounds.lowerBound.rounded(), bounds.upperBound.rounded())
    return mean(of: quotient).estimate(
      within: low * size...high * size, extremes: extremes(of: source), events: events(of: source))?
      .divided(by: coin * size)
  }

  private func extremes(of source: MeanSource<Trial>) -> ClosedRange<Double>? {
    switch source {
    case .parts, .events: nil
    case .numbers(let spread):
      percentiles(of: spread).range.map { Double($0.lowerBound)...Double($0.upperBound) }
    }
  }

  private func events(of source: MeanSource<Trial>) -> [ClusteredRate] {
    switch source {
    case .parts, .numbers: []
    case .events(let quotients): quotients.map(rate)
    }
  }

  private func percentile(
    _ percent: Int, of spread: Spread<Trial>, in scope: MetricScope
  ) -> Estimate? {
    func value(_ number: Double) -> Double { spread.value(number, scope) }
    return percentiles(of: spread)
      .estimate(percentile: percent, atMost: spread.numberMax(scope))
      .map { Estimate(value: value($0.value), low: value($0.low), high: value($0.high)) }?
      .divided(by: spread.coin)
  }
}
