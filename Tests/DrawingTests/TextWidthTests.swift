import Drawing
import Testing

/// The widths were measured with fontTools in DejaVu Sans.
struct TextWidthTests {
  @Test(arguments: [("", 0.0), ("quorum_fraction", 8242), ("n/3", 1607), ("0.95", 2226)])
  func widthsAreThoseOfTheFont(text: String, thousandths: Double) {
    #expect(abs(TextWidth.of(text, size: 1000) - thousandths) < 1e-9)
  }

  @Test func otherLettersHaveRoomEnough() {
    #expect(TextWidth.of("é", size: 10) >= TextWidth.of("e", size: 10))
    #expect(TextWidth.of("e\u{301}", size: 10) == TextWidth.of("e", size: 10))
    #expect(TextWidth.of("漢", size: 10) >= 10)
  }

  @Test func whatIsTooWideIsCutInItsMiddle() {
    #expect(TextWidth.fitting("voters.ring.count", size: 10, room: 200) == "voters.ring.count")
    let short = TextWidth.fitting("voters.ring.count", size: 10, room: 60)
    #expect(TextWidth.of(short, size: 10) <= 60)
    #expect(short.hasPrefix("vot") && short.hasSuffix("nt") && short.contains("…"))
    #expect(TextWidth.fitting("voters", size: 10, room: 1) == "…")
  }
}
