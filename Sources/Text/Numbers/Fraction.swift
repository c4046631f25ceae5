/// A quotient of two whole numbers, written as in `2/3`.
package struct Fraction: Hashable, Sendable {
  /// The number above the line.
  package let numerator: Int
  /// The number below the line; above 0.
  package let denominator: Int

  /// The most digits of either number.
  ///
  /// Doubles hold such numbers without error, and their division rounds once.
  private static let digitsMax = 15

  /// Reads a fraction; nil for any other text.
  package init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let above = Self.whole(parts[0], isNegative: parts[0].first == "-"),
      parts[1].first != "0", let below = Self.whole(parts[1], isNegative: false)
    else { return nil }
    (numerator, denominator) = (above, below)
  }

  private static func whole(_ text: Substring, isNegative: Bool) -> Int? {
    let digits = isNegative ? text.dropFirst() : text
    // Swift would also read a leading plus sign.
    guard (1...digitsMax).contains(digits.utf8.count),
      digits.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    else { return nil }
    return Int(text)
  }

  /// The double nearest to the quotient.
  package var value: Double { Double(numerator) / Double(denominator) }

  /// Whether a text is meant as a fraction, even if it is not a valid one.
  package static func isMeant(by text: String) -> Bool {
    text.utf8.contains(UInt8(ascii: "/"))
      && text.utf8.allSatisfy("0123456789+-.eE/ ".utf8.contains)
  }

  /// What is allowed, for messages.
  package static let syntax =
    "two whole numbers of at most \(digitsMax) digits, the second above 0, such as 2/3"

  /// The pattern of all fractions, for schemas.
  package static let pattern = "^-?[0-9]{1,\(digitsMax)}/[1-9][0-9]{0,\(digitsMax - 1)}$"
}
