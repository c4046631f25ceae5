import Scenarios

/// A program with commands: the source of parsing, help, suggestions and completions.
public struct Program: Sendable {
  let name: String
  let version: String
  /// What the program is for, in one sentence.
  let summary: String
  /// The strategies, plans and detection methods that scenarios may name.
  var vocabulary = Vocabulary.standard
  /// Every command, in the order in which help lists them.
  let commands: [any Command.Type]

  /// The options that may be given without a command.
  var options: [OptionSpecification] { [.version, .noColor, .help] }

  /// The syntax of every command, with the words of the vocabulary.
  var specifications: [CommandSpecification] { commands.map(specification) }

  /// The name and the version, in a line.
  var versionLine: String { "\(name) \(version)\n" }

  var commandNames: [String] { specifications.map(\.name) }

  /// The syntax of a command, with the words of the vocabulary.
  func specification(of command: any Command.Type) -> CommandSpecification {
    command.specification.spoken(in: vocabulary)
  }

  func command(named name: String) -> (any Command.Type)? {
    commands.first { $0.specification.name == name }
  }
}
