import Detection
import JSON
import Replay
import Reports
import Scenarios
import Text
import Votes

/// `quorumlab blocs`: finds voting blocs in tables of votes and recorded traces.
enum BlocsCommand: Command {
  private static let files = Operand.many(
    "FILE", .inputFile, summary: "Votes as CSV, or traces as JSON Lines; - is standard input.")
  private static let detector = Option.value(
    "detector", .word(of: { $0.detectors.map(\.name) }), default: "group_likelihood",
    summary: "The method that finds blocs.")
  private static let format = Option.value(
    "format", .choice(OutputFormat.Report.self), default: "table",
    summary: "The format of the output.")

  static let specification = CommandSpecification(
    name: "blocs",
    summary: "Find voting blocs in a table of votes or a recorded trace.",
    discussion: """
      A table of votes is a CSV file with the header `voter,[label,]proposal...` and a row for \
      each voter; each cell is approve, reject, abstain or empty. If a trace creates several \
      protocols, only the votes in the last one are used. A trace has its own voting rules; in a \
      table, a majority of those who voted decides.

      For each bloc the output shows its score, how often its plan is active (rate), how often \
      members follow it (fidelity), and whether the bloc does harm. A bloc does harm if its size \
      changes decisions and a test shows that its members do not just agree honestly. Honest \
      voters who share a base model also form blocs. Voters who agree only because they are \
      accurate have no plan; such a bloc is called unplanned. If the file has labels, the \
      adjusted Rand index shows how well the blocs match them.
      """,
    operands: [files],
    options: [
      detector, format, TableOptions.width,
    ],
    examples: [
      "quorumlab blocs votes.csv": "Which voters follow a common plan?",
      "quorumlab blocs --detector agreement_cliques --format json trace.jsonl":
        "Use the protocol's own detector.",
    ],
    exitStatuses: [
      .success: "the blocs, if any, were printed",
      .badInput: "a file is not valid",
      .noInput: "a file cannot be read",
    ])

  static func run(
    _ arguments: ParsedArguments, in console: Console
  ) async throws(CommandFailure) -> ExitStatus {
    var tables: [(input: InputPath, table: VoteTable)] = []
    var problems: [String] = []
    for input in arguments[files] {
      let text = try console.read(input, byteCountMax: TraceLimits.fileByteCountMax)
      do throws(TextProblems) {
        tables.append((input, try VoteTable(reading: text)))
      } catch {
        problems += error.problems.map { "\(input):\($0)" }
      }
    }
    guard problems.isEmpty else { throw CommandFailure(.badInput, problems) }
    let detector = Detector(method(arguments[detector], of: arguments.program.vocabulary))
    for (index, (input, table)) in tables.enumerated() {
      let analysis = BlocAnalysis(
        of: table.votes, by: detector,
        traits: [.actions(table.actions), .targets(table.targets)], rules: table.rules,
        labels: table.labels)
      let report = BlocReport(analysis, of: table, file: input.description)
      switch arguments[format] {
      case .json: try console.write(report.json.text() + "\n")
      case .table:
        if index > 0 { try console.write("\n") }
        try console.show(report.text(columns: TableOptions.columns(arguments, in: console)))
      }
    }
    return .success
  }

  /// The detection method with this name.
  private static func method(_ name: String, of vocabulary: Vocabulary) -> Detector.Method {
    guard let method = vocabulary.detectors.first(where: { $0.name == name }) else {
      preconditionFailure("'\(name)' was not checked")
    }
    return method
  }
}
