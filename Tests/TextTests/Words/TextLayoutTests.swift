import Testing

@testable import Text

struct TextLayoutTests {
  @Test func paragraphsAreFilledAndParted() {
    let text = TextLayout(columns: 11).paragraphs("one two\nthree four\n\nfive", indent: 2)
    #expect(text == "  one two\n  three\n  four\n\n  five\n")
  }

  @Test func aLineIsFilledToTheLastColumn() {
    #expect(TextLayout(columns: 7).paragraphs("abc def") == "abc def\n")
    #expect(TextLayout(columns: 6).paragraphs("abc def") == "abc\ndef\n")
  }

  @Test func aWordLongerThanALineIsLeftWhole() {
    #expect(TextLayout(columns: 3).paragraphs("a bcdef g") == "a\nbcdef\ng\n")
  }

  @Test func definitionsStandInTwoColumnsLongTermsAlone() {
    let text = TextLayout(columns: 24).definitions([
      ("-a", "one two three four"), ("--bcd N", "five"), ("--much-too-long", "six"),
    ])
    #expect(
      text == """
          -a       one two three
                   four
          --bcd N  five
          --much-too-long
                   six

        """)
  }
}
