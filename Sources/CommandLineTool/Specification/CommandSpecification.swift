import Scenarios

/// The syntax of a command, and its help.
struct CommandSpecification: Sendable {
  let name: String
  /// What the command does, in one sentence for the help of the program.
  let summary: String
  /// How to use it; blank lines separate paragraphs, and other line ends are ignored.
  let discussion: String
  let operands: [OperandSpecification]
  private(set) var options: [OptionSpecification]
  /// Command lines, each with an explanation.
  let examples: KeyValuePairs<String, String>
  /// The exit statuses with a meaning of their own for this command.
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

  /// The same command with the values that a vocabulary has words for.
  func spoken(in vocabulary: Vocabulary) -> CommandSpecification {
    var command = self
    for index in command.options.indices {
      if let words = command.options[index].value?.words {
        command.options[index].value = .choice(words(vocabulary))
      }
    }
    return command
  }
}
