import Scenarios

/// Runs units on several threads.
///
/// Which thread runs which unit differs from run to run; the results do not.
package struct UnitRunner: Sendable {
  private let file: ScenarioFile
  private let plan: UnitPlan
  private let keepsTrials: Bool
  private let threads: Int
  private let interruption: Interruption
  private let timer: DetectionTimer

  /// A runner for the units of a scenario.
  ///
  /// - Parameters:
  ///   - keepsTrials: Whether the counts of each trial are kept.
  ///   - timer: measures the time of the detectors.
  package init(
    _ file: ScenarioFile, plan: UnitPlan, keepsTrials: Bool = false, threads: Int,
    interruption: Interruption, timer: DetectionTimer = .none
  ) {
    self.timer = timer
    self.file = file
    self.plan = plan
    self.keepsTrials = keepsTrials
    self.threads = threads
    self.interruption = interruption
  }

  /// Runs the units with some numbers, until all are done or it is interrupted.
  ///
  /// - Parameter finished: is called with each finished unit, one at a time, in any order.
  package func run(
    _ numbers: [Int],
    finished: @escaping @Sendable (UnitPlan.Unit, UnitOutcome) -> Void
  ) async {
    let turns = Turns(numbers.count)
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<min(threads, numbers.count) {
        group.addTask { work(on: numbers, turns, finished) }
      }
    }
  }

  /// The work of one thread: takes the next unit until none is left.
  private func work(
    on numbers: [Int], _ turns: Turns, _ finished: (UnitPlan.Unit, UnitOutcome) -> Void
  ) {
    var thread = UnitThread(timer)
    while !interruption.isRaised {
      guard let turn = turns.take() else { return }
      let unit = plan[numbers[turn]]
      let outcome = thread.run(
        unit, of: file.cells[unit.cell].scenario, keepsTrials: keepsTrials,
        interruption: interruption)
      guard let outcome else { return }
      turns.tell { finished(unit, outcome) }
    }
  }
}

/// The memory of one thread, kept while it works on the same cell.
private struct UnitThread: ~Copyable {
  private var cell: Int?
  private var trials: Trials?

  private let timer: DetectionTimer

  init(_ timer: DetectionTimer) {
    self.timer = timer
    cell = nil
    trials = nil
  }

  /// Runs a unit; nil if interrupted.
  mutating func run(
    _ unit: UnitPlan.Unit, of scenario: Scenario, keepsTrials: Bool, interruption: Interruption
  ) -> UnitOutcome? {
    if cell != unit.cell {
      trials = Trials(scenario, timesDetection: true, timer: timer)
      cell = unit.cell
    }
    if keepsTrials {
      let scores = trials?.scores(of: unit.trials, interruption: interruption) ?? nil
      return scores.map { UnitOutcome(keeping: $0) }
    }
    let counts = trials?.run(unit.trials, interruption: interruption) ?? nil
    return counts.map { UnitOutcome(counts: $0) }
  }
}
