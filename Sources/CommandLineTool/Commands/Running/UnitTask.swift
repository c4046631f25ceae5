import Experiments
import Files
import JSON
import Results
import Scenarios

/// The units of a scenario or a shard being run, with their progress shown and a log kept.
struct UnitTask {
  /// What the units came to, and how it went.
  struct Outcome {
    let cells: [CellCounts]
    let trials: TrialTable?
    let log: JSONValue
  }

  private let file: ScenarioFile
  private let shard: Shard
  private let journal: Journal
  private let settings: RunSettings

  init(_ file: ScenarioFile, _ shard: Shard, _ journal: Journal, _ settings: RunSettings) {
    self.file = file
    self.shard = shard
    self.journal = journal
    self.settings = settings
  }

  /// Runs the units; gives nothing where that was interrupted, having said how to go on.
  func run(keptIn folder: String) async throws(CommandFailure) -> Outcome? {
    settings.introduce(file)
    let plan = UnitPlan(file)
    let work = Work(file, plan, units: shard.units(of: plan), journal: journal)
    let line = ProgressLine(
      cells: file.cells.count, quiet: settings.isQuiet, in: settings.console)
    let start = (moment: Moment.now, clock: ContinuousClock.now)
    let outcome: Work.Outcome
    do throws(ResultError) {
      outcome = try await work.run(
        threads: settings.threads, interruption: settings.stop.interruption
      ) { line.show($0) }
    } catch {
      line.clear()
      throw CommandFailure(error)
    }
    line.clear()
    let progress = outcome.progress
    guard outcome.isComplete else {
      settings.note(
        "stopped after \(progress.unitsDone) of \(progress.units) units of '\(file.name)', which "
          + "are kept in folder '\(folder)'; the same command goes on from there")
      return nil
    }
    return Outcome(
      cells: outcome.cells, trials: outcome.trials,
      log: log(progress, from: start.moment, after: ContinuousClock.now - start.clock))
  }

  private func log(
    _ progress: Work.Progress, from start: Moment, after duration: Duration
  ) -> JSONValue {
    [
      "started": .string(start.description), "finished": .string(Moment.now.description),
      "seconds": JSONValue((duration / .milliseconds(1)).rounded() / 1000),
      "host": .string(Host.name), "processors": JSONValue(Host.processorCount),
      "threads": JSONValue(settings.threads), "shard": .string(shard.description),
      "units": JSONValue(progress.units), "units_resumed": JSONValue(progress.unitsResumed),
      "trials": JSONValue(progress.trials), "trials_resumed": JSONValue(progress.trialsResumed),
    ]
  }
}
