import Results

/// `quorumlab merge`: combines the shards in a folder.
enum MergeCommand: Command {
  static let shards = Option.required(
    "in", .directory, summary: "The folder that holds the shards.")

  static let specification = CommandSpecification(
    name: "merge",
    summary: "Combine the shards of a scenario into its result.",
    discussion: """
      The shards are files written by `quorumlab run --shard K/N`, or by `quorumlab tune --shard \
      K/N`, which also say what was asked. They may have different N, as \
      long as together they hold every unit of the work; a unit may occur several times if the \
      copies are equal. The CSV files and the manifest are the same, byte for byte, as those of \
      a run on one machine. If the shards were run with --per-trial, there is also a trials.csv; \
      the option must be the same for all shards.
      """,
    operands: [ScenarioInput.scenario],
    options: [
      shards, RunOptions.out, RunOptions.format, RunOptions.force, RunOptions.quiet,
      ScenarioInput.set, ScenarioInput.sweep, ScenarioInput.seed, ScenarioInput.trials,
    ] + TableOptions.ofCells,
    examples: [
      "quorumlab merge s.json --in shards --out results/s": "Combine the shards in folder shards."
    ],
    exitStatuses: [
      .success: "the result was written, or was already there",
      .checkFailed: "no configuration keeps the constraints of the search",
      .inconclusive: "the search does not decide which configuration is best",
      .badInput: "a shard is damaged, is from another scenario, or contradicts another shard",
      .noInput: "the scenario or the folder cannot be read",
      .cannotCreate: "the folder cannot be written to, or holds another result",
      .incomplete: "shards are missing; they are listed",
    ])

  static func run(
    _ arguments: ParsedArguments, in console: Console
  ) async throws(CommandFailure) -> ExitStatus {
    let search = try ScenarioInput.searchedFile(shardsIn: arguments[shards], arguments, in: console)
    if let search {
      return try await ConsoleTuning(
        search, from: arguments[ScenarioInput.scenario], into: arguments[RunOptions.out],
        part: .merging(shardsIn: arguments[shards]), arguments, in: console
      ).show()
    }
    let files = try ScenarioInput.read(
      [arguments[ScenarioInput.scenario]], arguments, in: console)
    let settings = try RunOptions.settings(arguments, for: files, in: console)
    for (number, file) in files.enumerated() {
      let part = ResumableRun.Part.merging(shardsIn: arguments[shards])
      let run = try ConsoleRun(file, number: number, part: part, settings)
      if let status = try await run.show() { return status }
    }
    return .success
  }
}
