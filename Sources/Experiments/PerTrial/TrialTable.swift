import Metrics
import Scenarios
import Synchronization

/// The counts of every trial of every cell of a scenario: what `trials.csv` holds.
public struct TrialTable: Sendable, Equatable {
  /// The scenario.
  public let file: ScenarioFile
  /// For each cell its trials, from number 1 on.
  public let cells: [[TrialCounts]]

  /// A table; every cell has all its trials.
  public init(_ file: ScenarioFile, cells: [[TrialCounts]]) {
    precondition(
      cells.map(\.count) == file.cells.map(\.scenario.trials),
      "the table has all trials of every cell")
    self.file = file
    self.cells = cells
  }

  /// The table of units, given in the order of their numbers.
  public init(_ file: ScenarioFile, _ plan: UnitPlan, units: [[TrialCounts]]) {
    precondition(units.count == plan.count, "the table has all units of the plan")
    var cells: [[TrialCounts]] = Array(repeating: [], count: file.cells.count)
    for (number, trials) in units.enumerated() { cells[plan[number].cell] += trials }
    self.init(file, cells: cells)
  }

  /// The most trials that are kept, of all cells together: some hundred megabytes.
  public static let trialsMax = 2_000_000

  /// How many trials a scenario's table has.
  public static func trialCount(of file: ScenarioFile) -> Int {
    file.cells.map(\.scenario.trials).reduce(0, +)
  }

  /// Runs all trials of a scenario; nil if interrupted on the way.
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

  /// The trials of the units that are done, where all threads reach them.
  private final class Kept: Sendable {
    let units: Mutex<[[TrialCounts]?]>

    init(count: Int) {
      units = Mutex(Array(repeating: nil, count: count))
    }
  }
}
