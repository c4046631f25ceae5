import Text

/// A chapter of the reference as a page in Markdown, as the documentation catalogue has them.
struct ReferenceMarkdown {
  private let layout = TextLayout(columns: 100)

  /// The page.
  func text(of chapter: ReferenceChapter) -> String {
    let sections = chapter.sections.map { section in
      ["## \(section.title)\n", layout.paragraphs(section.introduction), list(section.entries)]
        .filter { !$0.isEmpty }.joined(separator: "\n")
    }
    return (["# \(chapter.title)\n", layout.paragraphs(chapter.abstract)] + sections)
      .joined(separator: "\n")
  }

  private func list(_ entries: [ReferenceChapter.Entry]) -> String {
    entries.map { entry in
      item("- term `\(entry.term)`: \(entry.explanation)", indent: 2)
        + entry.choices.map { item("  - `\($0.word)`: \($0.meaning)", indent: 4) }.joined()
    }.joined()
  }

  private func item(_ text: String, indent: Int) -> String {
    let start = text.prefix { $0 == " " }.count
    return layout.lines(
      of: text.split(separator: " ").map(String.init), indent: start, continuationIndent: indent)
  }
}
