import Experiments
import Files
import JSON
import Metrics
import Reports
import Scenarios
import Text

/// `quorumlab compare`: what differs between two results beyond chance.
enum CompareCommand: Command {
  private static let base = Operand.required(
    "BASE", .inputFile, summary: "The folder of a result, or a scenario to run: what was.")
  private static let new = Operand.required(
    "NEW", .inputFile, summary: "The same: what is now.")
  private static let failOn = Option.repeated(
    "fail-on", .comparedMetric, summary: "End with 1 if this metric got worse in any cell.")
  private static let confidence = Option.value(
    "confidence", .number(in: 0.5...0.999999), default: "0.95",
    summary: "How likely it is that no change is told where there is none.")
  private static let format = Option.value(
    "format", .choice(OutputFormat.Report.self), default: "table",
    summary: "How the changes are written.")

  static let specification = CommandSpecification(
    name: "compare",
    summary: "Tell what differs between two results beyond chance.",
    discussion: """
      BASE and NEW are each a folder that `quorumlab run --per-trial` has written, or a scenario, \
      which is run now and not written anywhere. Cells are matched by their axes, trials by their \
      numbers: with the same seed they have the same luck, so that even small changes are seen.

      Only what changed is told: the values, and the difference with its interval (in JSON also \
      the p-value). Events of a trial are tested by McNemar's exact test, everything else by flipping the signs \
      of the differences within trials. All comparisons together tell of a change where there is \
      none with a probability of at most 1 less the confidence (Holm); equal trials never do. The \
      percentiles of the latency are not compared, since no single trial has a part in them.

      Worse is a higher \(names(of: .rising)), and a lower \(names(of: .falling)). The other metrics \
      may change for good or ill.
      """,
    operands: [base, new],
    options: [
      failOn, confidence, format, ScenarioInput.set, ScenarioInput.seed, ScenarioInput.trials,
      RunOptions.threads, RunOptions.quiet,
    ],
    examples: [
      "quorumlab compare before.json after.json": "Run both, and tell what changed.",
      "quorumlab compare results/old results/new --fail-on correct_rate": "A check for CI.",
    ],
    exitStatuses: [
      .success: "the comparison was made",
      .checkFailed: "a metric named by --fail-on got worse",
      .badInput: "something is wrong with a scenario or a result, or no cells match",
      .noInput: "a scenario or a result cannot be read",
    ])

  /// The compared metrics that get worse in a way.
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
        try console.write(report.text(columns: console.columns(of: .standardOutput)))
      case .json: try console.write(report.json.text() + "\n")
      }
    }
    let isRegression = comparison.changes.contains { change in
      change.isWorse == true && arguments[failOn].contains(change.metric)
    }
    return isRegression ? .checkFailed : .success
  }

  /// Refuses options that change scenarios where none is run.
  private static func refuseChanges(_ arguments: ParsedArguments) throws(CommandFailure) {
    let isGiven = [
      !arguments[ScenarioInput.set].isEmpty, arguments[ScenarioInput.seed] != nil,
      arguments[ScenarioInput.trials] != nil, arguments[RunOptions.threads] != nil,
    ]
    if isGiven.contains(true) {
      throw .usage(
        "--set, --seed, --trials and --threads are for scenarios that are run; "
          + "results are compared as they are")
    }
  }

  private static func expectCommonCells(
    _ sides: (base: ComparisonReport.Side, new: ComparisonReport.Side)
  ) throws(CommandFailure) {
    guard CellMatch(base: sides.base.file, new: sides.new.file).pairs.isEmpty else { return }
    func axes(of side: ComparisonReport.Side) -> String {
      side.file.axes.isEmpty ? "no axis" : side.file.axes.map(\.path).listed(with: "and")
    }
    throw CommandFailure(
      .badInput,
      "no cell of the base has the same values on the same axes as one of the new: "
        + "the base has \(axes(of: sides.base)), the new \(axes(of: sides.new))")
  }
}

extension ValueKind where Value == Metric {
  /// A metric that is compared and has a way that is worse.
  fileprivate static var comparedMetric: Self {
    let metrics = Metric.compared.filter { $0.worsening != .neither }
    let words = metrics.map(\.rawValue)
    return .init(
      placeholder: "METRIC", expectation: words.listed(with: "or"), completion: .words(words),
      read: { text in metrics.first { $0.rawValue == text } })
  }
}
