import Scenarios
import Synchronization

/// Runs units on several threads at once.
///
/// Which thread runs which unit differs from run to run; what a unit comes to does not.
public struct UnitRunner: Sendable {
  private let file: ScenarioFile
  private let plan: UnitPlan
  private let threads: Int
  private let interruption: Interruption

  /// A runner for the units of a scenario.
  public init(
    _ file: ScenarioFile, plan: UnitPlan, threads: Int, interruption: Interruption
  ) {
    self.file = file
    self.plan = plan
    self.threads = threads
    self.interruption = interruption
  }

  /// Runs the units of some numbers, until all are done or an interruption is raised.
  ///
  /// - Parameter finished: is told each unit that is done, one at a time, in any order.
  public func run(
    _ numbers: [Int],
    finished: @escaping @Sendable (UnitPlan.Unit, CellCounts) -> Void
  ) async {
    let turns = Turns()
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<min(threads, numbers.count) {
        group.addTask { work(on: numbers, turns, finished) }
      }
    }
  }

  /// What one thread does: takes the next unit until there is none left.
  private func work(
    on numbers: [Int], _ turns: Turns, _ finished: (UnitPlan.Unit, CellCounts) -> Void
  ) {
    var worker = Worker()
    while !interruption.isRaised {
      let turn = turns.next.add(1, ordering: .relaxed).oldValue
      guard turn < numbers.count else { return }
      let unit = plan[numbers[turn]]
      let counts = worker.run(unit, of: file.cells[unit.cell], interruption: interruption)
      guard let counts else { return }
      turns.telling.withLock { _ in finished(unit, counts) }
    }
  }
}

/// What the threads take turns at: taking units, and telling of them.
private final class Turns: Sendable {
  let next = Atomic(0)
  let telling = Mutex(())
}

/// The rooms of one thread, kept while it stays with a cell.
private struct Worker: ~Copyable {
  private var cell: Int?
  private var trials: Trials?

  init() {
    cell = nil
    trials = nil
  }

  /// Runs a unit; nil if it was interrupted.
  mutating func run(
    _ unit: UnitPlan.Unit, of scenario: Scenario, interruption: Interruption
  ) -> CellCounts? {
    if cell != unit.cell {
      trials = Trials(scenario)
      cell = unit.cell
    }
    return trials?.run(unit.trials, interruption: interruption) ?? nil
  }
}
