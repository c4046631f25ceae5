/// `quorumlab help`: the same as `--help`, as a command.
enum HelpCommand: Command {
  static let topic = Operand.optional(
    "COMMAND", .command, summary: "The command to explain; if left out, the whole program.")

  static let specification = CommandSpecification(
    name: "help",
    summary: "Explain the program or one of its commands.",
    operands: [topic],
    examples: [
      "quorumlab help completions": "The same as `quorumlab completions --help`."
    ])

  static func run(
    _ arguments: ParsedArguments, in console: Console
  ) async throws(CommandFailure) -> ExitStatus {
    try console.write(try arguments.program.help(about: arguments[topic], in: console))
    return .success
  }
}
