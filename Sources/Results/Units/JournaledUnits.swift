import Experiments
import Files
import Metrics
import Scenarios
import Synchronization

/// Runs the units of a journal: units in the journal are not run again, and each finished unit is
/// added.
struct JournaledUnits: Sendable {
  private let file: ScenarioFile
  private let plan: UnitPlan
  private let journal: Journal<UnitRecord>
  private let shard: Shard
  private let keepsTrials: Bool

  /// The units of a shard of a scenario.
  ///
  /// - Parameter keepsTrials: Whether the counts of each trial are kept.
  init(
    _ file: ScenarioFile, _ journal: Journal<UnitRecord>, of shard: Shard, keepsTrials: Bool
  ) {
    self.file = file
    self.journal = journal
    self.shard = shard
    self.keepsTrials = keepsTrials
    plan = UnitPlan(file)
  }

  /// The results of the units.
  struct Outcome: Sendable {
    /// The counts of each cell.
    let cells: [CellCounts]
    /// The counts of each trial, if they are kept and all units of the scenario are done.
    let trials: TrialTable?
    /// The progress of the run.
    let progress: RunProgress

    /// Whether all units are done.
    var isComplete: Bool { progress.isComplete }
  }

  /// Runs the units that are not done yet, until all are done or it is interrupted.
  ///
  /// - Parameters:
  ///   - timer: measures the time of the detectors.
  ///   - report: is called with the progress after each unit, one at a time.
  func run(
    threads: Int, interruption: Interruption, timer: DetectionTimer = .none,
    report: @escaping @Sendable (RunProgress) -> Void
  ) async throws(ResultError) -> Outcome {
    let units = shard.units(of: plan)
    // order-free: units are kept in their own order, the set is only asked.
    let wanted = Set(units)
    let resumed = journal.finished.filter { wanted.contains($0.number) }
    let sums = Sums(resumed, of: units, in: plan, cells: file.cells.count)
    // order-free: as above.
    let done = Set(resumed.map(\.number))
    let shared = Shared(sums)
    let stop = Interruption(following: interruption)
    let runner = UnitRunner(
      file, plan: plan, keepsTrials: keepsTrials, threads: threads,
      interruption: stop,
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

  /// The counts of each trial, read from the journal, so that no thread must keep them.
  private func trials(after progress: RunProgress) throws(ResultError) -> TrialTable? {
    guard keepsTrials && progress.unitsDone == plan.count else { return nil }
    let records = try journal.records().sorted { $0.number < $1.number }
    return TrialTable(file, plan, units: records.compactMap(\.outcome.trials))
  }
}

/// The results so far.
private struct Sums {
  var cells: [CellCounts]
  var progress: RunProgress
  /// The failure to add a unit to the journal.
  var failure: FileError?

  /// The initial sums: those of the units that were already done.
  init(_ resumed: [UnitRecord], of units: [Int], in plan: UnitPlan, cells count: Int) {
    func trials(_ numbers: [Int]) -> Int { numbers.map { plan[$0].trials.count }.reduce(0, +) }
    cells = Array(repeating: CellCounts(), count: count)
    progress = RunProgress(
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

/// The sums, shared by all threads.
private final class Shared: Sendable {
  let sums: Mutex<Sums>

  init(_ sums: Sums) {
    self.sums = Mutex(sums)
  }

  func finish(
    _ unit: UnitPlan.Unit, _ outcome: UnitOutcome, journal: Journal<UnitRecord>, stop: Interruption,
    report: (RunProgress) -> Void
  ) {
    let progress: RunProgress? = sums.withLock { sums in
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
