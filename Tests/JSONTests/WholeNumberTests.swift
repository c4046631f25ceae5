import JSON
import TestSupport
import Testing
import Text

struct WholeNumberTests {
  private func cursor(_ text: String) throws -> (JSONCursor, ProblemLog) {
    let document = try JSONDocument(parsing: Array(text.utf8))
    let log = ProblemLog(document)
    return (JSONCursor(document, log: log), log)
  }

  @Test func numbersOfAnyWidthReadBackTheSame() {
    forEverySeed(500) { draw in
      let high: UInt64 = draw.integer()
      let low: UInt64 = draw.integer()
      let wide = UInt128(high) << 64 | UInt128(low)
      try expectRoundTrip(wide)
      try expectRoundTrip(Int128(truncatingIfNeeded: wide))
      try expectRoundTrip(low)
      try expectRoundTrip(Int64(truncatingIfNeeded: low))
    }
    for wide in [Int128.min, .max, 0, -1] {
      #expect(throws: Never.self) { try expectRoundTrip(wide) }
    }
  }

  private func expectRoundTrip<Number: FixedWidthInteger>(_ number: Number) throws {
    let text = JSONValue(exact: number).text()
    try requireEqual(text, String(number))
    let (cursor, log) = try cursor(text)
    try requireEqual(cursor.wholeNumber(as: Number.self), number)
    try require(log.unplacedProblems.isEmpty)
  }

  @Test(arguments: [
    "1.0", "1.5", "1e3", "-1", "18446744073709551616", "\"1\"", "null", "true", "[1]", "{}",
  ])
  func otherValuesAreRefusedAndTold(text: String) throws {
    let (cursor, log) = try cursor(text)
    #expect(cursor.wholeNumber(as: UInt64.self) == nil)
    #expect(log.unplacedProblems.count == 1)
    #expect(
      log.problems[0].message.hasSuffix(
        "it must be a whole number from 0 to 18446744073709551615"))
  }

  @Test func listsHaveAsManyNumbersAsTheyMust() throws {
    let (cursor, log) = try cursor("[1,2,340282366920938463463374607431768211455]")
    #expect(cursor.wholeNumbers(as: UInt128.self, count: 3) == [1, 2, .max])
    #expect(log.unplacedProblems.isEmpty)
    #expect(cursor.wholeNumbers(as: UInt128.self, count: 2) == nil)
    #expect(cursor.wholeNumbers(as: UInt64.self, count: 3) == nil)
    #expect(log.unplacedProblems.map(\.path) == ["$", "$[2]"])
    let (other, _) = try self.cursor("{}")
    #expect(other.wholeNumbers(as: Int.self, count: 0) == nil)
  }
}
