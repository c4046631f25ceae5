import Detection

/// A share that each trial has, or does not have.
public struct Share<Trial: ScoredTrial>: Sendable {
  /// The name of the sums where counts are written down.
  public let key: String
  /// The lowest that it can be; the highest is 1.
  public let lowest: Double
  /// The share of a trial; nil where it has none.
  public let value: @Sendable (Trial.Counts) -> Fraction?

  /// A share whose sums have this name.
  init(
    _ key: String, from lowest: Double = 0,
    _ value: @escaping @Sendable (Trial.Counts) -> Fraction?
  ) {
    self.key = key
    self.lowest = lowest
    self.value = value
  }

  /// How many of the coins in which shares are added up make one.
  public static var coin: Double { Double(Fraction.partsPerUnit) }

  /// What a trial adds.
  public func part(of counts: Trial.Counts) -> (total: Int, units: Int) {
    value(counts).map { ($0.parts, 1) } ?? (0, 0)
  }

  /// The share as a quotient, whose units are the trials that have one.
  var quotient: Quotient<Trial> {
    Quotient(key, over: .trials) { [value] counts in
      value(counts).map { ($0.parts, 1) } ?? (0, 0)
    }
  }
}
