import Statistics

/// What trials come to for all their metrics: exact whole numbers that add up to the same in any
/// order.
public struct MetricSums<Trial: ScoredTrial>: Sendable, Equatable {
  /// How many trials were counted.
  public internal(set) var trials = 0
  /// For each counter of the layout, what it comes to.
  var numbers: [Int]
  /// For each rate of the layout, its sums.
  var rates: [ClusteredRate]
  /// For each mean of the layout, its sums.
  var means: [ClusteredMean]
  /// For each spread of the layout, its histogram.
  var percentiles: [ClusteredPercentiles]

  /// Nothing counted yet.
  init() {
    let layout = Trial.layout
    numbers = Array(repeating: 0, count: layout.counters.count)
    rates = Array(repeating: ClusteredRate(), count: layout.rates.count)
    means = Array(repeating: ClusteredMean(), count: layout.means.count)
    percentiles = Array(repeating: ClusteredPercentiles(), count: layout.spreads.count)
  }

  /// Counts trials in, but for the numbers of which percentiles are taken.
  mutating func add(_ trials: UnsafeBufferPointer<Trial.Counts>) {
    let layout = Trial.layout
    self.trials += trials.count
    for (index, counter) in layout.counters.enumerated() {
      numbers[index] += counter.countOfAll(trials)
    }
    withUnsafeTemporaryAllocation(of: (total: Int, units: Int).self, capacity: trials.count) {
      parts in
      for (index, quotient) in layout.rates.enumerated() {
        quotient.countedOfAll(trials, parts)
        rates[index].add(UnsafeBufferPointer(parts))
      }
      for (index, quotient) in layout.means.enumerated() {
        quotient.countedOfAll(trials, parts)
        means[index].add(UnsafeBufferPointer(parts))
      }
    }
  }

  /// Counts in the numbers of a trial of which percentiles are taken; sorts them.
  mutating func addNumbers(of trial: inout Trial) {
    for index in percentiles.indices {
      Trial.layout.spreads[index].withNumbers(&trial) { percentiles[index].add(&$0) }
    }
  }

  /// Counts a trial in; sorts numbers of which percentiles are taken.
  mutating func add(_ trial: inout Trial) {
    withUnsafePointer(to: trial.counts) { add(UnsafeBufferPointer(start: $0, count: 1)) }
    addNumbers(of: &trial)
  }

  /// Counts the trials of other sums in.
  mutating func merge(_ other: MetricSums) {
    trials += other.trials
    for index in numbers.indices { numbers[index] += other.numbers[index] }
    for index in rates.indices { rates[index].merge(other.rates[index]) }
    for index in means.indices { means[index].merge(other.means[index]) }
    for index in percentiles.indices { percentiles[index].merge(other.percentiles[index]) }
  }
}

/// Sums by what they are of.
extension MetricSums {
  /// What a counter comes to.
  func number(of counter: Counter<Trial>) -> Int { numbers[place(counter, \.counters, \.key)] }

  /// How many trials are of a kind.
  func trials(of kind: TrialKind<Trial>) -> Int {
    switch kind {
    case .all: trials
    case .with(let counter): number(of: counter)
    case .without(let counter): trials - number(of: counter)
    }
  }

  /// The sums of a rate.
  func rate(of quotient: Quotient<Trial>) -> ClusteredRate {
    rates[place(quotient, \.rates, \.key)]
  }

  /// The sums of a mean.
  func mean(of quotient: Quotient<Trial>) -> ClusteredMean {
    means[place(quotient, \.means, \.key)]
  }

  /// The histogram of a spread.
  func percentiles(of spread: Spread<Trial>) -> ClusteredPercentiles {
    percentiles[place(spread, \.spreads, \.key)]
  }

  private func place<Part>(
    _ part: Part, _ list: (MetricLayout<Trial>) -> [Part], _ key: (Part) -> String
  ) -> Int {
    guard let place = list(Trial.layout).firstIndex(where: { key($0) == key(part) }) else {
      preconditionFailure("no metric keeps \(key(part))")
    }
    return place
  }
}
