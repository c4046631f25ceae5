/// The stored sums for some metrics, each once, however many metrics need it.
package struct MetricLayout<Trial: ScoredTrial>: Sendable {
  /// The formulas of the metrics.
  let formulas: [Formula<Trial>]
  /// The plain sums; kinds of trials come first.
  let counters: [Counter<Trial>]
  /// The quotients that are rates.
  let rates: [Quotient<Trial>]
  /// The quotients that are means.
  let means: [Quotient<Trial>]
  /// The numbers for percentiles.
  let spreads: [Spread<Trial>]

  init(_ formulas: [Formula<Trial>]) {
    var (kinds, counters) = ([Counter<Trial>](), [Counter<Trial>]())
    var (rates, means) = ([Quotient<Trial>](), [Quotient<Trial>]())
    var spreads: [Spread<Trial>] = []
    for formula in formulas {
      switch formula {
      case .count(let counter): counters.append(counter)
      case .event(let counter, let kind):
        counters.append(counter)
        if let counter = kind.counter { kinds.append(counter) }
      case .eventRatio(let first, let second, let both, let kind):
        counters += [first, second, both]
        if let counter = kind.counter { kinds.append(counter) }
      case .rate(let quotient): rates.append(quotient)
      case .mean(let quotient, _, _, _): means.append(quotient)
      case .share(let share): means.append(share.quotient)
      case .percentile(_, let spread): spreads.append(spread)
      }
    }
    self.formulas = formulas
    self.counters = (kinds + counters).withoutRepeats(of: \.key)
    self.rates = rates.withoutRepeats(of: \.key)
    self.means = means.withoutRepeats(of: \.key)
    self.spreads = spreads.withoutRepeats(of: \.key)
  }

  /// The names of all stored sums, in the order of output.
  var keys: [String] {
    counters.map(\.key) + rates.map(\.key) + means.map(\.key) + spreads.map(\.key)
  }
}

extension Array {
  /// The first of all elements with the same key.
  fileprivate func withoutRepeats<Trait: Equatable>(of trait: (Element) -> Trait) -> [Element] {
    reduce(into: []) { kept, element in
      if !kept.contains(where: { trait($0) == trait(element) }) { kept.append(element) }
    }
  }
}
