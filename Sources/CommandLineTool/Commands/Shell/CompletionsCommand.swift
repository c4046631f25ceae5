/// `quorumlab completions`: a script that teaches a shell to complete the command line.
enum CompletionsCommand: Command {
  static let shell = Operand.required(
    "SHELL", .choice(Shell.self), summary: "The shell that is to read the script.")

  static let specification = CommandSpecification(
    name: "completions",
    summary: "Print a script that completes commands and options on TAB.",
    discussion: """
      Completed are commands, options, the words that an option or operand may be, and the names \
      of files and folders where such are wanted.
      """,
    operands: [shell],
    examples: [
      #"eval "$(quorumlab completions bash)""#: "In ~/.bashrc: completes in every new bash.",
      "quorumlab completions zsh > ~/.zfunc/_quorumlab":
        "For zsh; any folder of $fpath will do. New shells complete if they run compinit.",
      "quorumlab completions fish > ~/.config/fish/completions/quorumlab.fish":
        "For fish.",
    ])

  static func run(
    _ arguments: ParsedArguments, in console: Console
  ) async throws(CommandFailure) -> ExitStatus {
    try console.write(arguments[shell].completionScript(for: arguments.program))
    return .success
  }
}
