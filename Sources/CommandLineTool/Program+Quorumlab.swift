extension Program {
  /// The program quorumlab with all its commands.
  public static let quorumlab = Program(
    name: "quorumlab",
    version: "0.1.0",
    summary: """
      A testbed for agents that vote: simulates attacks on their consensus protocol, proves what it \
      withstands, and finds the voters who collude.
      """,
    commands: [
      ReplayCommand.self,
      ValidateCommand.self,
      SchemaCommand.self,
      TraceCommand.self,
      CompletionsCommand.self,
      HelpCommand.self,
    ])
}
