import JSON
import Testing
import Text

struct LongKeyTests {
  private let key = String(repeating: "k", count: 1_000_000)
  private var shown: String { String(repeating: "k", count: 60) + "…" }

  /// The problems of a text with a long key.
  private func problems(_ text: String, allowed: [String] = ["name"]) throws -> [UnplacedProblem] {
    let document = try JSONDocument(parsing: text)
    let log = ProblemLog(document)
    _ = JSONCursor(document, log: log).fields(allowed)
    return log.unplacedProblems
  }

  @Test func aLongKeyIsShortened() throws {
    let problems = try problems("{\"\(key)\": 1, \"\(key)\": 2}")
    #expect(problems.map(\.path) == [shown, shown, shown])
    #expect(problems.allSatisfy { $0.message.utf8.count < 200 })
  }

  /// Without that, each of many values below a long key has a path of its length.
  @Test func aLongKeyIsNotRepeatedForEachValueBelowIt() throws {
    let list = Array(repeating: "[0]", count: 200_000).joined(separator: ",")
    let document = try JSONDocument(parsing: "{\"\(key)\": [\(list)]}")
    let log = ProblemLog(document)
    let elements = JSONCursor(document, log: log).required(key)?.array()
    #expect(elements?.count == 200_000 && elements?.last?.path == "\(shown)[199999]")
  }

  @Test func aLongNumberIsShortened() {
    let error = #expect(throws: TextProblem.self) {
      try JSONDocument(parsing: String(repeating: "9", count: 100_000) + "e999")
    }
    #expect((error?.message.utf8.count ?? 0) < 200)
  }
}
