import Statistics

/// The sums of trials for all their metrics: exact whole numbers, which do not depend on the order.
package struct MetricSums<Trial: ScoredTrial>: Sendable, Equatable {
  /// The number of trials.
  package internal(set) var trials = 0
  /// The value of each counter of the layout.
  var numbers: [Int]
  /// The sums of each rate of the layout.
  var rates: [ClusteredRate]
  /// The sums of each mean of the layout.
  var means: [ClusteredMean]
  /// The histogram of each spread of the layout.
  var percentiles: [ClusteredPercentiles]

  init() {
    let layout = Trial.layout
    numbers = Array(repeating: 0, count: layout.counters.count)
    rates = Array(repeating: ClusteredRate(), count: layout.rates.count)
    means = Array(repeating: ClusteredMean(), count: layout.means.count)
    percentiles = Array(repeating: ClusteredPercentiles(), count: layout.spreads.count)
  }

  /// Counts trials, without the numbers for percentiles.
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

  /// Counts the numbers of a trial for percentiles; sorts them.
  mutating func addNumbers(of trial: inout Trial) {
    for index in percentiles.indices {
      Trial.layout.spreads[index].withNumbers(&trial) { percentiles[index].add(&$0) }
    }
  }

  /// Counts a trial; sorts its numbers for percentiles.
  mutating func add(_ trial: inout Trial) {
    withUnsafePointer(to: trial.counts) { add(UnsafeBufferPointer(start: $0, count: 1)) }
    addNumbers(of: &trial)
  }

  /// Adds other sums.
  mutating func merge(_ other: MetricSums) {
    trials += other.trials
    for index in numbers.indices { numbers[index] += other.numbers[index] }
    for index in rates.indices { rates[index].merge(other.rates[index]) }
    for index in means.indices { means[index].merge(other.means[index]) }
    for index in percentiles.indices { percentiles[index].merge(other.percentiles[index]) }
  }
}

/// Access to the sums by their formulas.
extension MetricSums {
  /// The value of a counter.
  func number(of counter: Counter<Trial>) -> Int { numbers[place(counter, \.counters, \.key)] }

  /// The number of trials of a kind.
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
