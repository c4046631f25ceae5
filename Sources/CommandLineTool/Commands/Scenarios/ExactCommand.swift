import CSV
import Exactness
import Experiments
import JSON
import Reports
import Scenarios

/// `quorumlab exact`: the exact probabilities of what `run` estimates.
enum ExactCommand: Command {
  private static let format = Option.value(
    "format", .choice(OutputFormat.Rows.self), default: "table",
    summary: "How the values are written.")

  static let specification = CommandSpecification(
    name: "exact",
    summary: "Work out exact probabilities where scenarios allow them.",
    discussion: """
      Where the outcome does not depend on the order in which votes arrive, it is a matter of sums: \
      nothing is simulated, and a rate of 1e-12 is as precise as one of 0.1. Delays and losses \
      count as chances that a vote is heard. What makes a cell inexact is told in plain words.

      `worst` is what the best adversary can bring about who holds the faulty voters of the cell, \
      knows all votes, and decides which honest votes have arrived when the tally is made: no \
      strategy does worse, as long as nobody votes in another's name. `all counted` is the worst \
      where it cannot keep honest votes from being counted. `gap` is the distance from the exact \
      value to the worst. In JSON and CSV these are worst, worst_all_counted and gap.
      """,
    operands: [ScenarioInput.scenarios],
    options: [format, ScenarioInput.set, ScenarioInput.seed, ScenarioInput.trials],
    examples: [
      "quorumlab exact scenarios/monoculture.json": "Exact rates beside the worst case.",
      "quorumlab exact s.json --set voters.ring.count=3 --format json": "For another program.",
    ],
    exitStatuses: [
      .success: "what can be known was told",
      .badInput: "something is wrong with a scenario",
      .noInput: "a scenario cannot be read",
    ])

  static func run(
    _ arguments: ParsedArguments, in console: Console
  ) async throws(CommandFailure) -> ExitStatus {
    let files = try ScenarioInput.read(
      arguments[ScenarioInput.scenarios], arguments, in: console)
    for (index, file) in files.enumerated() {
      let report = ExactReport(file.cells.map { ExactAnalysis($0.scenario) }, of: file)
      switch arguments[format] {
      case .table: try console.write((index > 0 ? "\n" : "") + report.text)
      case .json: try console.write(report.json.text() + "\n")
      case .csv: try console.write(String(decoding: report.table.csv, as: UTF8.self))
      }
    }
    return .success
  }
}
