import JSON
import TestSupport
import Testing

struct JSONValueTests {
  @Test func numbersAreEqualBySize() {
    #expect(JSONValue(1) == JSONValue(1.0))
    #expect(JSONValue(0) == JSONValue(-0.0))
    #expect(JSONValue(1) != JSONValue(1.5))
    #expect(JSONValue(.max) != JSONValue(0x1p63))
    #expect(JSONNumber.bigInteger("18446744073709551616") != .double(0x1p64 + 4096))
  }

  @Test func textsAreEqualByCodePoints() {
    #expect(JSONValue.string("é") != .string("e\u{301}"))
    #expect(JSONObject([("é", 1)])["e\u{301}"] == nil)
  }

  @Test func keysComeInAnyOrder() {
    #expect(["a": 1, "b": [1, 2]] as JSONValue == ["b": [1, 2], "a": 1.0])
    #expect(["a": 1, "b": 2] as JSONValue != ["a": 1])
    #expect(["a": [1, 2]] as JSONValue != ["a": [2, 1]])
  }

  @Test func anObjectKeepsItsOrder() {
    var object: JSONObject = ["z": 1, "a": 2]
    object["m"] = 3
    object["z"] = 4
    #expect(JSONValue.object(object).text() == #"{"z":4,"a":2,"m":3}"#)
    #expect(JSONValue.object(object).text(.python) == #"{"a": 2, "m": 3, "z": 4}"#)
    object["a"] = nil
    #expect(JSONValue.object(object).text() == #"{"z":4,"m":3}"#)
  }

  @Test func indentsForPeople() {
    let value: JSONValue = ["list": [1, ["a": "é\u{1}"]], "none": [], "empty": [:]]
    #expect(
      value.text(.indented) == """
        {
          "list": [
            1,
            {
              "a": "é\\u0001"
            }
          ],
          "none": [],
          "empty": {}
        }
        """)
  }
}
