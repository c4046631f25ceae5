import JSON
import Scenarios

/// `quorumlab schema`: prints the JSON Schema of scenario files.
enum SchemaCommand: Command {
  static let specification = CommandSpecification(
    name: "schema",
    summary: "Print the JSON Schema of scenario files.",
    discussion: """
      For editors that complete and check JSON by a schema (JSON Schema 2020-12). What a schema \
      cannot say, such as that names differ, `validate` checks.
      """,
    examples: ["quorumlab schema > scenario.schema.json": "Keep it where an editor finds it."])

  static func run(
    _ arguments: ParsedArguments, in console: Console
  ) async throws(CommandFailure) -> ExitStatus {
    try console.write(
      ScenarioSchema.json(vocabulary: arguments.program.vocabulary).text(.indented) + "\n")
    return .success
  }
}
