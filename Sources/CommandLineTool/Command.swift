/// A command of the program: its specification and its work.
///
/// A command is one type in one file. It is added to the program with a line in
/// `Program+Quorumlab.swift`.
protocol Command: Sendable {
  static var specification: CommandSpecification { get }

  /// Runs the command.
  ///
  /// - Throws: Why the command cannot go on. The name of the command is printed before the message,
  ///   so the message has neither the name nor a line end.
  static func run(
    _ arguments: ParsedArguments, in console: Console
  ) async throws(CommandFailure) -> ExitStatus
}
