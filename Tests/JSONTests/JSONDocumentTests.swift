import JSON
import TestSupport
import Testing
import Text

struct JSONDocumentTests {
  @Test(arguments: [
    ("", 1, 1, "ends where a value is expected"),
    ("  \n ", 2, 2, "ends where a value is expected"),
    (#"{"a":1,}"#, 1, 7, "a trailing comma before \'}\'; remove it"),
    (#"{"a" 1}"#, 1, 6, "':' is expected"),
    (#"{"a":1 "b":2}"#, 1, 8, "',' or '}' is expected"),
    ("[1 2]", 1, 4, "',' or ']' is expected"),
    ("[1", 1, 3, "',' or ']' is expected"),
    ("{a:1}", 1, 2, "a key in double quotes"),
    ("01", 1, 2, "leading zeros"),
    ("-01", 1, 3, "leading zeros"),
    ("1.", 1, 3, "a digit"),
    ("1e", 1, 3, "a digit"),
    ("1e+", 1, 4, "a digit"),
    ("-", 1, 2, "a digit"),
    (".5", 1, 1, "not a valid JSON value"),
    ("+1", 1, 1, "not a valid JSON value"),
    ("NaN", 1, 1, "not a valid JSON value"),
    ("Infinity", 1, 1, "not a valid JSON value"),
    ("-Infinity", 1, 2, "a digit"),
    ("1e999", 1, 1, "too large for a double"),
    ("[1, -1e400]", 1, 5, "too large for a double"),
    ("tru", 1, 1, "not a valid JSON value"),
    ("nulll", 1, 5, "after the end of the JSON value"),
    ("1 2", 1, 3, "after the end of the JSON value"),
    ("// a", 1, 1, "not a valid JSON value"),
    ("\"a", 1, 3, "ends inside a string"),
    ("\"a\nb\"", 1, 3, "control character"),
    (#""\x""#, 1, 2, "unknown escape"),
    (#""\"#, 1, 2, "unknown escape"),
    (#""\u12g4""#, 1, 4, "four hexadecimal digits"),
    (#""\u12"#, 1, 4, "four hexadecimal digits"),
    (#""\ud800""#, 1, 2, "surrogate"),
    (#""\udc00""#, 1, 2, "surrogate"),
    (#""\ud800\u0041""#, 1, 2, "surrogate"),
    ("\u{FEFF}1", 1, 1, "byte order mark"),
    ("{\0", 1, 1, "the file is in UTF-16"),
    ("[1,]", 1, 3, "a trailing comma before ']'; remove it"),
    ("{\"a\": [1, 2],\n}", 1, 13, "a trailing comma before '}'; remove it"),
    ("[1,}", 1, 4, "not a valid JSON value"),
    ("[\n  \"é👍\", x]", 2, 9, "not a valid JSON value"),
  ])
  func refusesWithThePlace(text: String, line: Int, column: Int, message: String) throws {
    let problem = #expect(throws: TextProblem.self) { try JSONDocument(parsing: text) }
    #expect(problem?.place == .text(TextPosition(line: line, column: column)))
    #expect(problem?.message.contains(message) == true, "\(problem?.message ?? "")")
  }

  @Test func refusesBrokenUTF8() {
    let bytes = Array("\"a".utf8) + [0xC3, 0x28] + Array("\"".utf8)
    let problem = #expect(throws: TextProblem.self) { try JSONDocument(parsing: bytes) }
    #expect(problem?.message.contains("UTF-8") == true)
  }

  @Test func boundsTheDepth() throws {
    let levels = JSONDocument.depthMax
    let deepest = String(repeating: "[", count: levels) + String(repeating: "]", count: levels)
    #expect(throws: Never.self) { try JSONDocument(parsing: deepest) }
    let bomb = String(repeating: "[{\"a\":", count: 1_000_000)
    let problem = #expect(throws: TextProblem.self) { try JSONDocument(parsing: bomb) }
    #expect(problem?.message.contains("nesting is too deep") == true)
  }

  @Test func findsEveryDuplicateKey() throws {
    let text = """
      {"a": 1, "b": [{"c": 1,
        "c": 2}], "a": 3, "\\u0061": 4, "é": 5, "e\u{301}": 6}
      """
    let document = try JSONDocument(parsing: text)
    #expect(document.problems.map(\.path) == ["b[0].c", "a", "a"])
    #expect(document.problems.map(\.place.description) == ["2:3", "2:13", "2:21"])
  }

  @Test func keepsWholeAndFractionalNumbersApart() throws {
    let value = try JSONDocument(parsing: "[1, 1.0, 1e0, -0, -0.0, 18446744073709551616]").root
      .value
    #expect(value.text() == "[1,1.0,1.0,0,-0.0,18446744073709551616]")
    #expect(value.text() != JSONValue.array([1, 1, 1, 0, 0, 0]).text())
  }

  @Test func readsBackWhatItWrites() {
    forEverySeed(2000) { draw in
      let value = draw.jsonValue(depth: 3)
      for style in [JSONStyle.python, .compact, .indented] {
        let text = value.text(style)
        let back = try JSONDocument(parsing: text)
        try requireEqual(back.root.value, value)
        try requireEqual(back.root.value.text(.python), value.text(.python))
        try require(back.problems.isEmpty)
      }
      draw.sometimes("an object with members", value.text().contains(":"))
    }
  }

  /// Whatever bytes come in, the parser answers.
  @Test func survivesAnyBytes() {
    forEverySeed(3000, premises: ["still JSON", "broken"]) { draw in
      var bytes = Array(draw.jsonValue(depth: 2).text().utf8)
      for _ in 0..<draw.int(in: 1...4) where !bytes.isEmpty {
        bytes[draw.int(in: 0..<bytes.count)] = draw.integer()
      }
      do throws(TextProblem) {
        _ = try JSONDocument(parsing: bytes)
        draw.met("still JSON")
      } catch {
        draw.met("broken")
      }
    }
  }
}

extension Draw {
  /// A JSON value with keys that differ.
  func jsonValue(depth: Int) -> JSONValue {
    let text = { self.string(0...6) }
    switch int(in: 0...(depth > 0 ? 7 : 5)) {
    case 0: return .null
    case 1: return .bool(bool())
    case 2: return .number(.integer(integer()))
    case 3: return .number(.double(finiteDouble()))
    case 4: return .number(.bigInteger("9" + String(repeating: "0", count: int(in: 19...30))))
    case 5: return .string(text())
    case 6: return .array(array(0...4) { $0.jsonValue(depth: depth - 1) })
    default:
      var object = JSONObject()
      for _ in 0..<int(in: 0...4) { object[text()] = jsonValue(depth: depth - 1) }
      return .object(object)
    }
  }
}
