import Benchmarks
import JSON
import Reports
import Text

/// `quorumlab bench`: measures this machine.
enum BenchCommand: Command {
  private static let only = Option.optional(
    "only", .text, otherwise: "everything",
    summary: "Run only the measurements with this text in their names.")
  private static let format = Option.value(
    "format", .choice(OutputFormat.Report.self), default: "table",
    summary: "The format of the output.")

  static let specification = CommandSpecification(
    name: "bench",
    summary: "Measure how fast this machine simulates.",
    discussion: """
      Each figure is that of the fastest of several laps. Some measurements have a yardstick, a \
      bare version of the same work. Its laps alternate with theirs, so that the ratio is \
      reliable on a busy machine, too. The whole takes about a minute. Debug builds are many \
      times slower.
      """,
    options: [only, format],
    examples: [
      "quorumlab bench": "Run all measurements.",
      "quorumlab bench --only votes --format json":
        "Measure simulated votes, with output for other programs.",
    ],
    exitStatuses: [
      .success: "the figures were printed",
      .checkFailed: "no measurement has the name given by --only",
    ])

  static func run(
    _ arguments: ParsedArguments, in console: Console
  ) async throws(CommandFailure) -> ExitStatus {
    let benchmarks = Benchmark.all.filter { benchmark in
      arguments[only].map { benchmark.name.contains($0) } ?? true
    }
    if benchmarks.isEmpty {
      let names = Benchmark.all.map { "'\($0.name)'" }.joined(separator: ", ")
      throw CommandFailure(
        .checkFailed, "no measurement has this name; the measurements are \(names)")
    }
    var results: [BenchmarkResult] = []
    for benchmark in benchmarks { results += await benchmark.measure() }
    switch arguments[format] {
    case .json:
      try console.write(JSONValue.array(results.map(\.json)).text(.indented) + "\n")
    case .table:
      let table = TextTable(
        keys: [.init(title: "what", cells: results.map(\.name), isNumeric: false)],
        columns: [
          .init(title: "value", cells: results.map(\.value.brief)),
          .init(title: "unit", cells: results.map(\.unit), isNumeric: false),
          .init(title: "ratio", cells: results.map { $0.ratio?.brief ?? "" }),
        ])
      try console.show(table.text(columns: console.columns(of: .standardOutput)))
    }
    return .success
  }
}

extension BenchmarkResult {
  fileprivate var json: JSONValue {
    var object: JSONObject = [
      "name": .string(name), "value": JSONValue(value), "unit": .string(unit),
    ]
    if let ratio, let yardstick {
      object["ratio"] = JSONValue(ratio)
      object["yardstick"] = .string(yardstick)
    }
    return .object(object)
  }
}
