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

  var commandNames: [String] { commands.map { $0.specification.name } }

  func command(named name: String) -> (any Command.Type)? {
    commands.first { $0.specification.name == name }
  }
}
