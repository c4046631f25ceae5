import CSV
import Experiments
import Files
import JSON
import Reports
import Results
import Scenarios
import Text
import Tuning

/// A search for the best configurations, with progress and what was found on a console.
struct ConsoleTuning {
  private let run: TuneRun
  private let arguments: ParsedArguments
  private let console: Console

  /// Checks what must be done for a scenario; nothing is worked out yet.
  init(
    _ file: ScenarioFile, from input: InputPath, into folder: String?,
    part: ResumableRun.Part = .whole, threads: Int? = nil, _ arguments: ParsedArguments,
    in console: Console
  ) throws(CommandFailure) {
    let plans = try Self.plans(file, input, arguments.program.vocabulary)
    run = try withResults { () throws(ResultError) in
      try TuneRun(
        file, plans, into: folder ?? "results/\(file.name)-tune", part: part,
        startsOver: arguments[RunOptions.force], threads: threads ?? Host.processorCount)
    }
    self.arguments = arguments
    self.console = console
  }

  /// The plan of each case; throws if a search is too large.
  static func plans(
    _ file: ScenarioFile, _ input: InputPath, _ vocabulary: Vocabulary
  ) throws(CommandFailure) -> [TunePlan] {
    var plans: [TunePlan] = []
    for tuned in file.tuneCases {
      do throws(TunePlan.TooManyPairs) {
        plans.append(try TunePlan(tuned, vocabulary))
      } catch {
        throw CommandFailure(
          .badInput,
          "\(input): tune.search: there are more than \(TunePlan.pairsMax.grouped) pairs of a "
            + "configuration and an adversary; leave out \(error.field), or list some of its values"
        )
      }
    }
    return plans
  }

  private var isQuiet: Bool { arguments[RunOptions.quiet] }

  private func note(_ text: String) { if !isQuiet { console.showError(text + "\n") } }

  /// Searches, and shows what was found.
  func show() async throws(CommandFailure) -> ExitStatus {
    if run.isComplete {
      note("folder '\(run.folder)' is already complete; use --force to start over")
    }
    let stop = console.stopRequest()
    let line = ProgressLine(cells: run.file.cells.count, quiet: isQuiet, in: console)
    for await event in run.run(interruption: stop.interruption) {
      switch event {
      case .progress(let progress): line.show { _ in progress.text }
      case .finished(let report):
        line.clear()
        if isQuiet { try console.show(report.problems) } else { try show(report) }
        if !run.isComplete { note("wrote folder '\(run.folder)'") }
        return report.exitStatus
      case .shardDone(let state):
        line.clear()
        for path in state.written { note("wrote file '\(path)'") }
        note(state.search.advice)
        return .success
      case .interrupted(let progress):
        line.clear()
        note(
          run.isComplete
            ? "stopped"
            : "stopped in round \(progress.round); what was worked out is kept in folder "
              + "'\(run.folder)'; run the same command again to continue")
        return stop.status ?? .interrupted
      case .failed(let error):
        line.clear()
        throw CommandFailure(error)
      }
    }
    return stop.status ?? .interrupted
  }

  private func show(_ report: TuneReport) throws(CommandFailure) {
    switch arguments[RunOptions.format] {
    case .table:
      try console.show(
        report.text(folder: run.folder, as: TableOptions.view(arguments, in: console)))
    case .csv: try console.write(String(decoding: report.table.csv, as: UTF8.self))
    case .json: try console.write(report.recommendation.text(.indented) + "\n")
    }
  }
}

extension TuneReport {
  /// The status with which the command ends.
  fileprivate var exitStatus: ExitStatus {
    switch status {
    case .recommended: .success
    case .none: .checkFailed
    case .undecided: .inconclusive
    }
  }
}

extension TuneSearchState {
  /// What is there, and what to do next, in a sentence.
  var advice: String {
    guard let round else { return "the search is over; quorumlab merge puts it together" }
    let again = shards.missing.isEmpty ? "; run all shards again for it" : ""
    return "round \(round): \(shards.text)\(again)"
  }
}

extension ShardState {
  /// What is there and what is missing, in words.
  var text: String {
    let there = "\(unitsDone.grouped) of \(units.counting("unit"))"
    if missing.isEmpty { return there }
    let shards = missing.map(\.shard.description).listed(with: "and")
    return "\(there); missing \(missing.count == 1 ? "is shard" : "are shards") \(shards)"
  }
}

extension TuneProgress {
  /// The progress in words.
  var text: String {
    if isOver { return "how far the recommendation holds" }
    if round == 1 {
      func share(_ count: Int) -> String { (100 * count / max(1, proven + exact + open)).grouped }
      return "\(pairsDone.grouped) of \(pairs.grouped) pairs: \(share(proven)) % proven, "
        + "\(share(exact)) % exact, \(share(open)) % open"
    }
    return "round \(round): \(trials.grouped) of at most \(trialsMax.grouped) trials, "
      + "\(undecided.counting("configuration")) undecided"
  }
}
