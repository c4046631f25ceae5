import Experiments
import Files
import JSON
import Metrics
import Reports
import Scenarios
import Text

/// `quorumlab compare`: the significant differences between two results.
enum CompareCommand: Command {
  private static let base = Operand.required(
    "BASE", .inputFile, summary: "The old result: its folder, or a scenario to run.")
  private static let new = Operand.required(
    "NEW", .inputFile, summary: "The new result: its folder, or a scenario to run.")
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
      Scenarios are run at once, and their results are not written anywhere. Cells are matched \
      by their axes, and trials by their numbers. Trials with the same seed and number use the \
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
    operands: [base, new],
    options: [
      failOn, confidence, format, ScenarioInput.set, ScenarioInput.sweep, ScenarioInput.seed,
      ScenarioInput.trials,
      RunOptions.threads, RunOptions.quiet,
    ],
    examples: [
      "quorumlab compare before.json after.json": "Run both, and show what changed.",
      "quorumlab compare results/old results/new --fail-on correct_rate":
        "Fail in CI if the rate got worse.",
    ],
    exitStatuses: [
      .success: "the comparison was made",
      .checkFailed: "a metric given by --fail-on got worse",
      .badInput: "a scenario or a result is not valid, or no cells match",
      .noInput: "a scenario or a result cannot be read",
    ])

  /// The names of the compared metrics that get worse in this direction.
  private static func names(of worsening: MetricDefinition.Worsening) -> String {
    Metric.compared.filter { $0.worsening == worsening }.map(\.rawValue).listed(with: "or")
  }

  static func run(
    _ arguments: ParsedArguments, in console: Console
  ) async throws(CommandFailure) -> ExitStatus {
    let inputs = (
      base: try CompareInput(arguments[base], arguments, in: console),
      new: try CompareInput(arguments[new], arguments, in: console)
    )
    if inputs.base.isFolder && inputs.new.isFolder { try refuseChanges(arguments) }
    let sides = (base: inputs.base.side, new: inputs.new.side)
    try expectCommonCells(sides)

    let stop = console.stopRequest()
    let threads = arguments[RunOptions.threads] ?? Host.processorCount
    guard
      let baseTrials = try await inputs.base.trials(
        threads: threads, interruption: stop.interruption),
      let newTrials = try await inputs.new.trials(
        threads: threads, interruption: stop.interruption)
    else { return stop.status ?? .interrupted }
    let comparison = Comparison(
      base: baseTrials, new: newTrials, confidence: arguments[confidence])
    if !arguments[RunOptions.quiet] {
      let report = ComparisonReport(comparison, base: sides.base, new: sides.new)
      switch arguments[format] {
      case .table:
        try console.show(report.text(columns: console.columns(of: .standardOutput)))
      case .json: try console.write(report.json.text() + "\n")
      }
    }
    let isRegression = comparison.changes.contains { change in
      change.isWorse == true && arguments[failOn].contains(change.metric)
    }
    return isRegression ? .checkFailed : .success
  }

  /// Refuses options that change scenarios if no scenario is run.
  private static func refuseChanges(_ arguments: ParsedArguments) throws(CommandFailure) {
    let isGiven = [
      !arguments[ScenarioInput.set].isEmpty, !arguments[ScenarioInput.sweep].isEmpty,
      arguments[ScenarioInput.seed] != nil, arguments[ScenarioInput.trials] != nil,
      arguments[RunOptions.threads] != nil,
    ]
    if isGiven.contains(true) {
      throw .usage(
        "--set, --sweep, --seed, --trials and --threads apply only to scenarios that are run; "
          + "finished results cannot be changed")
    }
  }

  private static func expectCommonCells(
    _ sides: (base: ComparisonReport.Side, new: ComparisonReport.Side)
  ) throws(CommandFailure) {
    guard CellMatch(base: sides.base.file, new: sides.new.file).pairs.isEmpty else { return }
    func axes(of side: ComparisonReport.Side) -> String {
      side.file.axes.isEmpty ? "no axes" : side.file.axes.map(\.name).listed(with: "and")
    }
    throw CommandFailure(
      .badInput,
      "no cell of the base matches a cell of the new result by its axes: "
        + "the base has \(axes(of: sides.base)), the new result has \(axes(of: sides.new))")
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
