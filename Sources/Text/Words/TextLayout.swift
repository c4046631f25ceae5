/// Breaks text into lines of limited width.
package struct TextLayout {
  /// The largest number of columns of a line.
  package let columns: Int

  /// A layout in lines of limited width.
  package init(columns: Int) { self.columns = columns }

  /// Paragraphs, which are separated by blank lines, filled into lines.
  package func paragraphs(_ text: String, indent: Int = 0) -> String {
    text.split(separator: "\n\n")
      .map { lines(of: words($0), indent: indent, continuationIndent: indent) }
      .joined(separator: "\n")
  }

  /// Terms and their meanings, in two columns; a long term has a line of its own.
  package func definitions(_ entries: [(term: String, meaning: String)]) -> String {
    let indent = 2
    let gap = 2
    let termColumnsMax = columns / 3
    let lengths = entries.map(\.term.count).filter { $0 <= termColumnsMax }
    let meaningIndent = indent + (lengths.max() ?? termColumnsMax) + gap

    return entries.map { term, meaning in
      let start = String(repeating: " ", count: indent) + term
      let body = lines(
        of: words(meaning), indent: meaningIndent, continuationIndent: meaningIndent)
      return start.count + gap <= meaningIndent
        ? start + body.dropFirst(start.count)
        : "\(start)\n\(body)"
    }.joined()
  }

  /// A text filled into lines, each with a line end.
  package func lines(_ text: String, indent: Int, continuationIndent: Int) -> String {
    lines(of: words(text), indent: indent, continuationIndent: continuationIndent)
  }

  /// Words filled into lines, each with a line end; a word longer than a line is not split.
  package func lines(of words: [String], indent: Int, continuationIndent: Int) -> String {
    var text = ""
    var line = String(repeating: " ", count: indent)
    var isLineEmpty = true
    for word in words {
      if !isLineEmpty && line.count + 1 + word.count > columns {
        text += line + "\n"
        line = String(repeating: " ", count: continuationIndent)
        isLineEmpty = true
      }
      line += isLineEmpty ? word : " \(word)"
      isLineEmpty = false
    }
    return text + line + "\n"
  }

  private func words(_ text: some StringProtocol) -> [String] {
    text.split { $0.isWhitespace }.map { String($0) }
  }
}
