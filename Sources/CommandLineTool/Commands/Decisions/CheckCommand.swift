import Experiments
import Files
import Forms
import JSON
import Reports
import Scenarios
import Text

/// `quorumlab check`: checks whether scenarios meet their expectations, for CI.
enum CheckCommand: Command {
  private static let trialsMax = Option.optional(
    "max-trials", .integer(in: 1...ScenarioLimits.trialsMax), otherwise: "the scenario's trials",
    summary: "The largest number of trials of each cell.")
  private static let format = Option.value(
    "format", .choice(OutputFormat.Report.self), default: "table",
    summary: "The format of the output.")
  private static let junit = Option.optional(
    "junit", .outputFile, summary: "Also write the verdicts as a JUnit report.")
  private static let github = Option.flag(
    "github",
    summary: "Also print GitHub annotations, nine at most, and extend the step summary.")

  static let specification = CommandSpecification(
    name: "check",
    summary: "Check whether scenarios meet their expectations; for CI.",
    discussion: """
      Some expectations need no trials: those with an exact value, those on an event that a \
      certificate rules out, and those whose limit even the worst case meets. All others are \
      decided by trials, as many as are needed. A sequential test checks again and again whether \
      the expectation is decided. Its error rates hold however often it checks. With a \
      confidence of 0.95, a broken expectation passes in at most 2.5 of 100 cases, and one that \
      holds fails in at most 2.5 of 100.

      An expectation that is still not decided after the last trial is inconclusive. If there is \
      nothing to measure, as for a rate among no proposals, the expectation is undefined, which \
      counts as a failure. Each failure comes with a command that shows an example. What must \
      fail passes if it is broken. With --quiet only what does not pass is printed.

      A scenario that is not valid or missing is reported, also to JUnit and GitHub, and the \
      others are checked all the same.

      With JSON, each line is an object for one scenario. With --github, the summary goes to the \
      file named by GITHUB_STEP_SUMMARY; annotations go to standard output, or with JSON to \
      standard error.
      """,
    operands: [ScenarioInput.scenarios],
    options: [
      trialsMax, RunOptions.threads, ScenarioInput.set, ScenarioInput.sweep, ScenarioInput.seed,
      ScenarioInput.strict, format, junit, github,
      TableOptions.width, TableOptions.all, RunOptions.quiet,
    ],
    examples: [
      "quorumlab check scenarios/tie-attack-four-voters.json":
        "Show the verdict on each expectation.",
      "quorumlab check s.json --junit check.xml --github": "Write reports for CI.",
      "quorumlab check s.json --max-trials 1000000": "Allow more trials than the scenario does.",
    ],
    exitStatuses: [
      .success: "every expectation holds",
      .checkFailed: "an expectation is broken or undefined",
      .inconclusive: "no expectation is broken, but at least one needs more trials",
      .badInput: "a scenario is not valid, or it has no expectations",
      .noInput: "a scenario cannot be read",
      .cannotCreate: "the JUnit report cannot be created, or would replace another file",
      .outputFailed: "writing failed",
      .interrupted: "interrupted; the verdicts so far were printed",
      .terminated: "terminated; the verdicts so far were printed",
    ])

  static func run(
    _ arguments: ParsedArguments, in console: Console
  ) async throws(CommandFailure) -> ExitStatus {
    let inputs = CheckInput.read(arguments, in: console)
    // It is tried before anything is computed.
    let report = try arguments[junit].map { path throws(CommandFailure) in
      try OutputFile(path, .junit, besides: arguments[ScenarioInput.scenarios])
    }
    let stop = console.stopRequest()
    for failure in inputs.compactMap(\.failure) {
      arguments.program.report(failure, of: CheckCommand.self, in: console)
    }
    var scenarios: [CheckedScenario] = []
    var isFirst = true
    for input in inputs {
      switch input {
      case .refused(let refused, _): scenarios.append(.refused(refused))
      case .valid(let input):
        let verdicts = await decide(input, stop.interruption, arguments, in: console)
        try show(verdicts, isFirst: isFirst, arguments, in: console)
        isFirst = false
        scenarios.append(.decided(verdicts))
      }
    }
    try report?.write(JUnitReport(scenarios).text)
    try annotate(scenarios, arguments, in: console)
    return stop.status ?? inputs.compactMap(\.failure).first?.status
      ?? status(of: scenarios.compactMap(\.report))
  }

  /// Decides the expectations of a scenario, and shows the progress.
  private static func decide(
    _ input: CheckInput.ValidScenario, _ interruption: Interruption, _ arguments: ParsedArguments,
    in console: Console
  ) async -> CheckReport {
    let file = input.file
    let line = ProgressLine(
      cells: file.cells.count, quiet: arguments[RunOptions.quiet], in: console)
    let check = ScenarioCheck(file, trialsMax: arguments[trialsMax])
    let threads = arguments[RunOptions.threads] ?? Host.processorCount
    var verdicts: [ScenarioCheck.CellVerdicts] = []
    let start = ContinuousClock.now
    let events = check.run(threads: threads, interruption: interruption) {
      ContinuousClock.now - start
    }
    for await event in events {
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
    let problems = arguments[RunOptions.quiet] ? report.problems : nil
    if problems?.runs.isEmpty == true { return }
    switch arguments[format] {
    case .table:
      if let problems { return try console.show(problems) }
      if !isFirst { try console.write("\n") }
      try console.show(report.text(as: TableOptions.view(arguments, in: console)))
    case .json: try console.write(report.json.text() + "\n")
    }
  }

  /// Writes the report for GitHub, if it is asked for.
  private static func annotate(
    _ scenarios: [CheckedScenario], _ arguments: ParsedArguments, in console: Console
  ) throws(CommandFailure) {
    guard arguments[github] else { return }
    if let path = console.environmentVariable("GITHUB_STEP_SUMMARY"), !path.isEmpty {
      do throws(FileError) {
        try FileSystem.append(Array(GitHubReport(scenarios).summary.utf8), to: path)
      } catch {
        throw CommandFailure(error)
      }
    }
    let annotations = GitHubReport(scenarios).annotations
    switch arguments[format] {
    case .table: try console.show(annotations)
    case .json: console.showError(annotations)
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
