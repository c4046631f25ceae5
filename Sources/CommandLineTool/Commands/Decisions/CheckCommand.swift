import Experiments
import Files
import Forms
import JSON
import Reports
import Scenarios
import Text

/// `quorumlab check`: decides the expectations of scenarios, for CI.
enum CheckCommand: Command {
  private static let trialsMax = Option.optional(
    "max-trials", .integer(in: 1...ScenarioLimits.trialsMax), otherwise: "the scenario's trials",
    summary: "How many trials of each cell may be spent.")
  private static let format = Option.value(
    "format", .choice(OutputFormat.Report.self), default: "table",
    summary: "What goes to standard output.")
  private static let junit = Option.optional(
    "junit", .outputFile, summary: "Also write the verdicts as a JUnit report.")
  private static let github = Option.flag(
    "github",
    summary: "Also print GitHub annotations, and add to the summary of the step.")

  static let specification = CommandSpecification(
    name: "check",
    summary: "Decide the expectations of scenarios; for CI.",
    discussion: """
      An expectation with an exact value is held against that, and no trial is spent; nor is one \
      where a certificate says that the event cannot happen, or where even the worst that the \
      faulty could do is good enough. The others are decided by trials, of which there are as many \
      as it takes: at each trial it is looked whether the expectation is decided, by a test whose \
      errors are as rare as stated however often one looks. At a confidence of 0.95, what is broken \
      passes in 2.5 of 100 cases at most, and what holds fails in 2.5 of 100 at most.

      An expectation that is not decided by the last trial is inconclusive. One on something that \
      never happened, such as a rate of no proposals, is undefined, which counts as a failure. A \
      failure comes with the command that shows it happening.

      With JSON, each line is an object, one a scenario. With --github, the summary goes to the \
      file that GITHUB_STEP_SUMMARY names; annotations go to standard output, or to standard error \
      beside JSON.
      """,
    operands: [ScenarioInput.scenarios],
    options: [
      trialsMax, RunOptions.threads, ScenarioInput.set, ScenarioInput.seed, format, junit, github,
      RunOptions.quiet,
    ],
    examples: [
      "quorumlab check scenarios/tie-attack-four-voters.json": "Each expectation and its verdict.",
      "quorumlab check s.json --junit check.xml --github": "For CI.",
      "quorumlab check s.json --max-trials 1000000": "Where 'trials' do not decide.",
    ],
    exitStatuses: [
      .success: "every expectation is kept",
      .checkFailed: "an expectation is broken, or on something that is not defined",
      .inconclusive: "none is broken, but an expectation needs more trials",
      .badInput: "something is wrong with a scenario, or it expects nothing",
      .noInput: "a scenario cannot be read",
      .cannotCreate: "the JUnit report cannot be created",
      .outputFailed: "writing failed",
      .interrupted: "interrupted; what was decided so far was told",
      .terminated: "terminated; what was decided so far was told",
    ])

  static func run(
    _ arguments: ParsedArguments, in console: Console
  ) async throws(CommandFailure) -> ExitStatus {
    let inputs = try CheckInput.read(arguments, in: console)
    let stop = console.stopRequest()
    var reports: [CheckReport] = []
    for input in inputs {
      let report = await decide(input, stop.interruption, arguments, in: console)
      try show(report, isFirst: reports.isEmpty, arguments, in: console)
      reports.append(report)
    }
    try write(reports, arguments, in: console)
    return stop.status ?? status(of: reports)
  }

  /// Decides the expectations of a scenario, and shows how far that has come.
  private static func decide(
    _ input: CheckInput, _ interruption: Interruption, _ arguments: ParsedArguments,
    in console: Console
  ) async -> CheckReport {
    let file = input.file
    let line = ProgressLine(
      cells: file.cells.count, quiet: arguments[RunOptions.quiet], in: console)
    let check = ScenarioCheck(file, trialsMax: arguments[trialsMax])
    let threads = arguments[RunOptions.threads] ?? Host.processorCount
    var verdicts: [[Verdict?]] = []
    for await event in check.run(threads: threads, interruption: interruption) {
      switch event {
      case .progress(let progress):
        line.show { _ in
          "\(file.name), cell \(progress.cell) of \(file.cells.count), "
            + "\(progress.trials.grouped) of \(progress.trialsMax.grouped) trials at most"
        }
      case .decided(let all): verdicts = all
      }
    }
    line.clear()
    return input.report(verdicts)
  }

  private static func show(
    _ report: CheckReport, isFirst: Bool, _ arguments: ParsedArguments, in console: Console
  ) throws(CommandFailure) {
    if arguments[RunOptions.quiet] { return }
    switch arguments[format] {
    case .table:
      let text = report.text(columns: console.columns(of: .standardOutput))
      try console.write((isFirst ? "" : "\n") + text)
    case .json: try console.write(report.json.text() + "\n")
    }
  }

  /// Writes what is for CI systems.
  private static func write(
    _ reports: [CheckReport], _ arguments: ParsedArguments, in console: Console
  ) throws(CommandFailure) {
    do throws(FileError) {
      if let path = arguments[junit] {
        try FileSystem.write(Array(JUnitReport(reports).text.utf8), to: path)
      }
      if arguments[github],
        let path = console.environmentVariable("GITHUB_STEP_SUMMARY"), !path.isEmpty
      {
        try FileSystem.append(Array(GitHubReport(reports).summary.utf8), to: path)
      }
    } catch {
      throw CommandFailure(error)
    }
    guard arguments[github] else { return }
    let annotations = GitHubReport(reports).annotations
    switch arguments[format] {
    case .table: try console.write(annotations)
    case .json: console.writeError(annotations)
    }
  }

  private static func status(of reports: [CheckReport]) -> ExitStatus {
    func count(_ outcome: Verdict.Outcome) -> Int {
      reports.reduce(0) { $0 + $1.count(outcome) }
    }
    if count(.fail) + count(.undefined) > 0 { return .checkFailed }
    return count(.inconclusive) > 0 ? .inconclusive : .success
  }
}
