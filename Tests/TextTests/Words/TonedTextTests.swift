import Testing
import Text

struct TonedTextTests {
  private let text = [
    TonedText("a "), TonedText("good", .good), TonedText(), TonedText("  "),
  ].joined()

  @Test func partsKeepTheirTones() {
    #expect(text.plain == "a good  ")
    #expect(text.runs.map(\.text) == ["a ", "good", "  "])
    #expect(text.runs.map(\.tone) == [nil, .good, nil])
    #expect([TonedText("x"), text].joined(separator: ", ").plain == "x, a good  ")
  }

  @Test func spacesAtTheEndGoInWhateverPartTheyAre() {
    var trimmed = text
    trimmed += TonedText("   ", .bad)
    trimmed.removeTrailingSpaces()
    #expect(trimmed.plain == "a good" && trimmed.runs.last?.tone == .good)
    var spaces = TonedText("  ")
    spaces.removeTrailingSpaces()
    #expect(spaces == TonedText())
  }
}
