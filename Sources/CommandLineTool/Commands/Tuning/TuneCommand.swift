import CSV
import Experiments
import Files
import JSON
import Reports
import Results
import Scenarios
import Text
import Tuning

/// `quorumlab tune`: finds the settings that are best against every adversary.
enum TuneCommand: Command {
  private static let out = Option.optional(
    "out", .directory, otherwise: "results/NAME-tune", summary: "The folder of the result.")

  static let specification = CommandSpecification(
    name: "tune",
    summary: "Find the settings that are best against every adversary.",
    discussion: """
      The scenario says who is honest and how the network is. The seats are the voters who may be \
      compromised: its byzantine and colluding voters, or as many honest voters as --faults says, \
      the most accurate first, or those given by --seats. Each adversary takes all seats in turn. \
      With `standard` these are all strategies and plans, and voters who crashed. `worst` is the \
      adversary whom no strategy can beat, `causal` the best one who sees votes only once they have \
      arrived. In peace the seats are honest; that shows the price of safety, and never counts as \
      the worst.

      By default the quorum fraction, both thresholds, and the safeguards quorum, ties, rule and \
      tally are searched. Settings that decide all votes alike are one configuration, told by the \
      ranges of its fractions and by a value from the middle. Each is tried once, exactly where \
      that is possible.

      The front are the configurations that no other equals in all objectives and beats in one, \
      each by its worst adversary. Recommended is, among those that keep all constraints, the one \
      with the least expected_harm at worst, then the least in peace, then the fewest changes. If \
      a value is not exactly known, its bounds may leave open what is best.

      The folder gets tune.csv, with a row for each configuration, pairs.csv, with what each \
      adversary does to those that matter, recommendation.json, the scenario of the worst \
      adversary, and manifest.json. The options can also stand in the scenario, under the key \
      `tune`. A scenario with a sweep is tuned cell by cell.
      """,
    operands: [ScenarioInput.scenario],
    options: TuneOptions.all + [
      ScenarioInput.set, ScenarioInput.sweep, ScenarioInput.seed, ScenarioInput.trials,
      ScenarioInput.strict, RunOptions.threads, out, RunOptions.format, TableOptions.width,
      TableOptions.all, RunOptions.force, RunOptions.quiet,
    ],
    examples: [
      "quorumlab tune scenarios/monoculture.json --faults 2":
        "Find the best settings if two monitors may be compromised.",
      "quorumlab tune s.json --search quorum_fraction=all --search ties=all":
        "Search these fields only.",
      "quorumlab tune s.json --constraint 'false_approval_rate<=0.01'":
        "Ask for at most one false approval in a hundred unwarranted proposals.",
      "quorumlab tune s.json --adversaries worst": "Prepare for whatever may come.",
    ],
    exitStatuses: [
      .success: "a configuration is recommended",
      .checkFailed: "no configuration keeps the constraints",
      .inconclusive: "it is not decided which configuration is best",
      .badInput: "the scenario or what is asked is not valid",
      .noInput: "the scenario or the file of adversaries cannot be read",
      .cannotCreate: "the folder cannot be written to, or holds another result",
      .outputFailed: "writing failed",
      .interrupted: "interrupted",
      .terminated: "terminated",
    ])

  static func run(
    _ arguments: ParsedArguments, in console: Console
  ) async throws(CommandFailure) -> ExitStatus {
    let input = arguments[ScenarioInput.scenario]
    let overrides = ScenarioInput.overrides(
      arguments, and: try TuneOptions.overrides(arguments, in: console))
    let sources = try ScenarioInput.read(
      [input], overrides, arguments.program.vocabulary, isTuned: true, in: console)
    try ScenarioInput.warn(sources, arguments, isQuiet: arguments[RunOptions.quiet], in: console)
    let file = sources[0].file
    let plans = try plans(file, input, arguments.program.vocabulary)
    let run = try withResults { () throws(ResultError) in
      try TuneRun(
        file, plans, into: arguments[out] ?? "results/\(file.name)-tune",
        startsOver: arguments[RunOptions.force],
        threads: arguments[RunOptions.threads] ?? Host.processorCount)
    }
    return try await show(run, arguments, in: console)
  }

  /// The plan of each cell; throws if a search is too large.
  private static func plans(
    _ file: ScenarioFile, _ input: InputPath, _ vocabulary: Vocabulary
  ) throws(CommandFailure) -> [TunePlan] {
    var plans: [TunePlan] = []
    for cell in file.cells {
      guard let request = cell.tuning else { continue }
      do throws(TunePlan.TooManyPairs) {
        plans.append(try TunePlan(cell.scenario, request, vocabulary))
      } catch {
        throw CommandFailure(
          .badInput,
          "\(input): tune.search: there are more than \(TunePlan.pairsMax.grouped) pairs of a "
            + "configuration and an adversary; leave out \(error.field), or list some of its values"
        )
      }
    }
    return plans
  }

  private static func show(
    _ run: TuneRun, _ arguments: ParsedArguments, in console: Console
  ) async throws(CommandFailure) -> ExitStatus {
    let isQuiet = arguments[RunOptions.quiet]
    func note(_ text: String) { if !isQuiet { console.showError(text + "\n") } }
    if run.isComplete {
      note("folder '\(run.folder)' is already complete; use --force to start over")
    }
    let stop = console.stopRequest()
    let line = ProgressLine(cells: run.file.cells.count, quiet: isQuiet, in: console)
    for await event in run.run(interruption: stop.interruption) {
      switch event {
      case .progress(let progress, let cell):
        let cells = run.file.cells.count
        line.show { _ in
          (cells > 1 ? "cell \(cell) of \(cells), " : "") + progress.text
        }
      case .finished(let report):
        line.clear()
        if !isQuiet { try show(report, run.folder, arguments, in: console) }
        if !run.isComplete { note("wrote folder '\(run.folder)'") }
        return report.exitStatus
      case .interrupted:
        line.clear()
        note("stopped; nothing was written")
        return stop.status ?? .interrupted
      case .failed(let error):
        line.clear()
        throw CommandFailure(error)
      }
    }
    return stop.status ?? .interrupted
  }

  private static func show(
    _ report: TuneReport, _ folder: String, _ arguments: ParsedArguments, in console: Console
  ) throws(CommandFailure) {
    switch arguments[RunOptions.format] {
    case .table:
      try console.show(
        report.text(folder: folder, as: TableOptions.view(arguments, in: console)))
    case .csv: try console.write(String(decoding: report.table.csv, as: UTF8.self))
    case .json: try console.write(report.recommendation.text(.indented) + "\n")
    }
  }
}

extension TuneReport {
  /// The status with which the command ends.
  fileprivate var exitStatus: ExitStatus {
    switch status {
    case .recommended: .success
    case .none: .checkFailed
    case .undecided: .inconclusive
    }
  }
}

extension TuneProgress {
  /// The progress in words.
  fileprivate var text: String {
    switch self {
    case .pairs(let done, let total):
      "\(done.grouped) of \(total.grouped) pairs of a configuration and an adversary"
    case .trials(let done, let most, let round):
      "round \(round): \(done.grouped) of at most \(most.grouped) trials"
    case .stability: "how far the recommendation holds"
    }
  }
}
