import Experiments
import Files
import JSON
import Metrics
import Reports
import Scenarios
import Text

/// `quorumlab compare`: the significant differences between two results.
enum CompareCommand: Command {
  private static let failOn = Option.repeated(
    "fail-on", .comparedMetric, summary: "Exit with status 1 if this metric got worse in any cell.")
  private static let confidence = Option.value(
    "confidence", .number(in: 0.5...0.999999), default: "0.95",
    summary: "The probability that no comparison reports a change where there is none.")
  private static let format = Option.value(
    "format", .choice(OutputFormat.Report.self), default: "table",
    summary: "The format of the output.")

  static let specification = CommandSpecification(
    name: "compare",
    summary: "Show the significant differences between two results.",
    discussion: """
      BASE and NEW are each a folder written by `quorumlab run --per-trial`, or a scenario. \
      Scenarios are run at once, and their results are not written anywhere. One scenario can be \
      both sides, which then differ only by --set-base and --set-new. A warning says where the \
      sides are the same.

      Cells are matched by their axes, except those that --set-base or --set-new sets, and \
      trials by their numbers. Trials with the same seed and number use the \
      same random draws, so that even small changes show.

      Only significant changes are printed: both values, and the difference with its interval \
      (in JSON also the p-value). Events of a trial are tested with McNemar's exact test, all \
      other metrics by flipping the signs of the differences within trials. The probability that \
      any of the comparisons reports a change where there is none is at most 1 minus the \
      confidence (Holm's method). Equal trials never count as a change. Percentiles of the \
      latency are not compared, because they are not a sum or mean over trials.

      Worse means a higher \(names(of: .rising)), or a lower \(names(of: .falling)). For the \
      other metrics no direction is worse.
      """,
    operands: [CompareSides.baseOperand, CompareSides.newOperand],
    options: [
      failOn, confidence, format, ScenarioInput.set, ScenarioInput.sweep, CompareSides.setBase,
      CompareSides.setNew, ScenarioInput.seed, ScenarioInput.trials, ScenarioInput.strict,
      RunOptions.threads, TableOptions.width, TableOptions.all, RunOptions.quiet,
    ],
    examples: [
      "quorumlab compare before.json after.json": "Run both, and show what changed.",
      "quorumlab compare s.json --set-new safeguards.ties=reject":
        "Run one scenario under its own rules and under another.",
      "quorumlab compare results/old results/new --fail-on correct_rate":
        "Fail in CI if the rate got worse.",
    ],
    exitStatuses: [
      .success: "the comparison was made",
      .checkFailed: "a metric given by --fail-on got worse",
      .badInput:
        "a scenario or a result is not valid, no cells match, or with --strict the sides are the same",
      .noInput: "a scenario or a result cannot be read",
    ])

  /// The names of the compared metrics that get worse in this direction.
  private static func names(of worsening: MetricDefinition.Worsening) -> String {
    Metric.compared.filter { $0.worsening == worsening }.map(\.rawValue).listed(with: "or")
  }

  static func run(
    _ arguments: ParsedArguments, in console: Console
  ) async throws(CommandFailure) -> ExitStatus {
    let sides = try CompareSides(arguments, in: console)
    let stop = console.stopRequest()
    let threads = arguments[RunOptions.threads] ?? Host.processorCount
    guard
      let baseTrials = try await sides.base.trials(
        threads: threads, interruption: stop.interruption),
      let newTrials = try await sides.new.trials(
        threads: threads, interruption: stop.interruption)
    else { return stop.status ?? .interrupted }
    let comparison = Comparison(
      base: baseTrials, new: newTrials, confidence: arguments[confidence],
      apartFrom: sides.changes)
    let report = ComparisonReport(comparison, base: sides.base.side, new: sides.new.side)
    let view = TableOptions.view(arguments, in: console)
    let regressions = report.regressions(of: arguments[failOn], as: view)
    let isRegression = !regressions.runs.isEmpty
    let isQuiet = arguments[RunOptions.quiet]
    switch arguments[format] {
    // A regression is a problem, and those are printed all the same.
    case .table: try console.show(isQuiet ? regressions : report.text(as: view))
    case .json where isQuiet && !isRegression: break
    case .json: try console.write(report.json.text() + "\n")
    }
    return isRegression ? .checkFailed : .success
  }
}

extension ValueKind where Value == Metric {
  /// A compared metric for which one direction is worse.
  fileprivate static var comparedMetric: Self {
    let metrics = Metric.compared.filter { $0.worsening != .neither }
    let words = metrics.map(\.rawValue)
    return .init(
      placeholder: "METRIC", expectation: words.listed(with: "or"), completion: .words(words),
      read: { text in metrics.first { $0.rawValue == text } })
  }
}
