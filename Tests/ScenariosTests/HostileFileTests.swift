import Forms
import Scenarios
import TestSupport
import Testing
import Text

/// Files that are made to take long: each is refused in time that grows as the file does.
struct HostileFileTests {
  /// The problems of a text, which must be found soon even in a debug build.
  private func problems(
    _ text: String, sourceLocation: SourceLocation = #_sourceLocation
  ) -> [TextProblem] {
    let clock = ContinuousClock()
    var found: [TextProblem] = []
    let elapsed = clock.measure {
      let error = #expect(throws: TextProblems.self) { try ScenarioFile(parsing: text) }
      found = error?.problems ?? []
    }
    #expect(elapsed < .seconds(20), sourceLocation: sourceLocation)
    return found
  }

  /// So many parts that handling each of them by going through all would take minutes.
  private let many = Effort.count(200_000, inDebug: 60_000)

  @Test func aNestingBomb() {
    let bomb = String(repeating: "{\"a\":[", count: ScenarioLimits.fileByteCountMax / 6)
    #expect(
      problems(bomb).map(\.message) == ["the nesting is too deep; at most 128 levels are allowed"])
  }

  @Test func manyEqualKeys() {
    let found = problems("{" + String(repeating: "\"a\":1,", count: many) + "\"b\":1}")
    #expect((1000...1001).contains(found.count))
  }

  @Test func manyUnknownKeys() {
    let keys = (0..<many).map { "\"k\($0)\":1" }.joined(separator: ",")
    let found = problems("{\(keys)}")
    #expect(found.map(\.message) == ["there are \(many) keys; at most 16 are allowed"])
  }

  @Test func manyGroups() {
    let groups = String(repeating: "{},", count: many)
    let found = problems("{\"name\":\"a\",\"voters\":[\(groups){}]}")
    #expect(
      found.map(\.description)
        == ["1:22: voters: there are \(many + 1) elements; at most 1000 are allowed"])
  }

  @Test func aVeryLongWord() {
    let word = String(
      repeating: "é", count: ScenarioLimits.fileByteCountMax / Effort.count(5, inDebug: 20))
    let found = problems("{\"name\":\"\(word)\",\"mode\":\"\(word)\",\"voters\":[]}")
    #expect(found.map(\.path) == ["name", "mode", "voters"])
    #expect(found.allSatisfy { $0.message.utf8.count < 300 })
  }

  @Test func manyAxes() {
    let axes = (0..<many / 2).map { "\"config.k\($0)\":[1]" }.joined(separator: ",")
    let found = problems("{\"name\":\"a\",\"sweep\":{\(axes)}}")
    #expect(found.contains { $0.message == "there are \(many / 2) axes; at most 32 are allowed" })
  }
}
