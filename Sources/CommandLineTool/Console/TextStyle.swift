import Text

/// Styles text for a terminal, or leaves it unchanged.
struct TextStyle: Equatable, Sendable {
  let isEnabled: Bool

  func heading(_ text: String) -> String { marked(text, "1") }
  func warning(_ text: String) -> String { marked(text, "1;33") }
  func error(_ text: String) -> String { marked(text, "1;31") }

  /// A part of lines of text, in the colour of its tone.
  func toned(_ run: TonedText.Run) -> String {
    let text = run.text.shownLines
    guard isEnabled, let tone = run.tone else { return text }
    return switch tone {
    case .good: marked(text, "32")
    case .doubtful: marked(text, "33")
    case .bad: marked(text, "1;31")
    }
  }

  private func marked(_ text: String, _ code: String) -> String {
    isEnabled ? "\u{1B}[\(code)m\(text.shown)\u{1B}[0m" : text.shown
  }
}
