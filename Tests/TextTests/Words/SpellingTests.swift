import Testing
import Text

struct SpellingTests {
  @Test(arguments: [
    ("quorum_fracton", "quorum_fraction"), ("qurom", "quorum"), ("QUORUM", "quorum"),
    ("tlaly", "tally"), ("tall", "tally"), ("quorum_", "quorum"), ("ab", nil),
    ("quo", "quorum_fraction"), ("qu", nil), ("zzzzz", nil), ("", nil),
  ])
  func findsTheNearest(word: String, expected: String?) {
    #expect(closestSpelling(to: word, among: ["quorum_fraction", "quorum", "tally"]) == expected)
  }

  @Test func aWordThatSharesNoLetterIsNotMeant() {
    #expect(closestSpelling(to: "x", among: ["y"]) == nil)
    #expect(closestSpelling(to: "xy", among: ["xz"]) == "xz")
    #expect(closestSpelling(to: String(repeating: "x", count: 100_000), among: ["y"]) == nil)
  }

  @Test func takesTheFirstOfTheEquallyNear() {
    #expect(closestSpelling(to: "cat", among: ["bat", "hat"]) == "bat")
  }

  @Test func aHintIsEmptyWhereNothingIsNear() {
    #expect(spellingHint(for: "tlaly", among: ["quorum", "tally"]) == " (did you mean 'tally'?)")
    #expect(spellingHint(for: "zzzzz", among: ["quorum", "tally"]) == "")
  }
}
