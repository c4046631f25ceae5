// The one place through which text from files and file names goes on its way to people. A terminal
// obeys control characters, a CI log obeys lines that begin with `::`, and marks of direction turn
// the text around them. So none of these are sent; they are shown as escapes.

extension String {
  /// The text in one line, with everything that is not shown as itself written as an escape.
  ///
  /// A text that is safe is unchanged, so this may be applied again.
  package var shown: String { escaped { $0.isObeyed } }

  /// Lines of text, each as it can be shown; only their ends stay.
  package var shownLines: String { escaped { $0.isObeyed && $0 != "\n" } }

  /// The text as it can be shown, shortened if it is too long for a message.
  package var shortened: String {
    // No text has more code points than bytes, whose number is known.
    if utf8.count <= 64 { return shown }
    let start = unicodeScalars.prefix(65)
    return start.count <= 64 ? shown : String(start.prefix(60)).shown + "…"
  }

  private func escaped(where isObeyed: (Unicode.Scalar) -> Bool) -> String {
    guard unicodeScalars.contains(where: isObeyed) else { return self }
    var text = ""
    for scalar in unicodeScalars {
      if isObeyed(scalar) {
        text += scalar.escape
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}

extension Unicode.Scalar {
  /// Whether a terminal, or the line it stands in, obeys it instead of showing it.
  fileprivate var isObeyed: Bool {
    if (0x20..<0x7F).contains(value) { return false }
    return switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }

  fileprivate var escape: String {
    switch self {
    case "\n": "\\n"
    case "\r": "\\r"
    case "\t": "\\t"
    default: "\\u{\(String(value, radix: 16, uppercase: true))}"
    }
  }
}
