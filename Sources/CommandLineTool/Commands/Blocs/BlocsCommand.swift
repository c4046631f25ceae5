import Detection
import JSON
import Reports
import Scenarios
import Text
import Votes

/// `quorumlab blocs`: finds voting blocs in vote matrices and recorded traces.
enum BlocsCommand: Command {
  private static let files = Operand.many(
    "FILE", .inputFile, summary: "Votes in CSV, or traces in JSON Lines; - is standard input.")
  private static let detector = Option.value(
    "detector", .detector, default: "group_likelihood",
    summary: "How blocs are found.")
  private static let format = Option.value(
    "format", .choice(OutputFormat.Report.self), default: "table",
    summary: "How the result is printed.")

  static let specification = CommandSpecification(
    name: "blocs",
    summary: "Find voting blocs in a vote matrix or a recorded trace.",
    discussion: """
      A vote matrix is a CSV file with a header `voter,[label,]proposal...` and a row a voter; cells \
      are approve, reject, abstain or empty. Of a trace, the votes in the protocol created last are \
      taken.

      For each bloc: how strongly it stands out, how often its plan is active (rate) and followed \
      (fidelity), and whether it does harm, that is whether decisions hang on its being many and a \
      test says that this is no honest agreement. Honest voters who share a base model form blocs, \
      too; and voters who are merely accurate agree without any plan: these are called unplanned. Where there are labels, the adjusted Rand index tells how well blocs agree with them.
      """,
    operands: [files],
    options: [detector, format],
    examples: [
      "quorumlab blocs votes.csv": "Who votes by one plan?",
      "quorumlab blocs --detector agreement_cliques --format json trace.jsonl":
        "What the protocol's own detector says.",
    ],
    exitStatuses: [
      .success: "the blocs were printed, if any",
      .badInput: "a file is not well formed",
      .noInput: "a file cannot be read",
    ])

  static func run(
    _ arguments: ParsedArguments, in console: Console
  ) async throws(CommandFailure) -> ExitStatus {
    let method = try method(arguments[detector], of: arguments.program.vocabulary)
    var tables: [(input: InputPath, table: VoteTable)] = []
    var problems: [String] = []
    for input in arguments[files] {
      let text = try console.read(input)
      do throws(TextProblems) {
        tables.append((input, try VoteTable(reading: text)))
      } catch {
        problems += error.problems.map { "\(input):\($0)" }
      }
    }
    guard problems.isEmpty else { throw CommandFailure(.badInput, problems) }
    let detector = Detector(method)
    for (index, (input, table)) in tables.enumerated() {
      let analysis = BlocAnalysis(
        of: table.votes, by: detector,
        traits: [.actions(table.actions), .targets(table.targets)], thresholds: table.thresholds,
        labels: table.labels)
      let report = BlocReport(analysis, of: table, file: input.description)
      switch arguments[format] {
      case .json: try console.write(report.json.text() + "\n")
      case .table:
        if index > 0 { try console.write("\n") }
        try console.write(report.text(columns: console.columns(of: .standardOutput)))
      }
    }
    return .success
  }

  /// The method of a name that the program knows.
  private static func method(
    _ name: String, of vocabulary: Vocabulary
  ) throws(CommandFailure) -> Detector.Method {
    if let method = vocabulary.detectors.first(where: { $0.name == name }) { return method }
    let names = vocabulary.detectors.map(\.name)
    throw .usage(
      "option --detector expects \(names.listed(with: "or")), not \(quoted(name))"
        + didYouMean(closestSpelling(to: name, among: names)))
  }
}
