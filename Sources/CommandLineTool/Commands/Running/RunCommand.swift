import Experiments
import Reports
import Results
import Scenarios
import Text

/// `quorumlab run`: simulates scenarios, prints a table and writes CSV files.
enum RunCommand: Command {
  private static let verifyDeterminism = Option.flag(
    "verify-determinism",
    summary: "Only run the first trial of each cell twice, and compare the events.")

  static let specification = CommandSpecification(
    name: "run",
    summary: "Simulate scenarios, print a table and write CSV files.",
    discussion: """
      Each result has its own folder: results/NAME, or the folder given by --out. With several \
      scenarios, --out holds a folder for each of them. The folder gets summary.csv, with a row \
      for each cell, and manifest.json, which is enough to compute the same bytes again. With \
      --per-trial it also gets trials.csv, with a row for each trial, for at most \
      \(TrialTable.trialsMax.grouped) trials. Such a folder counts as complete without \
      --per-trial, too.

      A folder with the complete result of the same scenario is left unchanged. After an \
      interruption of any kind, the same command continues the work. A folder with another \
      result is refused, unless --force is given.

      Every rate and mean has a 95 % interval. The results do not depend on the number of \
      threads or shards.
      """,
    operands: [ScenarioInput.scenarios],
    options: [
      ScenarioInput.set, ScenarioInput.sweep, ScenarioInput.seed, ScenarioInput.trials,
      ScenarioInput.strict,
      RunOptions.threads,
      RunOptions.out, RunOptions.perTrial, RunOptions.format,
    ] + TableOptions.ofCells + [
      RunOptions.force, RunOptions.quiet, RunOptions.verbose, RunOptions.shard, verifyDeterminism,
    ],
    examples: [
      "quorumlab run scenarios/tie-attack-four-voters.json":
        "Write the folder results/tie-attack-four-voters.",
      "quorumlab run s.json --trials 100000 --out /tmp/s --format csv":
        "Run more trials and print CSV.",
      "quorumlab run s.json --pivot config.quorum_fraction,voters.t.strategy":
        "Show which attack is the worst for each quorum.",
      "quorumlab run s.json --shard 0/4 --out shards": "Run the first of four parts.",
    ],
    exitStatuses: [
      .success: "the results were written, or were already there",
      .checkFailed: "two runs of a trial differ (--verify-determinism)",
      .badInput: "a scenario is not valid, or the file of a shard is damaged",
      .noInput: "a scenario cannot be read",
      .cannotCreate: "a folder cannot be written to, or holds another result",
      .outputFailed: "writing failed",
      .interrupted: "interrupted; the same command continues the work",
      .terminated: "terminated; the same command continues the work",
    ])

  static func run(
    _ arguments: ParsedArguments, in console: Console
  ) async throws(CommandFailure) -> ExitStatus {
    let files = try ScenarioInput.readWarning(
      arguments[ScenarioInput.scenarios], arguments, isQuiet: arguments[RunOptions.quiet],
      in: console)
    if arguments[verifyDeterminism] { return try verify(files, in: console) }
    let settings = try RunOptions.settings(
      arguments, for: files, threads: arguments[RunOptions.threads],
      isVerbose: arguments[RunOptions.verbose], keepsTrials: arguments[RunOptions.perTrial],
      in: console)
    let part = arguments[RunOptions.shard].map { ResumableRun.Part.shard($0) } ?? .whole
    // All folders are checked before anything is computed.
    var runs: [ConsoleRun] = []
    for (number, file) in files.enumerated() {
      runs.append(try ConsoleRun(file, number: number, part: part, settings))
    }
    var begun = 0
    // Whatever ends the command early, what it did not begin leaves no file behind.
    defer { for run in runs[begun...] { run.withdraw() } }
    for run in runs {
      if begun > 0 && arguments[RunOptions.shard] == nil && settings.showsTables {
        try console.write("\n")
      }
      begun += 1
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
        try console.show(
          """
          \(file.name), cell \(cell.number): event \(difference.event) differs
            first:  \(difference.first?.text ?? "none")
            second: \(difference.second?.text ?? "none")

          """)
      }
      let cells = file.cells.count.counting("cell")
      try console.show("\(file.name): \(cells), \(events) events run twice\n")
    }
    return isSame ? .success : .checkFailed
  }
}
