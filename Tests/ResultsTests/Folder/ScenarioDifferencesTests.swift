import JSON
import Scenarios
import Testing

@testable import Results

struct ScenarioDifferencesTests {
  private func text(_ there: JSONValue, _ here: JSONValue) -> String? {
    ScenarioDifferences(there: there, here: here).text
  }

  @Test func eachFieldSaysWhatItIsOnBothSides() {
    #expect(text(["trials": 100], ["trials": 50]) == "trials: 100 there, 50 here")
    #expect(text(["a": 1, "b": ["c": "x"]], ["b": ["c": "x"], "a": 1]) != nil)
    #expect(
      text(["a": ["b": 1, "c": 2]], ["a": ["b": 1, "c": 3, "d": true]])
        == "a.c: 2 there, 3 here; a.d: nothing there, true here")
    #expect(text(["a": [1, 2]], ["a": [1, 3]]) == "a: [1,2] there, [1,3] here")
    #expect(text(["a": 1], ["a": 1]) == nil)
    #expect(text(1, 2) == "scenario: 1 there, 2 here")
  }

  /// As `--set` names them.
  @Test func groupsGoByTheirNames() {
    let there: JSONValue = ["voters": [["name": "h", "count": 3], ["name": "ring", "count": 2]]]
    let here: JSONValue = ["voters": [["name": "h", "count": 3], ["name": "ring", "count": 4]]]
    #expect(text(there, here) == "voters.ring.count: 2 there, 4 here")
    let fewer: JSONValue = ["voters": [["name": "h", "count": 3]]]
    #expect(
      text(there, fewer) == #"voters.ring: {"name":"ring","count":2} there, nothing here"#)
  }

  /// The order of axes is that of cells, so it makes another result.
  @Test func anotherOrderIsADifference() {
    #expect(
      text(["sweep": ["a": 1, "b": 2]], ["sweep": ["b": 2, "a": 1]])
        == #"sweep: {"a":1,"b":2} there, {"b":2,"a":1} here"#)
  }

  @Test func aMessageNamesOnlySoMany() {
    let there: JSONValue = ["a": 1, "b": 1, "c": 1, "d": 1, "e": 1]
    let here: JSONValue = ["a": 2, "b": 2, "c": 2, "d": 2, "e": 2]
    #expect(
      text(there, here)
        == "a: 1 there, 2 here; b: 1 there, 2 here; c: 1 there, 2 here; and 2 more")
  }

  @Test func aLongValueIsCutShort() throws {
    let long = JSONValue.string(String(repeating: "x", count: 1000))
    let line = try #require(text(["a": long], ["a": "\u{1B}[31m"]))
    #expect(line.utf8.count < 100 && !line.contains("\u{1B}"))
  }
}
