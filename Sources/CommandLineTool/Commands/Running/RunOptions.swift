import CSV
import Experiments
import Files
import JSON
import Reports
import Results
import Scenarios
import Text

/// The options of all commands that compute results.
enum RunOptions {
  static let threads = Option.optional(
    "threads", .integer(in: 1...1024), otherwise: "all cores",
    summary: "The number of threads.")
  static let out = Option.optional(
    "out", .directory, otherwise: "results/NAME", summary: "The folder of the result.")
  static let format = Option.value(
    "format", .choice(OutputFormat.Rows.self), default: "table",
    summary: "The format of the output.")
  static let force = Option.flag(
    "force", summary: "Delete any other result in the folder, and start over.")
  static let quiet = Option.flag("quiet", summary: "Print only problems.")
  static let shard = Option.optional(
    "shard", .shard,
    summary: "Run only one part of the work; `quorumlab merge` combines the parts.")
  static let perTrial = Option.flag(
    "per-trial", summary: "Also write the counts of each trial, for `quorumlab compare`.")
  static let verbose = Option.flag(
    "verbose", summary: "First print the seed and the scenario with all its defaults.")

  /// The values of the options, for some scenarios.
  static func settings(
    _ arguments: ParsedArguments, for files: [ScenarioFile], threads: Int? = nil,
    isVerbose: Bool = false, keepsTrials: Bool = false, in console: Console
  ) throws(CommandFailure) -> RunSettings {
    try requireDifferentNames(files)
    if keepsTrials { try checkTrialCount(of: files) }
    let views = try TableOptions.views(
      arguments, of: files, isTable: arguments[format] == .table, in: console)
    let folders = files.map(\.name).map { name in
      guard let out = arguments[out] else { return "results/\(name)" }
      return files.count == 1 ? out : "\(out)/\(name)"
    }
    return RunSettings(
      console: console, stop: console.stopRequest(), folders: folders, views: views,
      options: ResumableRun.Options(
        threads: threads ?? Host.processorCount, startsOver: arguments[force],
        keepsTrials: keepsTrials),
      format: arguments[format], isQuiet: arguments[quiet], isVerbose: isVerbose)
  }

  /// Refuses scenarios of the same name, each of which has a folder of that name.
  static func requireDifferentNames(_ files: [ScenarioFile]) throws(CommandFailure) {
    let names = files.map(\.name)
    if let name = names.indices.first(where: { names[..<$0].contains(names[$0]) }) {
      throw .usage("two scenarios have the name '\(names[name])'; names must differ")
    }
  }

  /// Refuses scenarios with more trials than `--per-trial` allows.
  static func checkTrialCount(of files: [ScenarioFile]) throws(CommandFailure) {
    for file in files where TrialTable.trialCount(of: file) > TrialTable.trialsMax {
      throw .usage(
        "'\(file.name)' has \(TrialTable.trialCount(of: file).grouped) trials in all cells; "
          + "with --per-trial at most \(TrialTable.trialsMax.grouped) are allowed")
    }
  }
}

/// How results are computed and shown.
struct RunSettings: Sendable {
  let console: Console
  let stop: StopRequest
  /// The folder of the result of each scenario.
  let folders: [String]
  /// What of the table of each scenario is shown.
  let views: [TableView]
  let options: ResumableRun.Options
  let format: OutputFormat.Rows
  let isQuiet: Bool
  let isVerbose: Bool

  /// Whether tables for people are printed.
  var showsTables: Bool { format == .table && !isQuiet }

  /// Prints a summary in the chosen format.
  func show(_ summary: Summary, as view: TableView) throws(CommandFailure) {
    if isQuiet { return }
    switch format {
    case .table: try console.show(summary.text(as: view))
    case .csv: try console.write(String(decoding: summary.table.csv, as: UTF8.self))
    case .json: try console.write(summary.json.text(.indented) + "\n")
    }
  }

  /// Prints a note on what was done, to standard error.
  func note(_ text: String) {
    if !isQuiet { console.showError(text + "\n") }
  }

  /// With `--verbose`, prints first what exactly is run.
  func introduce(_ file: ScenarioFile) {
    guard isVerbose && !isQuiet else { return }
    note(
      "\(file.name), seed \(file.cells[0].scenario.seed), \(options.threads) threads\n\(file.json.text(.indented))"
    )
  }
}

extension CommandFailure {
  init(_ error: ResultError) {
    let status: ExitStatus =
      switch error.kind {
      case .unreadable: .noInput
      case .uncreatable: .cannotCreate
      case .unwritable: .outputFailed
      case .badData: .badInput
      case .incomplete: .incomplete
      }
    self.init(status, error.messages)
  }
}

/// Runs some work on results, and turns its errors into failures of a command.
func withResults<Value>(_ work: () throws(ResultError) -> Value) throws(CommandFailure) -> Value {
  do throws(ResultError) {
    return try work()
  } catch {
    throw CommandFailure(error)
  }
}
