import Experiments
import Metrics
import Scenarios
import Synchronization
import Testing

struct UnitRunnerTests {
  private let file: ScenarioFile

  init() throws {
    file = try ScenarioFile(
      parsing: """
        {"name": "runner", "trials": 100,
         "voters": [
           {"name": "h", "role": "honest", "count": 5, "accuracy": 0.8, "abstain": 0.1,
            "latency": {"exponential": {"mean": 2}}},
           {"name": "t", "role": "byzantine", "count": 2, "strategy": "rush"},
           {"name": "gone", "role": "absent", "count": 393}],
         "workload": {"proposals": 5},
         "network": {"latency": {"uniform": {"from": 0, "to": 0.5}}, "loss": 0.05},
         "costs": {"false_approval": {"terminate": 10, "*": 1}},
         "sweep": {"config.quorum_fraction": [0.005, 0.0175]}}
        """)
  }

  private final class Sums: Sendable {
    let cells: Mutex<[CellCounts]>
    let units = Mutex<[Int]>([])

    init(cells: Int) {
      self.cells = Mutex(Array(repeating: CellCounts(), count: cells))
    }
  }

  private func sums(threads: Int, interruption: Interruption = Interruption()) async -> Sums {
    let plan = UnitPlan(file)
    let sums = Sums(cells: file.cells.count)
    let runner = UnitRunner(file, plan: plan, threads: threads, interruption: interruption)
    await runner.run(Array(0..<plan.count)) { unit, outcome in
      sums.cells.withLock { $0[unit.cell].merge(outcome.counts) }
      sums.units.withLock { $0.append(unit.number) }
    }
    return sums
  }

  @Test func anyNumberOfThreadsCountsTheSame() async {
    let alone = file.cells.map(\.scenario).map { scenario in
      var trials = Trials(scenario)
      return trials.run(1...scenario.trials)
    }
    for threads in [1, 2, 3, 7] {
      let sums = await sums(threads: threads)
      #expect(sums.cells.withLock { $0 } == alone, "\(threads) threads")
      #expect(sums.units.withLock { $0.sorted() } == Array(0..<UnitPlan(file).count))
    }
    #expect(UnitPlan(file).count > 6 && alone[0] != alone[1])
  }

  @Test func anInterruptionStopsTheWork() async {
    let interruption = Interruption()
    interruption.raise()
    let sums = await sums(threads: 2, interruption: interruption)
    #expect(sums.units.withLock { $0.isEmpty })
  }
}
