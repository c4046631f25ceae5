import Experiments
import Files
import JSON
import Metrics
import Reports
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
    let stopwatch = DetectionStopwatch()
    let outcome: Work.Outcome
    do throws(ResultError) {
      outcome = try await work.run(
        threads: settings.threads, interruption: settings.stop.interruption,
        timer: stopwatch.timer
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
    let duration = ContinuousClock.now - start.clock
    // All threads together have had that much time.
    let whole = duration * min(settings.threads, progress.units)
    let detection = BlocSummary.isDue(for: file) ? stopwatch.duration : nil
    if let detection {
      let percent = Int((min(1, detection / whole) * 100).rounded())
      settings.note("\(file.name): detectors took \(percent) % of the computing time")
    }
    return Outcome(
      cells: outcome.cells, trials: outcome.trials,
      log: log(progress, from: start.moment, after: duration, detection: detection))
  }

  private func log(
    _ progress: Work.Progress, from start: Moment, after duration: Duration, detection: Duration?
  ) -> JSONValue {
    let log: JSONObject = [
      "started": .string(start.description), "finished": .string(Moment.now.description),
      "seconds": Self.seconds(duration),
      "host": .string(Host.name), "processors": JSONValue(Host.processorCount),
      "threads": JSONValue(settings.threads), "shard": .string(shard.description),
      "units": JSONValue(progress.units), "units_resumed": JSONValue(progress.unitsResumed),
      "trials": JSONValue(progress.trials), "trials_resumed": JSONValue(progress.trialsResumed),
    ]
    let more = detection.map { [(key: "detector_seconds", value: Self.seconds($0))] } ?? []
    return .object(JSONObject(log.members + more))
  }

  private static func seconds(_ duration: Duration) -> JSONValue {
    JSONValue((duration / .milliseconds(1)).rounded() / 1000)
  }
}
