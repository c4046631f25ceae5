import Detection

/// A share that a trial may have.
package struct Share<Trial: ScoredTrial>: Sendable {
  /// The name of the sums in stored counts.
  package let key: String
  /// The smallest possible value; the largest is 1.
  package let lowest: Double
  /// The share of a trial; nil if it has none.
  package let value: @Sendable (Trial.Counts) -> Fraction?

  init(
    _ key: String, from lowest: Double = 0,
    _ value: @escaping @Sendable (Trial.Counts) -> Fraction?
  ) {
    self.key = key
    self.lowest = lowest
    self.value = value
  }

  /// The number of coins, in which shares are added, that make 1.
  package static var coin: Double { Double(Fraction.partsPerUnit) }

  /// The contribution of a trial.
  package func part(of counts: Trial.Counts) -> (total: Int, units: Int) {
    value(counts).map { ($0.parts, 1) } ?? (0, 0)
  }

  /// The share as a quotient, whose units are the trials that have one.
  var quotient: Quotient<Trial> {
    Quotient(key, over: .trials) { [value] counts in
      value(counts).map { ($0.parts, 1) } ?? (0, 0)
    }
  }
}
