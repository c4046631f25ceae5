/// `quorumlab completions`: a script with which a shell completes command lines.
enum CompletionsCommand: Command {
  static let shell = Operand.required(
    "SHELL", .choice(Shell.self), summary: "The shell to print the script for.")

  static let specification = CommandSpecification(
    name: "completions",
    summary: "Print a script that completes commands and options on TAB.",
    discussion: """
      The script completes commands, options, the words that an option or operand may be, and \
      names of files and folders.
      """,
    operands: [shell],
    examples: [
      #"eval "$(quorumlab completions bash)""#: "In ~/.bashrc, for every new bash.",
      "quorumlab completions zsh > ~/.zfunc/_quorumlab":
        "For zsh, in any folder of $fpath. New shells complete if they run compinit.",
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
