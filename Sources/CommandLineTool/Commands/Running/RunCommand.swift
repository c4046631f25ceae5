import Experiments
import Reports
import Results
import Scenarios
import Text

/// `quorumlab run`: simulates, prints a table, writes CSV.
enum RunCommand: Command {
  private static let shard = Option.optional(
    "shard", .shard,
    summary: "Run only a part of the work, for `quorumlab merge` to put together.")
  private static let verifyDeterminism = Option.flag(
    "verify-determinism",
    summary: "Only run the first trial of each cell twice, and compare event by event.")

  static let specification = CommandSpecification(
    name: "run",
    summary: "Simulate scenarios, print a table and write CSV files.",
    discussion: """
      Each result has a folder: results/NAME, or what --out names (where there are several \
      scenarios, each has its own folder in there). It gets summary.csv, a row a cell, and \
      manifest.json, from which anybody can make the same bytes again. With --per-trial it also gets \
      trials.csv, a row a trial, for at most \(TrialTable.trialsMax.grouped) trials; that folder is complete for calls \
      without --per-trial, too.

      A folder that is complete for the same scenario is left as it is. Work that was interrupted, \
      by whatever, goes on when the same command is called again. A folder that holds the result of \
      something else is refused, unless --force is given.

      Every rate and mean has a 95 % interval. The bytes do not depend on threads or shards.
      """,
    operands: [ScenarioInput.scenarios],
    options: [
      ScenarioInput.set, ScenarioInput.seed, ScenarioInput.trials, RunOptions.threads,
      RunOptions.out, RunOptions.perTrial, RunOptions.format, RunOptions.force, RunOptions.quiet,
      RunOptions.verbose, shard, verifyDeterminism,
    ],
    examples: [
      "quorumlab run scenarios/tie-attack-four-voters.json": "Into results/tie-attack-four-voters.",
      "quorumlab run s.json --trials 100000 --out /tmp/s --format csv": "More trials; print CSV.",
      "quorumlab run s.json --shard 0/4 --out shards": "The first of four parts.",
    ],
    exitStatuses: [
      .success: "the results are there",
      .checkFailed: "a trial run twice differed (--verify-determinism)",
      .badInput: "something is wrong with a scenario, or a shard's file is damaged",
      .noInput: "a scenario cannot be read",
      .cannotCreate: "a folder cannot be written to, or holds something else",
      .outputFailed: "writing failed",
      .interrupted: "interrupted; the same command goes on",
      .terminated: "terminated; the same command goes on",
    ])

  static func run(
    _ arguments: ParsedArguments, in console: Console
  ) async throws(CommandFailure) -> ExitStatus {
    let files = try ScenarioInput.read(
      arguments[ScenarioInput.scenarios], arguments, in: console)
    if arguments[verifyDeterminism] { return try verify(files, in: console) }
    let settings = try RunOptions.settings(
      arguments, for: files, threads: arguments[RunOptions.threads],
      isVerbose: arguments[RunOptions.verbose], keepsTrials: arguments[RunOptions.perTrial],
      in: console)
    let part = arguments[shard].map { ResumableRun.Part.shard($0) } ?? .whole
    // All folders are looked at before anything is computed.
    var runs: [ConsoleRun] = []
    for (file, folder) in zip(files, settings.folders) {
      runs.append(try ConsoleRun(file, into: folder, part: part, settings))
    }
    for (index, run) in runs.enumerated() {
      if index > 0 && arguments[shard] == nil && settings.showsTables { try console.write("\n") }
      if let status = try await run.show() { return status }
    }
    return .success
  }

  /// Runs the first trial of each cell twice.
  private static func verify(
    _ files: [ScenarioFile], in console: Console
  ) throws(CommandFailure) -> ExitStatus {
    var isSame = true
    for file in files {
      var events = 0
      for cell in file.cells {
        let check = DeterminismCheck(cell.scenario, trial: 1)
        events += check.eventCount
        guard let difference = check.difference else { continue }
        isSame = false
        try console.write(
          """
          \(file.name), cell \(cell.number): event \(difference.event) differs
            first:  \(difference.first?.text ?? "none")
            second: \(difference.second?.text ?? "none")

          """)
      }
      let cells = file.cells.count.counting("cell")
      try console.write("\(file.name): \(cells), \(events) events run twice\n")
    }
    return isSame ? .success : .checkFailed
  }
}
