import JSON
import Scenarios

/// `quorumlab schema`: prints the JSON Schema of scenario files.
enum SchemaCommand: Command {
  static let specification = CommandSpecification(
    name: "schema",
    summary: "Print the JSON Schema of scenario files.",
    discussion: """
      Editors use the schema (JSON Schema 2020-12) to complete and check scenario files. Some \
      rules cannot be part of a schema, such as that names must differ; `validate` checks those, \
      too.
      """,
    examples: ["quorumlab schema > scenario.schema.json": "Save the schema for an editor."])

  static func run(
    _ arguments: ParsedArguments, in console: Console
  ) async throws(CommandFailure) -> ExitStatus {
    try console.write(
      ScenarioSchema.json(vocabulary: arguments.program.vocabulary).text(.indented) + "\n")
    return .success
  }
}
