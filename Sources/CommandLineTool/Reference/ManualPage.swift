import Text

/// The whole reference as a man page, in the macros of man(7).
struct ManualPage {
  private let program: Program

  init(of program: Program) {
    self.program = program
  }

  /// The page, for `man ./quorumlab.1`.
  func text() -> String {
    let name = program.name
    let commands = ReferenceChapter.commands(of: program)
    let head = [
      #".TH "\#(escaped(name.uppercased()))" "1" "" "\#(escaped(name)) \#(escaped(program.version))""#,
      ".SH NAME", "\(escaped(name)) \\- \(escaped(program.summary.asPartOfSentence))",
      ".SH SYNOPSIS", ".B \(escaped(name))", ".I COMMAND", "[OPTIONS] [OPERANDS]",
    ]
    let topics = HelpTopic.allCases.map { lines(of: $0.chapter(of: program)) }
    let foot = [
      ".SH ENVIRONMENT", ".TP", ".B NO_COLOR", "Where it is set, output has no colours.",
    ]
    return (head + lines(of: commands) + topics.flatMap(\.self) + foot).joined(separator: "\n")
      + "\n"
  }

  private func lines(of chapter: ReferenceChapter) -> [String] {
    [".SH \(escaped(chapter.title.uppercased()))"] + paragraphs(chapter.abstract)
      + chapter.sections.flatMap { section in
        [#".SS "\#(escaped(section.title))""#] + paragraphs(section.introduction)
          + section.entries.flatMap(lines)
      }
  }

  private func lines(of entry: ReferenceChapter.Entry) -> [String] {
    let choices = entry.choices.flatMap { choice in
      [".TP", ".I \(escaped(choice.word))", escaped(choice.meaning)]
    }
    return [".TP", ".B \(escaped(entry.term))", escaped(entry.explanation)]
      + (choices.isEmpty ? [] : [".RS"] + choices + [".RE"])
  }

  /// Paragraphs, parted by blank lines in the text.
  private func paragraphs(_ text: String) -> [String] {
    Array(
      text.split(separator: "\n\n").map { [escaped(String($0).replacing("\n", with: " "))] }
        .joined(separator: [".PP"]))
  }

  /// A line that roff prints as it stands: no escapes, no hyphens for minus signs, no requests.
  private func escaped(_ text: String) -> String {
    let line = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
      .replacing("\"", with: "\\(dq")
    return line.hasPrefix(".") || line.hasPrefix("'") ? "\\&" + line : line
  }
}
