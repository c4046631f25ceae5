import Testing
import Text

struct ExactTextTests {
  @Test func textsAreEqualByCodePoints() {
    #expect(ExactText("é") != ExactText("e\u{301}"))
    #expect(Set([ExactText("é"), ExactText("e\u{301}"), ExactText("é")]).count == 2)
    #expect("é".hasSameCodePoints(as: "é"))
  }

  /// The order of code points is that of Python's sorted, not that of UTF-16 nor of looks.
  @Test func ordersByCodePoints() {
    let sorted = ["\u{1F6D1}", "\u{E000}", "z", "é", "e\u{301}", "A", ""].sorted {
      $0.precedesByCodePoints($1)
    }
    #expect(
      sorted.map(ExactText.init)
        == ["", "A", "e\u{301}", "z", "é", "\u{E000}", "\u{1F6D1}"].map(ExactText.init))
  }

  @Test func longTextsAreCutShort() {
    let text = String(repeating: "é", count: 64)
    #expect(text.shortened == text)
    #expect((text + "é").shortened == String(repeating: "é", count: 60) + "…")
  }

  @Test(arguments: [
    ([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c"),
  ])
  func textsAreListed(texts: [String], list: String) {
    #expect(texts.listed(with: "and") == list)
  }
}
