import Experiments
import JSON
import Metrics
import Reports
import Results
import Scenarios

/// One scenario being run into its folder.
struct ScenarioRun {
  private let file: ScenarioFile
  private let folder: ResultFolder
  private let state: WorkState
  private let settings: RunSettings

  /// Looks what is to be done; nothing is computed yet.
  init(
    _ file: ScenarioFile, into path: String, _ settings: RunSettings
  ) throws(CommandFailure) {
    let folder = ResultFolder(path, of: file, keepsTrials: settings.keepsTrials)
    state = try withResults { () throws(ResultError) in
      try folder.open(startsOver: settings.startsOver)
    }
    self.file = file
    self.folder = folder
    self.settings = settings
  }

  /// Does what is to be done; gives a status where the process is to end early.
  func run() async throws(CommandFailure) -> ExitStatus? {
    guard case .open(let journal) = state else {
      try settings.showComplete(folder, of: file)
      return nil
    }
    let task = UnitTask(file, .whole, journal, settings)
    guard let outcome = try await task.run(keptIn: folder.path) else {
      return settings.stop.status
    }
    try ScenarioResult(file, outcome.cells, outcome.trials).write(
      into: folder, journal, log: outcome.log, settings)
    return nil
  }
}

extension RunSettings {
  /// Shows the result that a folder holds already.
  func showComplete(_ folder: ResultFolder, of file: ScenarioFile) throws(CommandFailure) {
    noteComplete(folder)
    let (text, blocs) = try withResults { () throws(ResultError) in
      (
        try folder.read(ResultFolder.summaryName),
        BlocSummary.isDue(for: file) ? try folder.read(ResultFolder.blocsName) : nil
      )
    }
    guard let summary = Summary(csv: text, blocs: blocs, of: file) else {
      throw CommandFailure(
        .badInput, "the files in folder '\(folder.path)' are no summary of '\(file.name)'")
    }
    try show(summary)
  }
}

/// All counts of a scenario, ready to be written and shown.
struct ScenarioResult {
  private let summary: Summary
  private let trials: TrialTable?

  init(_ file: ScenarioFile, _ cells: [CellCounts], _ trials: TrialTable?) {
    let results = zip(file.cells, cells).enumerated().map { index, pair in
      CellResult(number: index + 1, scenario: pair.0, counts: pair.1)
    }
    summary = Summary(results, of: file)
    self.trials = trials
  }

  func write(
    into folder: ResultFolder, _ journal: Journal, log: JSONValue, _ settings: RunSettings
  ) throws(CommandFailure) {
    var files = [ResultFile(name: ResultFolder.summaryName, bytes: summary.table.csv)]
    if let blocs = summary.blocs {
      files.append(ResultFile(name: ResultFolder.blocsName, bytes: blocs.table.csv))
    }
    if let trials { files.append(ResultFile(name: ResultFolder.trialsName, bytes: trials.csv)) }
    try withResults { () throws(ResultError) in
      try folder.complete(files, log: log, journal: journal)
    }
    try settings.show(summary)
    settings.note("wrote folder '\(folder.path)'")
  }
}
