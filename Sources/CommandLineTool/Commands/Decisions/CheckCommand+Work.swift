import Experiments
import Files
import Reports
import Results
import Scenarios
import Text

/// The work of a check, some of which an earlier process may have done.
extension CheckCommand {
  /// The checks of valid scenarios, before anything is computed; nil for the others.
  static func checks(
    of inputs: [CheckInput], _ arguments: ParsedArguments, in console: Console
  ) throws(CommandFailure) -> [ResumableCheck?] {
    let files = inputs.compactMap(\.file)
    if arguments[out] != nil { try RunOptions.requireDifferentNames(files) }
    var checks: [ResumableCheck?] = []
    do throws(CommandFailure) {
      for input in inputs {
        checks.append(
          try input.file.map { file throws(CommandFailure) in
            let place: ResumableCheck.Place
            if let out = arguments[out] {
              place = .folder(inputs.count == 1 ? out : "\(out)/\(file.name)")
            } else {
              place =
                console.resultsFolder.map { .folderIfPossible("\($0)/\(file.name)") } ?? .nowhere
            }
            return try withResults { () throws(ResultError) in
              try ResumableCheck(file, trialsMax: arguments[trialsMax], keptIn: place)
            }
          })
      }
    } catch {
      for check in checks { check?.withdraw() }
      throw error
    }
    return checks
  }

  /// Decides the expectations of a scenario, and shows the progress.
  static func decide(
    _ input: CheckInput.ValidScenario, _ check: ResumableCheck, _ interruption: Interruption,
    _ arguments: ParsedArguments, in console: Console
  ) async -> CheckReport {
    let file = input.file
    let line = ProgressLine(
      cells: file.cells.count, quiet: arguments[RunOptions.quiet], in: console)
    let threads = arguments[RunOptions.threads] ?? Host.processorCount
    var verdicts: [ScenarioCheck.CellVerdicts] = []
    let start = ContinuousClock.now
    let events = check.run(threads: threads, interruption: interruption) {
      ContinuousClock.now - start
    }
    for await event in events {
      switch event {
      case .progress(let progress):
        line.show { _ in
          "\(file.name), cell \(progress.cell) of \(file.cells.count), "
            + "\(progress.trials.grouped) of \(progress.trialsMax.grouped) trials at most"
        }
      case .decided(let all): verdicts = all
      }
    }
    line.clear()
    return input.report(verdicts)
  }

  /// Says what became of unfinished work; returns what went wrong with a folder that was given.
  static func note(
    _ check: ResumableCheck, _ arguments: ParsedArguments, in console: Console
  ) -> CommandFailure? {
    var notes: [String] = []
    if let dropped = check.dropped {
      notes.append("the unfinished work of another check was dropped: \(dropped)")
    }
    if let (path, _) = check.unfinished {
      notes.append("what is done is kept in '\(path)'; run the same command again to continue")
    }
    let isNamed = arguments[out] != nil
    if let problem = check.problem, !isNamed {
      notes.append("unfinished work is not kept: " + problem.messages.joined(separator: "; "))
    }
    if !arguments[RunOptions.quiet] {
      for note in notes { console.showError("\(check.file.name): \(note)\n") }
    }
    return isNamed ? check.problem.map(CommandFailure.init) : nil
  }
}
