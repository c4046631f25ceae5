import Experiments
import Scenarios

extension Program {
  /// The program quorumlab with all its commands.
  public static let quorumlab = Program(
    name: "quorumlab",
    version: ResultVersion.version,
    summary: """
      A testbed for agents that vote. It simulates attacks on their consensus protocol, proves \
      which attacks the protocol withstands, and finds voters who collude.
      """,
    commands: [
      RunCommand.self,
      CheckCommand.self,
      CompareCommand.self,
      TuneCommand.self,
      CertifyCommand.self,
      ExactCommand.self,
      TraceCommand.self,
      BlocsCommand.self,
      MergeCommand.self,
      StatusCommand.self,
      ReplayCommand.self,
      ValidateCommand.self,
      SchemaCommand.self,
      BenchCommand.self,
      CompletionsCommand.self,
      HelpCommand.self,
      VersionCommand.self,
    ])

  /// The same program with another vocabulary, so every command knows strategies, plans and
  /// detection methods from outside this library.
  public func knowing(_ vocabulary: Vocabulary) -> Program {
    var program = self
    program.vocabulary = vocabulary
    return program
  }
}
