/// A command of the program: how it is called, and what it does.
///
/// A command is one type in one file. It joins the program by its line in `Program+Quorumlab.swift`.
protocol Command: Sendable {
  static var specification: CommandSpecification { get }

  /// Does the work.
  ///
  /// - Throws: What keeps it from being done. The message is printed with the command's name before
  ///   it, so it needs neither that nor a line end.
  static func run(
    _ arguments: ParsedArguments, in console: Console
  ) async throws(CommandFailure) -> ExitStatus
}
