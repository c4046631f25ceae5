import Metrics
import Scenarios

/// Decides each expectation of a cell: in advance where possible, otherwise with trials.
///
/// It looks at numbers of trials that depend only on the scenario, so verdicts do not depend on the
/// number of threads.
public struct ExpectationCheck: Sendable {
  private let scenario: Scenario
  private let cell: Int
  private let trialsMax: Int

  /// The check of a cell.
  ///
  /// - Parameter trialsMax: The largest number of trials.
  public init(_ cell: ScenarioCell, trialsMax: Int) {
    scenario = cell.scenario
    self.cell = cell.number
    self.trialsMax = trialsMax
  }

  /// The verdicts, in the order of the expectations; nil for those not reached before an
  /// interruption.
  ///
  /// - Parameter report: is called with the number of trials so far.
  public func verdicts(
    threads: Int, interruption: Interruption, report: (Int) -> Void = { _ in }
  ) async -> [Verdict?] {
    let known = AnalyticVerdicts(scenario, cell: cell)
    var decided = scenario.expectations.map { known.verdict(on: $0) }
    let runner = ScoreRunner(
      scenario,
      timesDetection: scenario.expectations.contains {
        $0.metricClaim?.metric.takesDetectionTime ?? false
      },
      threads: threads, interruption: interruption)
    await runTrials(runner, deciding: &decided, report)
    var gallery = WitnessSearch(scenario, trialsMax: trialsMax, interruption: interruption)
    return decided.map { verdict in verdict.map { gallery.illustrated($0.turned) } }
  }

  /// Runs trials until every verdict is known, or until it is interrupted.
  private func runTrials(
    _ runner: ScoreRunner, deciding decided: inout [Verdict?], _ report: (Int) -> Void
  ) async {
    // What is known without trials is decided already, so claims about guarantees have no test.
    var tests = scenario.expectations.map { expectation in
      expectation.metricClaim.map { ExpectationTest($0, of: expectation, in: scenario) }
    }
    var counts = CellCounts()
    while decided.contains(where: { $0 == nil }) {
      guard let scores = await runner.scores(of: nextBlock(after: counts.trials)) else { return }
      for var score in scores {
        for index in tests.indices where decided[index] == nil { tests[index]?.add(score) }
        counts.add(&score)
      }
      let isOver = counts.trials >= trialsMax
      for (index, test) in tests.enumerated() where decided[index] == nil {
        guard let test, isOver || test.isDecided else { continue }
        decided[index] = test.verdict(cell: cell, counts: counts, in: scenario, isOver: isOver)
      }
      report(counts.trials)
    }
  }

  /// The trials up to the next look: a quarter more each time, so that looks cost little and no
  /// check runs much longer than necessary.
  private func nextBlock(after trials: Int) -> ClosedRange<Int> {
    let more = min(max(16, trials / 4), 4096)
    return trials + 1...min(trialsMax, trials + more)
  }
}
