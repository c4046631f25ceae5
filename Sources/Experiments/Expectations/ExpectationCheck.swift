import Metrics
import Scenarios

/// Decides each expectation on a cell: by what is known beforehand, else by running trials.
///
/// The numbers of trials after which it looks depend on nothing but the scenario, so that verdicts
/// do not depend on how many threads there are.
public struct ExpectationCheck: Sendable {
  private let scenario: Scenario
  private let cell: Int
  private let trialsMax: Int

  /// The check of a cell.
  ///
  /// - Parameter trialsMax: After how many trials at most a verdict is given.
  public init(_ cell: ScenarioCell, trialsMax: Int) {
    scenario = cell.scenario
    self.cell = cell.number
    self.trialsMax = trialsMax
  }

  /// The verdicts, in the order of the expectations; nil for those not reached when interrupted.
  ///
  /// - Parameter report: is told how many trials have been looked at.
  public func verdicts(
    threads: Int, interruption: Interruption, report: (Int) -> Void = { _ in }
  ) async -> [Verdict?] {
    let foreknowledge = AnalyticVerdicts(scenario, cell: cell)
    var decided = scenario.expectations.map { foreknowledge.verdict(on: $0) }
    let runner = ScoreRunner(
      scenario,
      timesDetection: scenario.expectations.contains { $0.metric.takesDetectionTime },
      threads: threads, interruption: interruption)
    await runTrials(runner, deciding: &decided, report)
    var gallery = WitnessSearch(scenario, trialsMax: trialsMax, interruption: interruption)
    return decided.map { verdict in verdict.map { gallery.illustrated($0) } }
  }

  /// Runs trials until every verdict is there, or an interruption is raised.
  private func runTrials(
    _ runner: ScoreRunner, deciding decided: inout [Verdict?], _ report: (Int) -> Void
  ) async {
    var tests = scenario.expectations.map { ExpectationTest($0, in: scenario) }
    var counts = CellCounts()
    while decided.contains(where: { $0 == nil }) {
      guard let scores = await runner.scores(of: nextBlock(after: counts.trials)) else { return }
      for var score in scores {
        for index in tests.indices where decided[index] == nil { tests[index].add(score) }
        counts.add(&score)
      }
      let isOver = counts.trials >= trialsMax
      for index in tests.indices where decided[index] == nil && (isOver || tests[index].isDecided) {
        decided[index] = tests[index].verdict(
          cell: cell, counts: counts, in: scenario, isOver: isOver)
      }
      report(counts.trials)
    }
  }

  /// The trials up to the next look: a quarter more each time, so that looking costs little and no
  /// case runs much longer than it must.
  private func nextBlock(after trials: Int) -> ClosedRange<Int> {
    let more = min(max(16, trials / 4), 4096)
    return trials + 1...min(trialsMax, trials + more)
  }
}
