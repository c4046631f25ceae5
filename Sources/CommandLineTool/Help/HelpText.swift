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
    let commands = program.commands.map { ($0.specification.name, $0.specification.summary) }
    let statuses = ExitStatus.allCases.map { (String($0.rawValue), $0.meaning) }
    return [
      layout.paragraphs(program.summary),
      usage(["COMMAND", "[OPTIONS]", "[OPERANDS]"]),
      section("Commands", layout.definitions(commands)),
      section("Options", layout.definitions(program.options.map(definition))),
      section("Exit status", layout.definitions(statuses)),
      layout.paragraphs("Use `\(program.name) COMMAND --help` to see the help of a command."),
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
      section("Operands", layout.definitions(command.operands.map(definition))),
      section("Options", layout.definitions(command.options.map(definition))),
      section("Examples", examples.joined()),
      section("Exit status", layout.definitions(statuses)),
    ].compactMap(\.self).joined(separator: "\n")
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

  private func definition(_ operand: OperandSpecification) -> (String, String) {
    (operand.synopsis, described(operand.summary, [operand.value.note]))
  }

  private func definition(_ option: OptionSpecification) -> (String, String) {
    let term = (option.spellings.dropLast() + [option.synopsis]).joined(separator: ", ")
    let notes = [
      option.value?.note,
      option.defaultText.map { "default: \($0)" },
      option.isRequired ? "required" : nil,
      option.isRepeatable ? "may be repeated" : nil,
    ]
    return (term, described(option.summary, notes))
  }

  /// A summary with notes on the values in parentheses.
  private func described(_ summary: String, _ notes: [String?]) -> String {
    let notes = notes.compactMap(\.self).joined(separator: "; ")
    guard !notes.isEmpty else { return summary }
    let sentence = summary.hasSuffix(".") ? summary.dropLast() : summary[...]
    return "\(sentence) (\(notes))."
  }
}
