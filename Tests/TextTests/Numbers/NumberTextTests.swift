import TestSupport
import Testing
import Text

struct NumberTextTests {
  @Test(arguments: [
    (0, "0"), (1, "1"), (-1, "-1"), (0.5, "0.5"), (0.1234, "0.123"), (0.1235, "0.124"),
    (0.0001234, "0.000123"), (0.00001234, "1.23e-5"), (12.345, "12.3"), (99.96, "100"),
    (999.4, "999"), (999.5, "1000"), (0.9995, "1"), (0.99949, "0.999"), (1234, "1230"),
    (123_456, "123000"), (1_234_567, "1230000"), (9_999_999, "1e7"), (12_345_678, "1.23e7"),
    (1.5e300, "1.5e300"), (-0.25, "-0.25"), (100, "100"), (1e22, "1e22"),
    (Double.infinity, "∞"), (-Double.infinity, "-∞"),
  ])
  func numbersForPeopleHaveThreeDigits(number: Double, text: String) {
    #expect(number.brief == text)
  }

  @Test func theSmallestNumberHasOneDigit() {
    #expect(Double.leastNonzeroMagnitude.brief == "5e-324")
  }

  /// Rounding keeps a number within half a unit of its third digit.
  @Test func roundedNumbersAreNear() {
    forEverySeed(2000) { draw in
      let number = draw.finiteDouble()
      // The largest ones would round to what no double can hold.
      if abs(number) > 1.79e308 { return }
      let text = number.brief
      let read = try requireValue(Double(text), text)
      try require(abs(read - number) <= abs(number) * 0.005000001, text)
      try require(number == 0 || (read < 0) == (number < 0), text)
      let digits = text.prefix { $0 != "e" }.filter(\.isNumber)
      let significant = digits.drop { $0 == "0" }.reversed().drop { $0 == "0" }
      try require(significant.count <= 3, text)
    }
  }

  @Test func theShortestTextReadsBackToTheSameNumber() {
    forEverySeed(1000) { draw in
      let number = draw.finiteDouble()
      try requireEqual(Double(number.shortest), number)
      try require(!number.shortest.hasSuffix(".0"))
    }
    #expect(8.0.shortest == "8" && 0.1.shortest == "0.1" && 1e16.shortest == "1e+16")
    #expect(Double.infinity.shortest.isEmpty && Double.nan.shortest.isEmpty)
  }

  @Test(arguments: [
    (0, "0"), (999, "999"), (1000, "1,000"), (-1000, "-1,000"), (123_456, "123,456"),
    (1_234_567, "1,234,567"), (Int.min, "-9,223,372,036,854,775,808"),
  ])
  func wholeNumbersAreGrouped(number: Int, text: String) {
    #expect(number.grouped == text)
  }

  @Test(arguments: [(0, "0 cells"), (1, "1 cell"), (2, "2 cells"), (12_000, "12,000 cells")])
  func whatIsCountedIsNamed(number: Int, text: String) {
    #expect(number.counting("cell") == text)
  }
}
