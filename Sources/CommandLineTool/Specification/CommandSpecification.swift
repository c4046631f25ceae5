/// How a command is called, and what its help says.
struct CommandSpecification: Sendable {
  let name: String
  /// What it does, in one sentence that fits beside the name in the program's help.
  let summary: String
  /// What one needs to know to use it; blank lines part paragraphs, other line ends mean nothing.
  let discussion: String
  let operands: [OperandSpecification]
  let options: [OptionSpecification]
  /// Command lines, each with what it does.
  let examples: KeyValuePairs<String, String>
  /// How it ends, where that is worth telling beyond what holds for all commands.
  let exitStatuses: KeyValuePairs<ExitStatus, String>

  init(
    name: String,
    summary: String,
    discussion: String = "",
    operands: [any OperandDeclaration] = [],
    options: [any OptionDeclaration] = [],
    examples: KeyValuePairs<String, String> = [:],
    exitStatuses: KeyValuePairs<ExitStatus, String> = [:]
  ) {
    self.name = name
    self.summary = summary
    self.discussion = discussion
    self.operands = operands.map(\.specification)
    self.options = options.map(\.specification) + [.noColor, .help]
    self.examples = examples
    self.exitStatuses = exitStatuses
  }
}
