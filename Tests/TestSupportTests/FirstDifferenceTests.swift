import TestSupport
import Testing

@Suite struct FirstDifferenceTests {
  @Test func equalTextsDoNotDiffer() {
    #expect(FirstDifference(expected: "", actual: "") == nil)
    #expect(FirstDifference(expected: "a\nb\n", actual: "a\nb\n") == nil)
  }

  @Test func theFirstDifferenceIsMarked() throws {
    let difference = try #require(
      FirstDifference(expected: "one\ntwo\nthree\nfour 4\n", actual: "one\ntwo\nthree\nfour 5\n"))
    #expect(
      difference.description == """
                    two
                    three
          expected: four 4
          actual:   four 5
                         ^ line 4, column 6
        """)
  }

  @Test func whatCannotBeSeenIsShown() throws {
    let ending = try #require(FirstDifference(expected: "a\n", actual: "a\r\n"))
    #expect(ending.actual == "a\\u{d}")
    #expect(ending.column == 2)
    let space = try #require(FirstDifference(expected: "a b", actual: "a b "))
    #expect(space.actual == "a b\\u{20}")
    let accent = try #require(FirstDifference(expected: "\u{e9}", actual: "e\u{301}"))
    #expect(accent.actual == "e\\u{301}")
    #expect(accent.expected == "\u{e9}")
  }

  @Test func anEndComesBeforeALine() throws {
    let longer = try #require(FirstDifference(expected: "a", actual: "a\nb"))
    #expect(longer.line == 2)
    #expect(longer.description.contains("expected: (the end)"))
    let shorter = try #require(FirstDifference(expected: "a\n", actual: "a"))
    #expect(shorter.actual == nil)
  }
}
