import CSV
import Exactness
import Experiments
import JSON
import Reports
import Scenarios

/// `quorumlab exact`: the exact probabilities of the events that `run` estimates.
enum ExactCommand: Command {
  private static let format = Option.value(
    "format", .choice(OutputFormat.Rows.self), default: "table",
    summary: "The format of the output.")

  private static let attackFolder = Option.optional(
    "attack-scenario", .directory,
    summary: "Write the attacks that reach the causal and the worst values to this folder.")

  static let specification = CommandSpecification(
    name: "exact",
    summary: "Compute exact probabilities where scenarios allow it.",
    discussion: """
      How a proposal ends can be computed as a sum if it depends only on the votes, or also on \
      their order where all delays have the same distribution. Nothing is simulated, and a rate of \
      1e-12 is as precise as one of 0.1. Delays and losses count as probabilities that a vote \
      arrives in time. If a cell has no exact values, the output says why.

      `worst` is the worst that any adversary can achieve with the faulty voters of the cell. It \
      knows all votes, and its own take no time. Where anyone may call the tally early, or the \
      scheduler is adversarial, it also decides which of the honest votes that arrive have \
      arrived at the tally. No strategy \
      does worse, as long as nobody votes in another voter's name. Where there may be none that \
      does as bad, `worst` is marked as a bound (≤ or ≥, in JSON and CSV by worst_is), and the \
      output says why. `worst_counted` is the worst case if every honest vote that arrives is \
      counted. `causal` is the worst that an adversary can achieve who sees honest votes only once \
      they have arrived, with one policy for each metric. `gap_of_strategy` is what the strategies \
      of the scenario leave undone, compared with the best policy; `gap_of_foresight` is what only \
      an adversary could add who sees the future.

      --attack-scenario writes a scenario for each value that is attained: the best policy as a \
      script of what to do when so many votes are there, and the worst case with honest votes \
      that arrive in the order that suits the adversary best. `run` comes to the same values.
      """,
    operands: [ScenarioInput.scenarios],
    options: [
      format, ScenarioInput.set, ScenarioInput.sweep, ScenarioInput.seed, ScenarioInput.trials,
      attackFolder,
    ] + TableOptions.ofCells,
    examples: [
      "quorumlab exact scenarios/monoculture.json": "Show exact rates and the worst case.",
      "quorumlab exact s.json --set voters.ring.count=3 --format json":
        "Print JSON for other programs.",
      "quorumlab exact s.json --attack-scenario attacks":
        "Write the best policies and the worst attacks, to run or trace them.",
    ],
    exitStatuses: [
      .success: "the values were printed, as far as they are known",
      .badInput: "a scenario is not valid",
      .noInput: "a scenario cannot be read",
      .cannotCreate:
        "the folder of --attack-scenario cannot be written to, or has other files of these names",
    ])

  static func run(
    _ arguments: ParsedArguments, in console: Console
  ) async throws(CommandFailure) -> ExitStatus {
    let files = try ScenarioInput.read(
      arguments[ScenarioInput.scenarios], arguments, in: console)
    let views = try TableOptions.views(
      arguments, of: files, isTable: arguments[format] == .table, isMeasured: false, in: console)
    let attacks = try arguments[attackFolder].map { path throws(CommandFailure) in
      try ExactAttacks(path, on: files, besides: arguments[ScenarioInput.scenarios])
    }
    // CSV has no place for the mistakes of strategies.
    let questions: ExactAnalysis.Questions =
      arguments[format] == .csv ? .values : [.values, .mistakes]
    for (index, file) in files.enumerated() {
      let report = ExactReport(
        file.cells.map { ExactAnalysis($0.scenario, within: nil, asking: questions) }, of: file)
      switch arguments[format] {
      case .table: try console.show((index > 0 ? "\n" : "") + report.text(as: views[index]))
      case .json: try console.write(report.json.text() + "\n")
      case .csv: try console.write(String(decoding: report.table.csv, as: UTF8.self))
      }
      try attacks?.write(report, in: console)
    }
    return .success
  }
}
