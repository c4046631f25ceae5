import JSON
import Statistics

/// Sums as JSON: a member for each stored quantity, with only whole numbers.
extension MetricSums {
  private static var trialsKey: String { "trials" }

  /// The names of all members.
  static var keys: [String] { [trialsKey] + Trial.layout.keys }

  /// The members that are plain sums.
  var numberMembers: [(key: String, value: JSONValue)] {
    [(Self.trialsKey, JSONValue(trials))]
      + zip(Trial.layout.counters, numbers).map { ($0.key, JSONValue($1)) }
  }

  /// The sums of rates and means, and the histograms.
  var sumMembers: [(key: String, value: JSONValue)] {
    let layout = Trial.layout
    return zip(layout.rates, rates).map { ($0.key, $1.sums.json) }
      + zip(layout.means, means).map { ($0.key, $1.sums.json) }
      + zip(layout.spreads, percentiles).map { ($0.key, $1.json) }
  }

  /// The sums as an object.
  var json: JSONValue { .object(JSONObject(numberMembers + sumMembers)) }

  /// Reads sums; reports problems.
  init?(_ cursor: JSONCursor) {
    guard let fields = cursor.fields(Self.keys) else { return nil }
    self.init(fields)
  }

  /// Reads sums from members among others; reports problems.
  ///
  /// Each sum is possible for some trials. Whether all are for trials of a cell is another question.
  init?(_ fields: JSONFields) {
    self.init()
    func number(_ key: String) -> Int? { fields.required(key)?.integer(in: 0...1 << 48) }
    func sums(_ key: String) -> ClusterSums? {
      fields.required(key).flatMap(ClusterSums.init(_:))
    }
    let layout = Trial.layout
    guard let trials = number(Self.trialsKey) else { return nil }
    self.trials = trials
    for (index, counter) in layout.counters.enumerated() {
      guard let number = number(counter.key) else { return nil }
      numbers[index] = number
    }
    for (index, quotient) in layout.rates.enumerated() {
      guard let sums = sums(quotient.key) else { return nil }
      guard sums.total >= 0, sums.total <= Int128(sums.units) else {
        fields[quotient.key]?.report("\(sums.total) of \(sums.units) is not a rate")
        return nil
      }
      rates[index] = ClusteredRate(sums: sums)
    }
    for (index, quotient) in layout.means.enumerated() {
      guard let sums = sums(quotient.key) else { return nil }
      means[index] = ClusteredMean(sums: sums)
    }
    for (index, spread) in layout.spreads.enumerated() {
      guard let read = fields.required(spread.key).flatMap(ClusteredPercentiles.init(_:))
      else { return nil }
      percentiles[index] = read
    }
  }
}
