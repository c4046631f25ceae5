import JSON
import TestSupport
import Testing
import Text

/// What Python's `json` makes of the same texts (Fixtures/make_python_json.py, Python 3.11.7).
struct PythonTextTests {
  @Test func writesWhatPythonWrites() throws {
    let lines = try Fixture.lines("python-json.jsonl")
    #expect(lines.count == 3083)
    for (number, line) in lines.enumerated() {
      let fields = try JSONDocument(parsing: line).root.value
      guard case .object(let object) = fields, case .string(let text)? = object["text"],
        case .string(let dumps)? = object["dumps"]
      else {
        Issue.record("line \(number + 1) is not a test case")
        continue
      }
      let written = try JSONDocument(parsing: text).root.value.text(.python)
      #expect(written.hasSameCodePoints(as: dumps), "line \(number + 1): \(text.debugDescription)")
    }
  }

  @Test(arguments: [
    (0x1p53 - 1, "9007199254740991.0"), (0x1p53, "9007199254740992.0"),
    (9.1e15, "9100000000000000.0"), (1e16, "1e+16"), (1e22, "1e+22"), (1e-7, "1e-07"),
    (1e-4, "0.0001"), (1e-5, "1e-05"), (-0.0, "-0.0"), (1, "1.0"),
    (.leastNonzeroMagnitude, "5e-324"),
  ])
  func laysDoublesOutAsPythonDoes(value: Double, text: String) {
    #expect(value.pythonDescription == text)
  }
}
