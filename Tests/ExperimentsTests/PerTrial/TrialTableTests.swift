import Metrics
import Scenarios
import Synchronization
import TestSupport
import Testing

@testable import Experiments

struct TrialTableTests {
  private let file: ScenarioFile

  init() throws {
    file = try ScenarioFile(
      parsing: """
        {"name": "counts", "trials": 60,
         "voters": [
           {"name": "h", "role": "honest", "count": 4, "accuracy": 0.7, "abstain": 0.1,
            "latency": {"exponential": {"mean": 4}}},
           {"name": "t", "role": "byzantine", "count": 1, "strategy": "impersonate"}],
         "costs": {"false_approval": 2.5},
         "workload": {"proposals": 7},
         "sweep": {"mode": ["central", "replicated"]}}
        """)
  }

  private func table() async throws -> TrialTable {
    try #require(await TrialTable.run(file, threads: 2, interruption: Interruption()))
  }

  /// Summed up, the counts of trials give each metric its value.
  @Test func trialsAddUpToTheMetricsOfTheirCell() async throws {
    for (scenario, trials) in zip(file.cells.map(\.scenario), try await table().cells) {
      var runner = Trials(scenario)
      let counts = runner.run(1...scenario.trials)
      let scope = scenario.metricScope
      for metric in Metric.compared where metric.definition.isMeasured(in: scope) {
        guard case .ofProtocol(let formula) = metric.definition.measure else {
          Issue.record("\(metric) is compared and not of the protocol")
          continue
        }
        let parts = trials.compactMap { formula.part(of: $0, in: scope) }
        #expect(parts.count == trials.count)
        let total = Double(parts.map(\.total).reduce(0, +)) / formula.coin
        let units = Double(parts.map(\.units).reduce(0, +))
        let value = try #require(counts.measurement(of: metric, in: scenario).value)
        #expect(
          (total / (metric.isCount ? 1 : units) - value).magnitude <= 1e-12 * value, "\(metric)")
      }
    }
  }

  @Test func countsReadBack() async throws {
    for trials in try await table().cells {
      for counts in trials {
        var text: [UInt8] = []
        counts.append(to: &text)
        #expect(TrialCounts(text: text[...]) == counts)
        #expect(text.split(separator: UInt8(ascii: ",")).count == TrialCounts.names.count)
      }
    }
  }

  @Test func threadsDoNotShow() async throws {
    let alone = try #require(
      await TrialTable.run(file, threads: 1, interruption: Interruption()))
    #expect(try await table() == alone)
    #expect(alone.cells.map(\.count) == [60, 60] && alone.cells[0] != alone.cells[1])
  }

  @Test func anInterruptedTableIsNone() async {
    let interruption = Interruption()
    interruption.raise()
    #expect(await TrialTable.run(file, threads: 2, interruption: interruption) == nil)
  }

  @Test func keepingTrialsChangesNoCounts() async {
    let plan = UnitPlan(file)
    let kept = Mutex<[Int: UnitOutcome]>([:])
    for keepsTrials in [false, true] {
      let runner = UnitRunner(
        file, plan: plan, keepsTrials: keepsTrials, threads: 2, interruption: Interruption())
      await runner.run(Array(0..<plan.count)) { unit, outcome in
        #expect((outcome.trials?.count ?? unit.trials.count) == unit.trials.count)
        #expect((outcome.trials != nil) == keepsTrials)
        let earlier = kept.withLock { $0.updateValue(outcome, forKey: unit.number) }
        #expect(earlier == nil || earlier?.counts == outcome.counts)
      }
    }
  }
}
