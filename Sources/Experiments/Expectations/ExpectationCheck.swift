import Scenarios

/// Runs trials of a cell until each of its expectations is decided.
///
/// The numbers of trials after which it looks depend on nothing but the scenario, so that verdicts
/// do not depend on how many threads there are.
public struct ExpectationCheck: Sendable {
  private let scenario: Scenario
  private let cell: Int
  private let trialsMax: Int

  /// The check of a cell.
  ///
  /// - Parameters:
  ///   - cell: Its number, from 1.
  ///   - trialsMax: After how many trials at most a verdict is given.
  public init(_ scenario: Scenario, cell: Int, trialsMax: Int) {
    self.scenario = scenario
    self.cell = cell
    self.trialsMax = trialsMax
  }

  /// The verdicts, in the order of the expectations; nil if interrupted on the way.
  ///
  /// - Parameter report: is told how many trials have been looked at.
  public func verdicts(
    threads: Int, interruption: Interruption, report: (Int) -> Void = { _ in }
  ) async -> [Verdict]? {
    var tests = scenario.expectations.map { ExpectationTest($0, in: scenario) }
    var counts = CellCounts()
    var decided: [Verdict?] = Array(repeating: nil, count: tests.count)
    while counts.trials < trialsMax && decided.contains(where: { $0 == nil }) {
      let block = nextBlock(after: counts.trials)
      let parts = await ScoreRunner(scenario, threads: threads, interruption: interruption)
        .scores(of: block)
      guard let parts else { return nil }
      for var score in parts {
        for index in tests.indices where decided[index] == nil { tests[index].add(score) }
        counts.add(&score)
      }
      for index in tests.indices where decided[index] == nil && tests[index].isDecided {
        decided[index] = tests[index].verdict(
          cell: cell, counts: counts, in: scenario, isOver: false)
      }
      report(counts.trials)
    }
    return tests.indices.map { index in
      decided[index]
        ?? tests[index].verdict(cell: cell, counts: counts, in: scenario, isOver: true)
    }
  }

  /// The trials up to the next look: a quarter more each time, so that looking costs little and no
  /// case runs much longer than it must.
  private func nextBlock(after trials: Int) -> ClosedRange<Int> {
    let more = min(max(16, trials / 4), 4096)
    return trials + 1...min(trialsMax, trials + more)
  }
}
