import Text

/// `quorumlab help`: explains commands and topics.
enum HelpCommand: Command {
  private static let topic = Operand.optional(
    "TOPIC", .topic, summary: "The command or topic to explain; the program if none is named.")
  private static let format = Option.value(
    "format", .choice(OutputFormat.Manual.self), default: "text",
    summary: "For a terminal, as a page in Markdown, or everything as a man page.")

  static let specification = CommandSpecification(
    name: "help",
    summary: "Explain the program, a command or a topic.",
    discussion: """
      Topics are \(HelpTopic.allCases.map(\.rawValue).listed(with: "and")). What they show is made \
      from the same tables as the checks of scenarios, so it is complete.
      """,
    operands: [topic],
    options: [format],
    examples: [
      "quorumlab help strategies": "What faulty voters can do.",
      "quorumlab help completions": "The same as `quorumlab completions --help`.",
      "quorumlab help --format man > quorumlab.1": "The man page; `man ./quorumlab.1` shows it.",
    ])

  static func run(
    _ arguments: ParsedArguments, in console: Console
  ) async throws(CommandFailure) -> ExitStatus {
    try console.write(try text(arguments, in: console))
    return .success
  }

  private static func text(
    _ arguments: ParsedArguments, in console: Console
  ) throws(CommandFailure) -> String {
    let program = arguments.program
    let name = arguments[topic]
    switch arguments[format] {
    case .text:
      guard let name, program.command(named: name) == nil else {
        return try program.help(about: name, in: console)
      }
      guard let topic = HelpTopic(rawValue: name) else {
        throw .usage(program.problem(withSubject: name))
      }
      return HelpText(of: program, for: .standardOutput, of: console)
        .text(of: topic.chapter(of: program))
    case .markdown:
      guard let name else { return ReferenceMarkdown().text(of: .commands(of: program)) }
      guard let topic = HelpTopic(rawValue: name) else {
        throw .usage("--format markdown is for topics; '\(name)' is not one of them")
      }
      return ReferenceMarkdown().text(of: topic.chapter(of: program))
    case .man:
      if name != nil { throw .usage("--format man explains everything; leave TOPIC out") }
      return ManualPage(of: program).text()
    }
  }
}
