import Experiments
import Files
import Forms
import JSON
import Reports
import Results
import Scenarios
import Text

/// `quorumlab check`: checks whether scenarios meet their expectations, for CI.
enum CheckCommand: Command {
  static let trialsMax = Option.optional(
    "max-trials", .integer(in: 1...ScenarioLimits.trialsMax), otherwise: "the scenario's trials",
    summary: "The largest number of trials of each cell.")
  private static let format = Option.value(
    "format", .choice(OutputFormat.Report.self), default: "table",
    summary: "The format of the output.")
  static let out = Option.optional(
    "out", .directory, otherwise: "results/NAME", summary: "The folder of unfinished work.")
  private static let plan = Option.flag(
    "plan", summary: "Only say how many trials each expectation will probably take; run none.")
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

      With --plan no trial is run. Expectations that need none are named. For the others it \
      estimates the trials for three values that the metric may have: the best one, that halfway \
      to the limit, and one as far beyond the limit.

      After an interruption of any kind, the same command continues the work, with the same \
      verdicts. A check of more than a second keeps its finished trials in the folder \
      results/NAME, or in the folder given by --out, as `unfinished.check`. The file is removed \
      at the end, and so are the folders that were created for it. A changed scenario starts \
      anew. If the folder cannot be written to, the check goes on without it, unless it was \
      given by --out. With several scenarios, --out holds a folder for each of them.

      With JSON, each line is an object for one scenario. With --github, the summary goes to the \
      file named by GITHUB_STEP_SUMMARY; annotations go to standard output, or with JSON to \
      standard error.
      """,
    operands: [ScenarioInput.scenarios],
    options: [
      trialsMax, RunOptions.threads, ScenarioInput.set, ScenarioInput.sweep, ScenarioInput.seed,
      ScenarioInput.strict, plan, out, format, junit, github, TableOptions.width, TableOptions.all,
      RunOptions.quiet,
    ],
    examples: [
      "quorumlab check scenarios/tie-attack-four-voters.json":
        "Show the verdict on each expectation.",
      "quorumlab check s.json --junit check.xml --github": "Write reports for CI.",
      "quorumlab check s.json --plan": "Say first what the check will cost.",
      "quorumlab check s.json --max-trials 1000000": "Allow more trials than the scenario does.",
    ],
    exitStatuses: [
      .success: "every expectation holds",
      .checkFailed: "an expectation is broken or undefined",
      .inconclusive: "no expectation is broken, but at least one needs more trials",
      .badInput: "a scenario is not valid, or without expectations; or unfinished work is damaged",
      .noInput: "a scenario cannot be read",
      .cannotCreate: "the JUnit report or the folder given by --out cannot be created",
      .outputFailed: "every expectation holds, but a report could not be written",
      .interrupted: "interrupted; the verdicts so far were printed, and the same command continues",
      .terminated: "terminated; the verdicts so far were printed, and the same command continues",
    ])

  static func run(
    _ arguments: ParsedArguments, in console: Console
  ) async throws(CommandFailure) -> ExitStatus {
    if arguments[plan] && (arguments[junit] != nil || arguments[out] != nil || arguments[github]) {
      throw .usage("with --plan no verdict is reached, so --junit, --github and --out have no use")
    }
    let inputs = CheckInput.read(arguments, in: console)
    // It is tried before anything is computed.
    let report = try arguments[junit].map { path throws(CommandFailure) in
      try OutputFile(path, .junit, besides: arguments[ScenarioInput.scenarios])
    }
    let stop = console.stopRequest()
    for failure in inputs.compactMap(\.failure) {
      arguments.program.report(failure, of: CheckCommand.self, in: console)
    }
    let refusal = inputs.compactMap(\.failure).first?.status
    if arguments[plan] {
      for (index, input) in inputs.enumerated() {
        try show(input, isFirst: index == 0, arguments, in: console)
      }
      return refusal ?? .success
    }
    var checks = try checks(of: inputs, arguments, in: console)
    // Whatever ends the command early, what it did not begin leaves no file behind.
    defer { for check in checks { check?.withdraw() } }
    var scenarios: [CheckedScenario] = []
    var failures: [CommandFailure] = []
    var isFirst = true
    for (index, input) in inputs.enumerated() {
      switch input {
      case .refused(let refused, _): scenarios.append(.refused(refused))
      case .valid(let input):
        guard let check = checks[index] else { continue }
        checks[index] = nil
        let verdicts = await decide(input, check, stop.interruption, arguments, in: console)
        try show(verdicts, isFirst: isFirst, arguments, in: console)
        isFirst = false
        scenarios.append(.decided(verdicts))
        if let failure = note(check, arguments, in: console) { failures.append(failure) }
      }
    }
    failures += try writeReports(scenarios, to: report, arguments, in: console)
    for failure in failures {
      arguments.program.report(failure, of: CheckCommand.self, in: console)
    }
    let status =
      stop.status ?? refusal ?? status(of: scenarios.compactMap(\.report))
    // A verdict is more important than output that was lost, except without a reader.
    if failures.contains(.unread) { return .unread }
    return status == .success ? failures.first?.status ?? .success : status
  }

  /// Shows how many trials the check of a scenario will probably take.
  private static func show(
    _ input: CheckInput, isFirst: Bool, _ arguments: ParsedArguments, in console: Console
  ) throws(CommandFailure) {
    guard case .valid(let scenario) = input else { return }
    let report = scenario.report(CheckPlan(scenario.file, trialsMax: arguments[trialsMax]))
    switch arguments[format] {
    case .table:
      if !isFirst { try console.write("\n") }
      try console.show(report.text(as: TableOptions.view(arguments, in: console)))
    case .json: try console.write(report.json.text() + "\n")
    }
  }

  /// Writes all reports, whichever of them fail, and returns the failures.
  private static func writeReports(
    _ scenarios: [CheckedScenario], to junit: OutputFile?, _ arguments: ParsedArguments,
    in console: Console
  ) throws(CommandFailure) -> [CommandFailure] {
    var failures: [CommandFailure] = []
    func attempt(_ work: () throws(CommandFailure) -> Void) {
      do throws(CommandFailure) {
        try work()
      } catch {
        // Whatever could not be done, by now it is output that is lost.
        failures.append(
          error == .unread ? error : CommandFailure(.outputFailed, error.messages))
      }
    }
    attempt { () throws(CommandFailure) in try junit?.write(JUnitReport(scenarios).text) }
    guard arguments[github] else { return failures }
    if let path = console.environmentVariable("GITHUB_STEP_SUMMARY"), !path.isEmpty {
      attempt { () throws(CommandFailure) in
        do throws(FileError) {
          try FileSystem.append(Array(GitHubReport(scenarios).summary.utf8), to: path)
        } catch {
          throw CommandFailure(error)
        }
      }
    }
    let annotations = GitHubReport(scenarios).annotations
    switch arguments[format] {
    case .table: try console.show(annotations)
    case .json: console.showError(annotations)
    }
    return failures
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

  private static func status(of reports: [CheckReport]) -> ExitStatus {
    func count(_ outcome: Verdict.Outcome) -> Int {
      reports.reduce(0) { $0 + $1.count(outcome) }
    }
    if count(.fail) + count(.undefined) > 0 { return .checkFailed }
    return count(.inconclusive) > 0 ? .inconclusive : .success
  }
}
