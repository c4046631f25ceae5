import CSV
import JSON
import Reports
import Scenarios

/// `quorumlab schema`: prints the JSON Schema of scenario files.
enum SchemaCommand: Command {
  private static let columns = Option.flag(
    "columns", summary: "Print the columns of all files of a result instead, as CSV.")

  static let specification = CommandSpecification(
    name: "schema",
    summary: "Print the JSON Schema of scenario files, or the columns of results.",
    discussion: """
      Editors use the schema (JSON Schema 2020-12) to complete and check scenario files. Some \
      rules cannot be part of a schema, such as that names must differ; `validate` checks those, \
      too.
      """,
    options: [columns],
    examples: [
      "quorumlab schema > scenario.schema.json": "Save the schema for an editor.",
      "quorumlab schema --columns > columns.csv": "Save what the columns of results mean.",
    ])

  static func run(
    _ arguments: ParsedArguments, in console: Console
  ) async throws(CommandFailure) -> ExitStatus {
    if arguments[columns] {
      try console.write(String(decoding: ColumnDictionary.table.csv, as: UTF8.self))
    } else {
      try console.write(
        ScenarioSchema.json(vocabulary: arguments.program.vocabulary).text(.indented) + "\n")
    }
    return .success
  }
}
