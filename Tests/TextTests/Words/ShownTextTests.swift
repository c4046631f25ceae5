import Testing
import Text

struct ShownTextTests {
  /// Each with what a terminal or a log would do with it.
  @Test(arguments: [
    ("a\u{1B}[2Jb", "a\\u{1B}[2Jb"), ("a\n::error::b", "a\\n::error::b"), ("a\r\nb", "a\\r\\nb"),
    ("a\tb", "a\\tb"), ("a\u{7F}\u{8}b", "a\\u{7F}\\u{8}b"), ("a\u{9B}31mb", "a\\u{9B}31mb"),
    ("a\u{202E}b\u{2066}", "a\\u{202E}b\\u{2066}"), ("a\u{200F}b", "a\\u{200F}b"),
    ("a\u{2028}b\u{2029}", "a\\u{2028}b\\u{2029}"), ("\u{FEFF}a", "\\u{FEFF}a"),
    ("a\u{E0041}b", "a\\u{E0041}b"), ("e\u{301}\u{200D}", "e\u{301}\\u{200D}"),
  ])
  func whatIsObeyedIsShown(text: String, shown: String) {
    #expect(text.shown.unicodeScalars.elementsEqual(shown.unicodeScalars))
    #expect(text.shown.shown == text.shown)
    #expect(text.shortened == text.shown)
  }

  @Test(arguments: ["", "plain", "tief 谷 é 🦊", "a\\b \"c\" $d `e`", "→ ≤ …"])
  func whatIsSafeStaysAsItIs(text: String) {
    #expect(text.shown == text && text.shownLines == text && text.shortened == text)
  }

  @Test func linesKeepTheirEndsAndNothingElse() {
    #expect("a\nb\r\u{1B}c\n".shownLines == "a\nb\\r\\u{1B}c\n")
    // As scalars: Swift takes both for one character.
    #expect("a\r\nb".shownLines.unicodeScalars.elementsEqual("a\\r\nb".unicodeScalars))
  }

  @Test func longTextsAreShortened() {
    let long = String(repeating: "é", count: 10_000_000)
    #expect(long.shortened == String(repeating: "é", count: 60) + "…")
    #expect(String(repeating: "a", count: 64).shortened.count == 64)
    let hostile = String(repeating: "\u{1B}", count: 1000).shortened
    #expect(hostile == String(repeating: "\\u{1B}", count: 60) + "…")
  }

  @Test func aProblemIsOneLine() {
    let problem = TextProblem(path: "a\n::error::b", message: "the \u{1B}[31mred\u{202E} one")
    #expect(problem.description == "1:1: a\\n::error::b: the \\u{1B}[31mred\\u{202E} one")
  }
}
