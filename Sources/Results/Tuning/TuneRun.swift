import CSV
import Experiments
import Files
import JSON
import Reports
import Scenarios
import Tuning

/// A search for the best configurations of a scenario, into a folder.
///
/// Creating one checks existing data and whether the folder can be written to; it works nothing out.
package final class TuneRun: Sendable {
  /// An event of a search.
  package enum Event: Sendable {
    /// How far the search in a cell is; cells are counted from 1.
    case progress(TuneProgress, cell: Int)
    /// The last event: what was found.
    case finished(TuneReport)
    /// The last event: it was interrupted.
    case interrupted
    /// The last event: the result could not be written.
    case failed(ResultError)
  }

  /// The scenario.
  package let file: ScenarioFile
  /// The folder.
  package let folder: String
  /// Whether everything was already there.
  package let isComplete: Bool
  private let plans: [TunePlan]
  private let result: ResultFolder
  private let created: [String]
  private let threads: Int

  /// A search by a plan for each cell; throws if the folder has other data, or cannot be written to.
  package init(
    _ file: ScenarioFile, _ plans: [TunePlan], into folder: String, startsOver: Bool, threads: Int
  ) throws(ResultError) {
    self.file = file
    self.plans = plans
    self.folder = folder
    self.threads = threads
    result = ResultFolder(folder, of: file, .tune)
    (isComplete, created) = try result.prepare(startsOver: startsOver)
  }

  /// Leaves the folder as it was found, if nothing was written.
  package func withdraw() {
    for path in created.reversed() { FileSystem.removeEmptyFolder(path) }
  }

  /// Searches until everything is done or it is interrupted.
  package func run(interruption: Interruption = Interruption()) -> AsyncStream<Event> {
    .events(interruption: interruption) { interruption, tell in
      await self.lastEvent(interruption, tell)
    }
  }

  private func lastEvent(
    _ interruption: Interruption, _ tell: @escaping @Sendable (Event) -> Void
  ) async -> Event {
    let time = ElapsedTime()
    let total = plans.reduce(0) { $0 + $1.pairCount }
    var cells: [TunedCell] = []
    for (cell, plan) in zip(file.cells, plans) {
      guard
        let tuned = await plan.tunedCell(
          cell, workers: Workers(threads: threads, interruption: interruption),
          told: { tell(.progress($0, cell: cell.number)) })
      else {
        withdraw()
        return .interrupted
      }
      cells.append(tuned)
    }
    let report = TuneReport(cells, of: file)
    if isComplete { return .finished(report) }
    do throws(ResultError) {
      try result.complete(
        report.files, log: RunLog.jsonOfTuning(time, threads: threads, pairs: total), journal: nil)
      return .finished(report)
    } catch {
      return .failed(error)
    }
  }
}

extension TuneReport {
  /// The files of the result.
  fileprivate var files: [ResultFile] {
    func bytes(_ value: JSONValue) -> [UInt8] { Array((value.text(.indented) + "\n").utf8) }
    return [
      ResultFile(name: ResultContents.tuneName, bytes: table.csv),
      ResultFile(name: ResultContents.pairsName, bytes: pairs.csv),
      ResultFile(name: ResultContents.recommendationName, bytes: bytes(recommendation)),
    ]
      + (sensitivity.map { [ResultFile(name: ResultContents.sensitivityName, bytes: $0.csv)] } ?? [])
      + worstScenarios.map { ResultFile(name: $0.name, bytes: bytes($0.scenario)) }
  }
}
