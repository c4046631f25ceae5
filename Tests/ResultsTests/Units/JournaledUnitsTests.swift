import Experiments
import Metrics
import Synchronization
import TestSupport
import Testing

@testable import Results

struct JournaledUnitsTests {
  private let folder = TemporaryFolder()
  private let sample: Sample

  init() throws {
    sample = try Sample(units: 9)
  }

  /// Keeps what is reported.
  private final class Reports: Sendable {
    let all = Mutex<[RunProgress]>([])
  }

  private func run(
    _ shard: Shard = .whole, threads: Int = 2, interruption: Interruption = Interruption(),
    report: @escaping @Sendable (RunProgress) -> Void = { _ in }
  ) async throws -> JournaledUnits.Outcome {
    let journal = try sample.journal(folder.place("journal"), shard)
    return try await JournaledUnits(sample.file, journal, of: shard, keepsTrials: false).run(
      threads: threads, interruption: interruption, report: report)
  }

  @Test(arguments: [1, 2, 3, 7])
  func theCountsAreThoseOfAllUnits(threads: Int) async throws {
    let outcome = try await run(threads: threads)
    #expect(outcome.isComplete)
    #expect(outcome.cells == sample.cells)
  }

  @Test func aShardCountsItsOwnUnitsOnly() async throws {
    let outcome = try await run(Shard(index: 1, count: 4))
    #expect(outcome.isComplete && outcome.progress.units == 2)
    for (index, cell) in outcome.cells.enumerated() {
      #expect(cell == (index % 4 == 1 ? sample.cells[index] : CellCounts()))
    }
  }

  @Test func progressIsReportedUnitByUnit() async throws {
    let reports = Reports()
    _ = try await run { progress in reports.all.withLock { $0.append(progress) } }
    let all = reports.all.withLock { $0 }
    #expect(all.map(\.unitsDone) == Array(0...9))
    #expect(all.map(\.trialsDone) == (0...9).map { $0 * 3 })
    #expect(all.allSatisfy { $0.units == 9 && $0.trials == 27 && $0.unitsResumed == 0 })
    #expect(Set(all.dropFirst().map(\.cell)) == Set(0..<9))
  }

  /// Stops after each number of units in turn, goes on, and stops again, until all is done.
  @Test(arguments: [1, 3])
  func interruptedWorkGoesOnToTheSameCounts(threads: Int) async throws {
    var done = 0
    for stops in 1...20 {
      let interruption = Interruption()
      let end = done + 2
      let outcome = try await run(threads: threads, interruption: interruption) { progress in
        if progress.unitsDone >= end { interruption.raise() }
      }
      #expect(outcome.progress.unitsResumed == done)
      #expect(outcome.progress.trialsResumed == done * 3)
      #expect(outcome.progress.unitsDone >= min(9, end))
      done = outcome.progress.unitsDone
      if outcome.isComplete {
        #expect(outcome.cells == sample.cells)
        // Several threads may be through with everything before they see that they are to stop.
        #expect(stops > 1 || threads > 1)
        return
      }
    }
    Issue.record("the work never ended")
  }

  /// Whatever a killed process had written down of a journal, the end is the same.
  @Test func aJournalCutOffAnywhereIsCompletedToTheSameCounts() async throws {
    _ = try await run()
    let text = try folder.read("journal")
    for count in stride(from: 0, to: text.count, by: text.count / 40) {
      try folder.write(text.prefix(count), to: "journal")
      let outcome = try await run()
      #expect(outcome.isComplete && outcome.cells == sample.cells, "cut at \(count)")
    }
  }

  @Test func aRaisedInterruptionLeavesAllToDo() async throws {
    let interruption = Interruption()
    interruption.raise()
    let outcome = try await run(interruption: interruption)
    #expect(!outcome.isComplete && outcome.progress.unitsDone == 0)
  }

  /// Stopped and gone on with, on several threads: the trials are all there, in their order.
  @Test(arguments: [1, 3])
  func trialsAreKeptWhateverInterruptsTheWork(threads: Int) async throws {
    let sample = try Sample(units: 9, keepsTrials: true)
    var interruptions = 0
    while true {
      let journal = try sample.journal(folder.place("journal"))
      let units = JournaledUnits(sample.file, journal, of: .whole, keepsTrials: true)
      let interruption = Interruption()
      let end = journal.finished.count + 3
      let outcome = try await units.run(threads: threads, interruption: interruption) { progress in
        if progress.unitsDone >= end { interruption.raise() }
      }
      if outcome.isComplete {
        #expect(outcome.trials == sample.table && outcome.cells == sample.cells)
        break
      }
      #expect(outcome.trials == nil)
      interruptions += 1
    }
    #expect(interruptions > 0)
  }
}
