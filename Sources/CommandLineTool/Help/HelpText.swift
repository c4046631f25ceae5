import Text

/// The help of the program and of each command, made from their specifications.
struct HelpText {
  private let program: Program
  private let style: TextStyle
  private let layout: TextLayout

  init(of program: Program, for stream: OutputStream, of console: Console) {
    self.program = program
    style = console.style(for: stream)
    layout = TextLayout(columns: min(80, console.columns(of: stream)))
  }

  /// The help of the program.
  func text() -> String {
    let commands = program.specifications.map { ($0.name, $0.summary) }
    let statuses = ExitStatus.allCases.map { (String($0.rawValue), $0.meaning) }
    return [
      layout.paragraphs(program.summary),
      usage(["COMMAND", "[OPTIONS]", "[OPERANDS]"]),
      section("Commands", layout.definitions(commands)),
      section("Topics", layout.definitions(HelpTopic.allCases.map { ($0.rawValue, $0.meaning) })),
      section("Options", definitions(program.options.map(ReferenceChapter.Entry.init))),
      section("Exit status", layout.definitions(statuses)),
      layout.paragraphs(
        """
        See `\(program.name) COMMAND --help` for more on a command, and `\(program.name) help TOPIC` \
        for more on a topic.
        """),
    ].compactMap(\.self).joined(separator: "\n")
  }

  /// The help of one command.
  func text(for command: CommandSpecification) -> String {
    let required = command.options.filter(\.isRequired).map(\.synopsis)
    let examples = command.examples.map { "  \($0)\n" + layout.paragraphs($1, indent: 6) }
    let statuses = command.exitStatuses.map { (String($0.rawValue), $1) }
    return [
      layout.paragraphs(command.summary),
      usage([command.name] + required + ["[OPTIONS]"] + command.operands.map(\.synopsis)),
      command.discussion.isEmpty ? nil : layout.paragraphs(command.discussion),
      section("Operands", definitions(command.operands.map(ReferenceChapter.Entry.init))),
      section("Options", definitions(command.options.map(ReferenceChapter.Entry.init))),
      section("Examples", examples.joined()),
      section("Exit status", layout.definitions(statuses)),
    ].compactMap(\.self).joined(separator: "\n")
  }

  /// A chapter of the reference.
  func text(of chapter: ReferenceChapter) -> String {
    let sections = chapter.sections.map { part in
      section(
        part.title,
        (part.introduction.isEmpty ? "" : layout.paragraphs(part.introduction, indent: 2) + "\n")
          + definitions(part.entries))
    }
    return ([layout.paragraphs(chapter.abstract)] + sections).compactMap(\.self)
      .joined(separator: "\n")
  }

  private func usage(_ words: [String]) -> String {
    let title = "Usage:"
    let lines = layout.lines(
      of: [title, program.name] + words, indent: 0, continuationIndent: 4)
    return style.heading(title) + lines.dropFirst(title.count)
  }

  private func section(_ title: String, _ body: String) -> String? {
    body.isEmpty ? nil : "\(style.heading("\(title):"))\n\(body)"
  }

  private func definitions(_ entries: [ReferenceChapter.Entry]) -> String {
    layout.definitions(
      entries.flatMap { entry in
        [(entry.term, entry.explanation)]
          + entry.choices.map { ("  \($0.word)", $0.meaning) }
      })
  }
}
