import Metrics
import Scenarios
import Synchronization

/// The counts of every trial of every cell of a scenario, for `trials.csv`.
public struct TrialTable: Sendable, Equatable {
  /// The scenario.
  public let file: ScenarioFile
  /// The trials of each cell, from number 1 on.
  package let cells: [[TrialCounts]]

  /// A table; traps if a cell does not have all its trials.
  package init(_ file: ScenarioFile, cells: [[TrialCounts]]) {
    precondition(
      cells.map(\.count) == file.cells.map(\.scenario.trials),
      "the table has all trials of every cell")
    self.file = file
    self.cells = cells
  }

  /// The table of units in the order of their numbers.
  package init(_ file: ScenarioFile, _ plan: UnitPlan, units: [[TrialCounts]]) {
    precondition(units.count == plan.count, "the table has all units of the plan")
    var cells: [[TrialCounts]] = Array(repeating: [], count: file.cells.count)
    for (number, trials) in units.enumerated() { cells[plan[number].cell] += trials }
    self.init(file, cells: cells)
  }

  /// The largest number of trials in all cells together, which take some hundred megabytes.
  public static let trialsMax = 2_000_000

  /// The number of trials in the table of a scenario.
  public static func trialCount(of file: ScenarioFile) -> Int {
    file.cells.map(\.scenario.trials).reduce(0, +)
  }

  /// Runs all trials of a scenario; nil if interrupted.
  public static func run(
    _ file: ScenarioFile, threads: Int, interruption: Interruption
  ) async -> TrialTable? {
    let plan = UnitPlan(file)
    let kept = Kept(count: plan.count)
    let runner = UnitRunner(
      file, plan: plan, keepsTrials: true, threads: threads, interruption: interruption)
    await runner.run(Array(0..<plan.count)) { unit, outcome in
      kept.units.withLock { $0[unit.number] = outcome.trials }
    }
    let units = kept.units.withLock { $0 }.compactMap { $0 }
    return units.count == plan.count ? TrialTable(file, plan, units: units) : nil
  }

  /// The trials of finished units, shared by all threads.
  private final class Kept: Sendable {
    let units: Mutex<[[TrialCounts]?]>

    init(count: Int) {
      units = Mutex(Array(repeating: nil, count: count))
    }
  }
}
