import Experiments
import Files
import Reports
import Results
import Scenarios

/// One side of a comparison: a result folder, or a scenario that is run at once.
enum CompareInput {
  case folder(FinishedResult)
  case scenario(ScenarioFile, InputPath)

  /// Reads an operand and reports its problems; nothing is computed yet.
  init(
    _ input: InputPath, _ arguments: ParsedArguments, in console: Console
  ) throws(CommandFailure) {
    if case .file(let path) = input, FileSystem.isFolder(path) {
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
    } else {
      let files = try ScenarioInput.read([input], arguments, in: console)
      try RunOptions.checkTrialCount(of: files)
      self = .scenario(files[0], input)
    }
  }

  var isFolder: Bool {
    if case .folder = self { true } else { false }
  }

  var side: ComparisonReport.Side {
    switch self {
    case .folder(let result): ComparisonReport.Side(source: result.path, file: result.file)
    case .scenario(let file, let input): ComparisonReport.Side(source: "\(input)", file: file)
    }
  }

  /// The counts of every trial; nil if interrupted.
  func trials(
    threads: Int, interruption: Interruption
  ) async throws(CommandFailure) -> TrialTable? {
    switch self {
    case .scenario(let file, _):
      return await TrialTable.run(file, threads: threads, interruption: interruption)
    case .folder(let result):
      return try withResults { () throws(ResultError) in try result.trials() }
    }
  }
}
