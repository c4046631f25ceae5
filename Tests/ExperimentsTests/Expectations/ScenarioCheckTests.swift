import Experiments
import Scenarios
import Synchronization
import Testing

struct ScenarioCheckTests {
  private func file() throws -> ScenarioFile {
    try ScenarioFile(
      parsing: """
        {"name": "check", "trials": 400, "voters": [
           {"name": "h", "role": "honest", "count": 2, "accuracy": 0.9, "correlation": 0.5,
            "latency": {"exponential": {"mean": 1}}},
           {"name": "slow", "role": "honest", "count": 1, "accuracy": 0.9,
            "latency": {"exponential": {"mean": 2}}},
           {"name": "t", "role": "byzantine", "count": 1, "strategy": "rush"}],
         "workload": {"proposals": 2}, "sweep": {"safeguards.tally": ["anytime", "decisive"]},
         "expect": [{"metric": "correct_rate", "at_least": 0.5},
                    {"metric": "latency_mean", "at_most": 5}]}
        """)
  }

  private func events(
    trialsMax: Int? = nil, threads: Int = 2, interruption: Interruption = Interruption()
  ) async throws -> (progress: [ScenarioCheck.Progress], verdicts: [[Verdict?]]?) {
    var progress: [ScenarioCheck.Progress] = []
    var verdicts: [[Verdict?]]?
    let check = ScenarioCheck(try file(), trialsMax: trialsMax)
    for await event in check.run(threads: threads, interruption: interruption) {
      #expect(verdicts == nil, "the verdicts come last")
      switch event {
      case .progress(let some): progress.append(some)
      case .decided(let all): verdicts = all.map(\.verdicts)
      }
    }
    return (progress, verdicts)
  }

  @Test(arguments: [1, 3])
  func theVerdictsAreThoseOfEachCell(threads: Int) async throws {
    let file = try file()
    let verdicts = try #require(try await events(threads: threads).verdicts)
    #expect(verdicts.count == 2)
    for (index, cell) in file.cells.enumerated() {
      let check = ExpectationCheck(cell, trialsMax: cell.scenario.trials)
      let expected = await check.verdicts(threads: 1, interruption: Interruption())
      #expect(verdicts[index].map { $0?.outcome } == expected.map { $0?.outcome })
      #expect(verdicts[index].map { $0?.trials } == expected.map { $0?.trials })
      #expect(!verdicts[index].contains { $0 == nil })
    }
  }

  @Test func progressNamesTheCellAndTheMostTrials() async throws {
    let (progress, _) = try await events(trialsMax: 60)
    #expect(!progress.isEmpty)
    #expect(progress.allSatisfy { (1...2).contains($0.cell) && $0.trialsMax == 60 })
    #expect(progress.allSatisfy { (1...60).contains($0.trials) })
    #expect(progress.map(\.cell) == progress.map(\.cell).sorted())
  }

  @Test func whatIsNotReachedHasNoVerdict() async throws {
    let interruption = Interruption()
    interruption.raise()
    let (progress, verdicts) = try await events(interruption: interruption)
    #expect(progress.isEmpty)
    #expect(verdicts?.map(\.count) == [2, 2])
    #expect(verdicts?.joined().allSatisfy { $0 == nil } == true)
  }

  /// The time of a cell is what the clock says of it.
  @Test func cellsAreTimedByTheClockOfTheCaller() async throws {
    let ticks = Mutex(0)
    let events = ScenarioCheck(try file()).run(threads: 1) {
      ticks.withLock { ticks in
        ticks += 1
        return .seconds(ticks * ticks)
      }
    }
    for await event in events {
      if case .decided(let cells) = event {
        #expect(cells.map(\.duration) == [.seconds(4 - 1), .seconds(16 - 9)])
      }
    }
  }
}
