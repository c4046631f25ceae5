import Experiments
import Files
import Metrics
import Scenarios
import Synchronization

/// Runs the units of a scenario, going on from what a journal holds of them.
public struct Work: Sendable {
  /// How far the work has come.
  public struct Progress: Sendable, Equatable {
    /// How many units there are to do in all.
    public let units: Int
    /// How many are done.
    public internal(set) var unitsDone: Int
    /// How many of those an earlier process did.
    public let unitsResumed: Int
    /// How many trials there are to run in all.
    public let trials: Int
    /// How many have been run, by whatever process.
    public internal(set) var trialsDone: Int
    /// How many trials an earlier process has run.
    public let trialsResumed: Int
    /// The cell worked on, from 0.
    public internal(set) var cell: Int
  }

  private let file: ScenarioFile
  private let plan: UnitPlan
  private let units: [Int]
  private let journal: Journal

  /// The work on some units of a scenario.
  public init(_ file: ScenarioFile, _ plan: UnitPlan, units: [Int], journal: Journal) {
    self.file = file
    self.plan = plan
    self.units = units
    self.journal = journal
  }

  /// What the units came to.
  public struct Outcome: Sendable {
    /// The counts of each cell.
    public let cells: [CellCounts]
    /// Those of each trial, if they are kept and all units of the scenario are done.
    public let trials: TrialTable?
    /// How far the work came.
    public let progress: Progress

    /// Whether all is done.
    public var isComplete: Bool { progress.unitsDone == progress.units }
  }

  /// Runs what is not done yet, until all is or an interruption is raised.
  ///
  /// - Parameters:
  ///   - timer: takes the time of the detectors.
  ///   - report: is told how far the work has come after each unit, one at a time.
  public func run(
    threads: Int, interruption: Interruption, timer: DetectionTimer = .none,
    report: @escaping @Sendable (Progress) -> Void
  ) async throws(ResultError) -> Outcome {
    // order-free: units are kept in their own order, the set is only asked.
    let wanted = Set(units)
    let resumed = journal.finished.filter { wanted.contains($0.number) }
    let sums = Sums(resumed, of: units, in: plan, cells: file.cells.count)
    // order-free: as above.
    let done = Set(resumed.map(\.number))
    let shared = Shared(sums)
    let stop = Interruption(following: interruption)
    let runner = UnitRunner(
      file, plan: plan, keepsTrials: journal.keepsTrials, threads: threads, interruption: stop,
      timer: timer)
    report(sums.progress)
    await runner.run(units.filter { !done.contains($0) }) { unit, outcome in
      shared.finish(unit, outcome, journal: journal, stop: stop, report: report)
    }
    let end = shared.sums.withLock { $0 }
    if let failure = end.failure { throw ResultError(failure) }
    return Outcome(
      cells: end.cells, trials: try trials(after: end.progress), progress: end.progress)
  }

  /// The counts of each trial, from the journal: no thread has to keep them while others work.
  private func trials(after progress: Progress) throws(ResultError) -> TrialTable? {
    guard journal.keepsTrials && progress.unitsDone == plan.count else { return nil }
    let records = try journal.records().sorted { $0.number < $1.number }
    return TrialTable(file, plan, units: records.compactMap(\.outcome.trials))
  }
}

/// What the units came to so far.
private struct Sums {
  var cells: [CellCounts]
  var progress: Work.Progress
  /// Why a unit could not be written down.
  var failure: FileError?

  /// The sums at the start: those of the units that were done before.
  init(_ resumed: [UnitRecord], of units: [Int], in plan: UnitPlan, cells count: Int) {
    func trials(_ numbers: [Int]) -> Int { numbers.map { plan[$0].trials.count }.reduce(0, +) }
    cells = Array(repeating: CellCounts(), count: count)
    progress = Work.Progress(
      units: units.count, unitsDone: 0, unitsResumed: resumed.count, trials: trials(units),
      trialsDone: 0, trialsResumed: trials(resumed.map(\.number)), cell: 0)
    for record in resumed { add(record.outcome.counts, of: plan[record.number]) }
  }

  mutating func add(_ counts: CellCounts, of unit: UnitPlan.Unit) {
    cells[unit.cell].merge(counts)
    progress.unitsDone += 1
    progress.trialsDone += unit.trials.count
    progress.cell = unit.cell
  }
}

/// The sums, where all threads reach them.
private final class Shared: Sendable {
  let sums: Mutex<Sums>

  init(_ sums: Sums) {
    self.sums = Mutex(sums)
  }

  func finish(
    _ unit: UnitPlan.Unit, _ outcome: UnitOutcome, journal: Journal, stop: Interruption,
    report: (Work.Progress) -> Void
  ) {
    let progress: Work.Progress? = sums.withLock { sums in
      if sums.failure != nil { return nil }
      do throws(FileError) {
        try journal.append(UnitRecord(number: unit.number, outcome: outcome))
      } catch {
        sums.failure = error
        stop.raise()
        return nil
      }
      sums.add(outcome.counts, of: unit)
      return sums.progress
    }
    if let progress { report(progress) }
  }
}
