import Metrics
import Scenarios
import Statistics

/// Decides each expectation of a cell: in advance where possible, otherwise with trials.
///
/// It looks at numbers of trials that depend only on the scenario, so verdicts do not depend on the
/// number of threads.
public struct ExpectationCheck: Sendable {
  private let scenario: Scenario
  private let cell: Int
  private let blocks: TrialBlocks

  /// The check of a cell.
  ///
  /// - Parameter trialsMax: The largest number of trials.
  public init(_ cell: ScenarioCell, trialsMax: Int) {
    scenario = cell.scenario
    self.cell = cell.number
    blocks = TrialBlocks(growingTo: trialsMax)
  }

  /// The verdicts, in the order of the expectations; nil for those not reached before an
  /// interruption.
  ///
  /// - Parameter report: is called with the number of trials so far.
  public func verdicts(
    threads: Int, interruption: Interruption, report: (Int) -> Void = { _ in }
  ) async -> [Verdict?] {
    await verdicts(
      threads: threads, interruption: interruption, store: .none, units: 0..<blocks.count,
      report: report)
  }

  /// The verdicts, as above.
  ///
  /// - Parameters:
  ///   - store: Keeps the outcomes of units. What it has is not run again.
  ///   - units: The numbers of the units of the cell.
  func verdicts(
    threads: Int, interruption: Interruption, store: UnitStore, units: Range<Int>,
    report: (Int) -> Void
  ) async -> [Verdict?] {
    precondition(units.count == blocks.count, "each block of trials is a unit")
    let known = AnalyticVerdicts(scenario, cell: cell)
    var decided = scenario.expectations.map { known.verdict(on: $0) }
    let runner = ScoreRunner(
      scenario,
      timesDetection: scenario.expectations.contains {
        $0.metricClaim?.metric.takesDetectionTime ?? false
      },
      threads: threads, interruption: interruption)
    await runTrials(runner, store, units, interruption, deciding: &decided, report)
    var gallery = WitnessSearch(scenario, trialsMax: blocks.trials, interruption: interruption)
    return decided.map { verdict in verdict.map { gallery.illustrated($0.turned) } }
  }

  /// Runs trials until every verdict is known, or until it is interrupted.
  private func runTrials(
    _ runner: ScoreRunner, _ store: UnitStore, _ units: Range<Int>, _ interruption: Interruption,
    deciding decided: inout [Verdict?], _ report: (Int) -> Void
  ) async {
    // What is known without trials is decided already, so claims about guarantees have no test.
    var tests = scenario.expectations.map { expectation in
      expectation.metricClaim.map { ExpectationTest($0, of: expectation, in: scenario) }
    }
    var counts = CellCounts()
    for (block, unit) in units.enumerated() {
      let trials = blocks[block]
      let open = tests.indices.filter { decided[$0] == nil }
      if open.isEmpty { return }
      let outcome: UnitOutcome
      if let kept = store.take(unit), kept.samples?.cover(open, trials: trials.count) == true {
        if interruption.isRaised { return }
        outcome = kept
      } else {
        guard let scores = await runner.scores(of: trials) else { return }
        outcome = UnitOutcome(sampling: scores, for: open, of: tests)
        store.keep(unit, outcome)
      }
      counts.merge(outcome.counts)
      for index in open {
        for sample in outcome.samples?.lists[index] ?? [] { tests[index]?.add(sample) }
      }
      let isOver = counts.trials >= blocks.trials
      for index in open {
        guard let test = tests[index], isOver || test.isDecided else { continue }
        decided[index] = test.verdict(cell: cell, counts: counts, in: scenario, isOver: isOver)
      }
      report(counts.trials)
    }
  }
}

extension UnitOutcome {
  /// The counts of some trials, and what the open ones of some tests look at in each of them.
  fileprivate init(sampling scores: [TrialScore], for open: [Int], of tests: [ExpectationTest?]) {
    var lists: [[SequentialTest.Sample]?] = tests.map { _ in nil }
    for index in open { lists[index] = scores.compactMap { tests[index]?.sample($0) } }
    self.init(counts: CellCounts(scores), samples: TrialSamples(lists))
  }
}
