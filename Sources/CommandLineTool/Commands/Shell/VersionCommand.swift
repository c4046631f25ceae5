/// `quorumlab version`: prints the version, as many tools do without two dashes.
enum VersionCommand: Command {
  static let specification = CommandSpecification(
    name: "version", summary: "Print the version, as --version does.")

  static func run(
    _ arguments: ParsedArguments, in console: Console
  ) async throws(CommandFailure) -> ExitStatus {
    try console.write(arguments.program.versionLine)
    return .success
  }
}
