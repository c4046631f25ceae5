import JSON
import Testing

struct NumberRangeTests {
  @Test(arguments: [
    (NumberRange.from(0, to: 1), true, true), (.above(0, to: 1), false, true),
    (.between(0, 1), false, false),
  ])
  func theEndsBelongToItOrNot(range: NumberRange, lower: Bool, upper: Bool) {
    #expect(range.contains(0) == lower)
    #expect(range.contains(1) == upper)
    #expect(range.contains(.leastNonzeroMagnitude) && range.contains(1.0.nextDown))
    let outside: [Double] = [-.leastNonzeroMagnitude, 1.0.nextUp, -.infinity, .infinity, .nan]
    #expect(!outside.contains(where: range.contains))
  }

  @Test(arguments: [
    (NumberRange.from(-1, to: 0.5), "from -1 to 0.5", #"{"minimum":-1,"maximum":0.5}"#),
    (.share, "above 0 and at most 1", #"{"exclusiveMinimum":0,"maximum":1}"#),
    (
      .between(0, 1), "above 0 and below 1", #"{"exclusiveMinimum":0,"exclusiveMaximum":1}"#
    ),
    (.probability, "from 0 to 1", #"{"minimum":0,"maximum":1}"#),
  ])
  func saysWhatItIs(range: NumberRange, words: String, schema: String) {
    #expect(range.description == words)
    #expect(JSONValue.object(range.schema).text() == schema)
  }

  @Test func numbersHaveNoNeedlessDigits() {
    #expect(JSONValue(shortest: 1).text() == "1")
    #expect(JSONValue(shortest: -0.5).text() == "-0.5")
    #expect(JSONValue(shortest: 0x1p53).text() == "9007199254740992.0")
  }
}
