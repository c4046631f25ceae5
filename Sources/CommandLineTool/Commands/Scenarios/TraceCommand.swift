import Experiments
import Forms
import JSON
import Metrics
import Reports
import Scenarios

/// `quorumlab trace`: shows one trial, event by event.
enum TraceCommand: Command {
  private static let trial = Option.optional(
    "trial", .integer(in: 1...ScenarioLimits.trialsMax), otherwise: "1",
    summary: "The number of the trial.")
  private static let cell = Option.value(
    "cell", .integer(in: 1...ScenarioLimits.cellsMax), default: "1",
    summary: "The number of the cell.")
  private static let first = Option.optional(
    "first", .choice(BadOutcome.self),
    summary: "Show the first trial in which this happens, instead of a trial by its number.")
  private static let proposal = Option.optional(
    "proposal", .integer(in: 1...Int.max), otherwise: "all",
    summary: "Show only the proposal with this number.")
  private static let format = Option.value(
    "format", .choice(OutputFormat.Events.self), default: "text",
    summary: "The format of the output.")

  static let specification = CommandSpecification(
    name: "trace",
    summary: "Show one trial, event by event.",
    discussion: """
      Each line shows the time, the proposal, who did what, the answer of the protocol, and the \
      votes so far as approve:reject:abstain. The events are the same as in the same trial of \
      `run`. If the scenario lists detectors, the output ends with the blocs that they report, \
      and the voters who really collude.
      """,
    operands: [ScenarioInput.scenario],
    options: [
      trial, cell, first, proposal, format, ScenarioInput.set, ScenarioInput.sweep,
      ScenarioInput.seed,
      ScenarioInput.trials,
    ],
    examples: [
      "quorumlab trace scenarios/tie-attack-four-voters.json": "Show the first trial.",
      "quorumlab trace s.json --first false_approval":
        "Show the first trial in which the attack succeeds.",
    ],
    exitStatuses: [
      .success: "the trial was shown",
      .checkFailed: "no trial has the outcome given by --first",
      .badInput: "the scenario is not valid",
      .noInput: "the scenario cannot be read",
    ])

  static func run(
    _ arguments: ParsedArguments, in console: Console
  ) async throws(CommandFailure) -> ExitStatus {
    let input = arguments[ScenarioInput.scenario]
    let files = try ScenarioInput.read([input], arguments, in: console)
    let number = arguments[cell]
    guard let file = files.first, file.cells.indices.contains(number - 1) else {
      let count = files.first?.cells.count ?? 0
      throw .usage("option '--cell' must be from 1 to \(count), the last one, not \(number)")
    }
    let scenario = file.cells[number - 1].scenario
    if let outcome = arguments[first] {
      guard arguments[trial] == nil else {
        throw .usage("options '--trial' and '--first' cannot be used together")
      }
      var trials = Trials(scenario)
      guard let found = trials.first(outcome, upTo: scenario.trials) else {
        throw CommandFailure(
          .checkFailed, "none of the \(scenario.trials) trials has the outcome \(outcome.rawValue)")
      }
      return try show(found, of: scenario, arguments, in: console)
    }
    return try show(arguments[trial] ?? 1, of: scenario, arguments, in: console)
  }

  private static func show(
    _ trial: Int, of scenario: Scenario, _ arguments: ParsedArguments, in console: Console
  ) throws(CommandFailure) -> ExitStatus {
    let format = arguments[format]
    var entries = Transcript(scenario, trial: trial).entries
    if let proposal = arguments[proposal] {
      let count = entries.reduce(0) { max($0, $1.proposal ?? 0) }
      guard proposal <= count else {
        throw .usage(
          "option '--proposal' must be from 1 to \(count), the last one, not \(proposal)"
        )
      }
      entries = entries.filter { $0.proposal == proposal }
    }
    if format == .text {
      try console.show("\(scenario.name), seed \(scenario.seed), trial \(trial)\n")
    }
    for entry in entries {
      switch format {
      case .text: try console.show(entry.text + "\n")
      case .jsonl: try console.write(entry.json.text() + "\n")
      }
    }
    // Detectors need the whole trial, so nothing is filtered for them.
    if arguments[proposal] == nil && !scenario.detectors.isEmpty {
      let blocs = TrialBlocs(scenario, trial: trial)
      switch format {
      case .text: for line in blocs.lines { try console.show(line + "\n") }
      case .jsonl: for value in blocs.json { try console.write(value.text() + "\n") }
      }
    }
    return .success
  }
}
