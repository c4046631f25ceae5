/// A quotient of whole numbers, from −1 to 1.
package struct Fraction: Sendable, Equatable {
  /// The numerator.
  package let numerator: Int
  /// The denominator, which is positive.
  package let denominator: Int

  /// A part of a whole; nil if the whole is 0.
  package init?(_ numerator: Int, of denominator: Int) {
    guard denominator > 0 else { return nil }
    precondition(
      numerator.magnitude <= denominator.magnitude, "a part is not larger than the whole")
    self.numerator = numerator
    self.denominator = denominator
  }

  /// The value in whole units of 10^-12, so that sums over trials are exact.
  package var parts: Int {
    let doubled = Int128(numerator) * 2 * Int128(Self.partsPerUnit) + Int128(denominator)
    let (quotient, rest) = doubled.quotientAndRemainder(dividingBy: 2 * Int128(denominator))
    return Int(rest < 0 ? quotient - 1 : quotient)
  }

  /// How many units are 1.
  package static let partsPerUnit = 1_000_000_000_000

  /// The value.
  package var value: Double { Double(numerator) / Double(denominator) }
}

extension Fraction {
  /// The adjusted Rand index of two labellings; 1 if they are equivalent.
  ///
  /// - Complexity: O(*n*²) in the number of labels.
  static func adjustedRandIndex(_ first: [Int], _ second: [Int]) -> Fraction {
    var (both, onlyFirst, onlySecond, neither) = (0, 0, 0, 0)
    for a in first.indices {
      for b in first.indices.dropFirst(a + 1) {
        switch (first[a] == first[b], second[a] == second[b]) {
        case (true, true): both += 1
        case (true, false): onlyFirst += 1
        case (false, true): onlySecond += 1
        case (false, false): neither += 1
        }
      }
    }
    let numerator = 2 * (both * neither - onlyFirst * onlySecond)
    let denominator =
      (both + onlyFirst) * (onlyFirst + neither) + (both + onlySecond) * (onlySecond + neither)
    if onlyFirst + onlySecond == 0 { return Fraction(wholeOf: 1) }
    return Fraction(numerator, of: denominator) ?? Fraction(wholeOf: 1)
  }

  /// The probability that a true pair scores above another pair; equal scores count half.
  ///
  /// - Complexity: O(*n* log *n*) in the number of pairs.
  static func areaUnderCurve(_ scores: [(score: Double, isTrue: Bool)]) -> Fraction? {
    let sorted = scores.sorted { $0.score < $1.score }
    var twiceWins = 0
    var below = 0
    var start = 0
    while start < sorted.count {
      var end = start
      while end < sorted.count && sorted[end].score == sorted[start].score { end += 1 }
      let tied = sorted[start..<end]
      let trues = tied.count { $0.isTrue }
      twiceWins += trues * (2 * below + tied.count - trues)
      below += tied.count - trues
      start = end
    }
    return Fraction(twiceWins, of: 2 * below * (sorted.count - below))
  }

  private init(wholeOf number: Int) {
    numerator = number
    denominator = number
  }
}
