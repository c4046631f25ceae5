import CSV
import Exactness
import Experiments
import JSON
import Metrics
import Reports
import Scenarios

extension ResultFolder {
  /// The journal of the units of a run; nil if its result is complete.
  ///
  /// - Parameter startsOver: whether existing data is deleted.
  func openRun(startsOver: Bool) throws(ResultError) -> Journal<UnitRecord>? {
    try open(startsOver: startsOver) { path, earlier throws(ResultError) in
      try Journal(
        path, file, UnitPlan(file), .whole, UnitDetail(keepsTrials: keepsTrials), earlier: earlier)
    }
  }

  /// Writes the result of a scenario from the counts of all cells, and returns its summary.
  func complete(
    _ cells: [CellCounts], _ trials: TrialTable?, log: JSONValue, journal: Journal<UnitRecord>
  ) throws(ResultError) -> Summary {
    let results = zip(file.cells, cells).map { CellResult($0, $1) }
    let summary = Summary(results, knowing: AnalyticValues(file), of: file)
    var files = [ResultFile(name: ResultContents.summaryName, bytes: summary.table.csv)]
    if let blocs = summary.blocs {
      files.append(ResultFile(name: ResultContents.blocsName, bytes: blocs.table.csv))
    }
    if let trials { files.append(ResultFile(name: ResultContents.trialsName, bytes: trials.csv)) }
    try complete(files, log: log, journal: journal)
    return summary
  }

  /// The summary of a complete result.
  func summary() throws(ResultError) -> Summary {
    let text = try read(ResultContents.summaryName)
    let blocs = BlocSummary.isDue(for: file) ? try read(ResultContents.blocsName) : nil
    guard let summary = Summary(csv: text, blocs: blocs, of: file) else {
      throw ResultError(
        .badData, "the files in folder '\(path)' are not a summary of '\(file.name)'")
    }
    return summary
  }
}
