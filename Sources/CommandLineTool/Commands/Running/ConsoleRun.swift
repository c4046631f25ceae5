import Reports
import Results
import Scenarios

/// The run of a scenario into its folder, with progress and results on a console.
struct ConsoleRun {
  private let run: ResumableRun
  private let settings: RunSettings
  private let view: TableView

  /// Checks what must be done for the scenario of a number, from 0; nothing is computed yet.
  init(
    _ file: ScenarioFile, number: Int, part: ResumableRun.Part, _ settings: RunSettings
  ) throws(CommandFailure) {
    run = try withResults { () throws(ResultError) in
      try ResumableRun(file, into: settings.folders[number], part: part, options: settings.options)
    }
    self.settings = settings
    view = settings.views[number]
  }

  /// Gives up a run that was not started.
  func withdraw() { run.withdraw() }

  /// Runs and shows the result; returns a status if the process must end early.
  func show() async throws(CommandFailure) -> ExitStatus? {
    if run.isComplete {
      settings.note("\(place) is already complete; use --force to start over")
    } else {
      settings.introduce(run.file)
    }
    let line = ProgressLine(
      cells: run.file.cells.count, quiet: settings.isQuiet, in: settings.console)
    for await event in run.run(interruption: settings.stop.interruption) {
      switch event {
      case .progress(let progress): line.show(progress)
      case .computed(let log):
        line.clear()
        noteDetectors(log)
      case .finished(let summary):
        if let summary { try settings.show(summary, as: view) }
        if !run.isComplete { settings.note("wrote \(place)") }
      case .interrupted(let progress):
        line.clear()
        settings.note(
          "stopped after \(progress.unitsDone) of \(progress.units) units of '\(run.file.name)', "
            + "which are kept in folder '\(run.folder)'; run the same command again to continue")
        return settings.stop.status
      case .failed(let error):
        line.clear()
        throw CommandFailure(error)
      }
    }
    return nil
  }

  private var isOfShard: Bool {
    switch run.part {
    case .shard: true
    case .whole, .merging: false
    }
  }

  /// The output, as messages name it.
  private var place: String { isOfShard ? "'\(run.place)'" : "folder '\(run.place)'" }

  private func noteDetectors(_ log: RunLog) {
    guard let share = log.detectorShare else { return }
    let percent = Int((share * 100).rounded())
    settings.note("\(run.file.name): detectors took \(percent) % of the computing time")
  }
}
