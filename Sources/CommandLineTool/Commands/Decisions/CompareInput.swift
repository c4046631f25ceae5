import Experiments
import Files
import Reports
import Results
import Scenarios
import Text

/// One side of a comparison: a result folder, or a scenario that is run at once.
enum CompareInput {
  case folder(FinishedResult)
  /// A scenario, and what `--set` and the option of its side change in it.
  case scenario(ScenarioFile, InputPath, changes: [ScenarioOverride])

  /// The result in a folder; it must have the counts of each trial.
  init(folder path: String, _ arguments: ParsedArguments) throws(CommandFailure) {
    let result = try withResults { () throws(ResultError) in
      try FinishedResult(path, vocabulary: arguments.program.vocabulary)
    }
    guard result.keepsTrials else {
      throw CommandFailure(
        .badInput,
        "folder '\(path)' has no trials.csv; only results of "
          + "'quorumlab run --per-trial' can be compared")
    }
    self = .folder(result)
  }

  /// A scenario from its text; nothing is computed yet.
  ///
  /// - Parameter own: what is changed on this side only.
  init(
    scenario input: InputPath, _ text: [UInt8], changing own: [ScenarioOverride],
    _ arguments: ParsedArguments
  ) throws(CommandFailure) {
    let changes = arguments[ScenarioInput.set] + own + arguments[ScenarioInput.sweep]
    let file: ScenarioFile
    do throws(TextProblems) {
      file = try ScenarioInput.source(
        input, text, ScenarioInput.overrides(arguments, and: own),
        arguments.program.vocabulary
      ).file
    } catch {
      throw CommandFailure(.badInput, error.problems.map { "\(input):\($0)" })
    }
    try RunOptions.checkTrialCount(of: [file])
    self = .scenario(file, input, changes: changes)
  }

  var side: ComparisonReport.Side {
    switch self {
    case .folder(let result): ComparisonReport.Side(source: result.path, file: result.file)
    case .scenario(let file, let input, let changes):
      ComparisonReport.Side(
        source: "\(input)", file: file, changes: changes.map(\.assignment))
    }
  }

  /// Whether the other side has the same results for certain.
  ///
  /// A result in a folder may be of an earlier program, so comparing it with its own scenario says
  /// something.
  func isSame(as other: CompareInput) -> Bool {
    switch (self, other) {
    case (.folder(let one), .folder(let other)): FileSystem.areSame(one.path, other.path)
    case (.scenario(let one, _, _), .scenario(let other, _, _)): one.runs(like: other)
    case (.folder, .scenario), (.scenario, .folder): false
    }
  }

  /// The counts of every trial; nil if interrupted.
  func trials(
    threads: Int, interruption: Interruption
  ) async throws(CommandFailure) -> TrialTable? {
    switch self {
    case .scenario(let file, _, _):
      return await TrialTable.run(file, threads: threads, interruption: interruption)
    case .folder(let result):
      return try withResults { () throws(ResultError) in try result.trials() }
    }
  }
}
