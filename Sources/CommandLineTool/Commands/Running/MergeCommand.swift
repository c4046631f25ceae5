import Results

/// `quorumlab merge`: joins the shards found in a folder.
enum MergeCommand: Command {
  private static let shards = Option.required(
    "in", .directory, summary: "The folder that holds the shards.")

  static let specification = CommandSpecification(
    name: "merge",
    summary: "Join the shards of a scenario into its result.",
    discussion: """
      The shards are those that `quorumlab run --shard K/N` wrote; theirs may be different N, as \
      long as every unit of the work is there, once or several times alike. The CSV files and the \
      manifest are, byte for byte, those of one machine. Shards that were run with --per-trial make \
      a trials.csv, too; either all were or none.
      """,
    operands: [ScenarioInput.scenario],
    options: [
      shards, RunOptions.out, RunOptions.format, RunOptions.force, RunOptions.quiet,
      ScenarioInput.set, ScenarioInput.seed, ScenarioInput.trials,
    ],
    examples: ["quorumlab merge s.json --in shards --out results/s": "Join what is in shards."],
    exitStatuses: [
      .success: "the result is there",
      .badInput: "a shard is damaged, of another scenario, or contradicts another one",
      .noInput: "the scenario or the folder cannot be read",
      .cannotCreate: "the folder cannot be written to, or holds something else",
      .incomplete: "shards are missing; they are listed",
    ])

  static func run(
    _ arguments: ParsedArguments, in console: Console
  ) async throws(CommandFailure) -> ExitStatus {
    let files = try ScenarioInput.read(
      [arguments[ScenarioInput.scenario]], arguments, in: console)
    let settings = try RunOptions.settings(arguments, for: files, in: console)
    for (file, folder) in zip(files, settings.folders) {
      let part = ResumableRun.Part.merging(shardsIn: arguments[shards])
      let run = try ConsoleRun(file, into: folder, part: part, settings)
      if let status = try await run.show() { return status }
    }
    return .success
  }
}
