import CSV
import Exactness
import Experiments
import JSON
import Reports
import Scenarios
import TestSupport
import Testing

@testable import Results

struct ResumableRunTests {
  private let folder = TemporaryFolder()
  private let sample: Sample

  init() throws {
    sample = try Sample(units: 9)
  }

  private func run(
    into name: String = "r", _ part: ResumableRun.Part = .whole, startsOver: Bool = false,
    keepsTrials: Bool = false, of other: Sample? = nil
  ) throws(ResultError) -> ResumableRun {
    try ResumableRun(
      (other ?? sample).file, into: folder.place(name), part: part,
      options: .init(threads: 2, startsOver: startsOver, keepsTrials: keepsTrials))
  }

  private func events(of run: ResumableRun) async -> [RunEvent] {
    var events: [RunEvent] = []
    for await event in run.run() { events.append(event) }
    return events
  }

  /// Runs to the end, which must be a good one.
  @discardableResult
  private func finish(_ run: ResumableRun) async throws -> Summary? {
    guard case .finished(let summary)? = await events(of: run).last else {
      throw ResultError(.incomplete, "the run did not finish")
    }
    return summary
  }

  /// Runs until so many units are done.
  private func stop(_ run: ResumableRun, after units: Int) async throws -> RunProgress {
    let interruption = Interruption()
    let last = await run.lastEvent(interruption) { event in
      if case .progress(let progress) = event, progress.unitsDone >= units { interruption.raise() }
    }
    guard case .interrupted(let progress) = last else {
      throw ResultError(.incomplete, "the run was not interrupted")
    }
    return progress
  }

  /// The files of a result that must not depend on how it was computed.
  private func result(_ name: String) throws -> [String: [UInt8]] {
    try folder.files(in: name).filter { $0.key != "run.log.json" }
  }

  // MARK: The whole

  @Test func aRunTellsHowFarItIsAndThenHowItEnded() async throws {
    let run = try run()
    #expect(!run.isComplete && run.place == folder.place("r"))
    var events = await events(of: run)
    guard case .finished(let summary?)? = events.popLast(),
      case .computed(let log)? = events.popLast()
    else {
      Issue.record("the run did not finish")
      return
    }
    let progress = events.compactMap { event in
      if case .progress(let progress) = event { progress } else { nil }
    }
    #expect(progress.count == events.count)
    #expect(progress.map(\.unitsDone) == Array(0...9))
    #expect(log.progress == progress.last && log.progress.isComplete)
    #expect(log.threads == 2 && log.detectorShare == nil && log.duration > .zero)
    #expect(summary.table.csv == (try folder.read("r/summary.csv")))
    let results = sample.cells.enumerated().map { index, counts in
      CellResult(sample.file.cells[index], counts)
    }
    #expect(
      summary.table == Summary(results, knowing: AnalyticValues(sample.file), of: sample.file).table
    )
    #expect(
      try folder.files(in: "r").keys.sorted() == ["manifest.json", "run.log.json", "summary.csv"])
  }

  @Test func theLogSaysHowItWent() async throws {
    try await finish(run())
    let log = try JSONDocument(parsing: try folder.read("r/run.log.json")).root.value
    guard case .object(let members) = log else {
      Issue.record("the log is no object")
      return
    }
    #expect(
      members.members.map(\.key) == [
        "started", "finished", "seconds", "host", "processors", "threads", "shard", "units",
        "units_resumed", "trials", "trials_resumed",
      ])
    #expect(members["threads"] == 2 && members["shard"] == "0/1" && members["units"] == 9)
  }

  @Test func aCompleteResultIsReadAndLeftAsItIs() async throws {
    let first = try await finish(run())
    let files = try folder.files(in: "r")
    let again = try run()
    #expect(again.isComplete)
    let events = await events(of: again)
    guard case .finished(let summary)? = events.first, events.count == 1 else {
      Issue.record("the result was not read")
      return
    }
    #expect(summary?.table == first?.table && summary != nil)
    #expect(try folder.files(in: "r") == files)
    let forced = try run(startsOver: true)
    #expect(!forced.isComplete)
    try await finish(forced)
    #expect(try result("r") == files.filter { $0.key != "run.log.json" })
  }

  /// Stops after each number of units in turn; the next run begins while the last one is still held.
  @Test func whatIsInterruptedGoesOnToTheSameBytes() async throws {
    try await finish(run(into: "whole", keepsTrials: true))
    var runs: [ResumableRun] = []
    var done = 0
    while done < 6 {
      let run = try run(keepsTrials: true)
      runs.append(run)
      let progress = try await stop(run, after: done + 2)
      #expect(progress.unitsResumed == done && progress.unitsDone >= done + 2)
      done = progress.unitsDone
      #expect(try folder.files(in: "r").keys.sorted() == ["unfinished.units"])
    }
    let last = try run(keepsTrials: true)
    try await finish(last)
    #expect(try result("r") == result("whole"))
    #expect(try result("r").keys.sorted() == ["manifest.json", "summary.csv", "trials.csv"])
    #expect(runs.count > 1)
  }

  @Test func anInterruptionFromOutsideStopsTheStream() async throws {
    let interruption = Interruption()
    interruption.raise()
    var last: RunEvent?
    for await event in try run().run(interruption: interruption) { last = event }
    guard case .interrupted(let progress)? = last else {
      Issue.record("the run was not interrupted")
      return
    }
    #expect(progress.unitsDone == 0)
    try await finish(run())
  }

  /// A run of which nobody wants to hear stops, and keeps what is done.
  @Test func whoStopsListeningStopsTheRun() async throws {
    let long = try Sample(units: 200)
    let events = try run(of: long).run()
    for await event in events {
      if case .progress(let progress) = event, progress.unitsDone > 0 { break }
    }
    let listening = Task { for await _ in events {} }
    listening.cancel()
    await listening.value
    // Another may go on as soon as the first has seen that it is to stop.
    var next: ResumableRun?
    while next == nil {
      next = try? run(of: long)
      await Task.yield()
    }
    try await finish(try #require(next))
    #expect(try folder.files(in: "r")["manifest.json"] != nil)
  }

  // MARK: Shards

  @Test func shardsAreMergedToTheBytesOfOneRun() async throws {
    try await finish(run(into: "whole", keepsTrials: true))
    for index in 0..<2 {
      let shard = Shard(index: index, count: 2)
      let run = try run(into: "shards", .shard(shard), keepsTrials: true)
      #expect(run.place == folder.place("shards/shard-00\(index)-of-002.json"))
      #expect(try await finish(run) == nil)
      #expect(try self.run(into: "shards", .shard(shard), keepsTrials: true).isComplete)
    }
    let merging = try run(into: "merged", .merging(shardsIn: folder.place("shards")))
    let events = await events(of: merging)
    guard case .finished(let summary?)? = events.first, events.count == 1 else {
      Issue.record("the shards were not merged")
      return
    }
    #expect(summary.table.csv == (try folder.read("whole/summary.csv")))
    #expect(try result("merged") == result("whole"))
    let again = try run(into: "merged", .merging(shardsIn: folder.place("shards")))
    #expect(again.isComplete)
  }

  @Test func missingShardsAreToldBeforeAnythingIsWritten() async throws {
    try await finish(run(into: "shards", .shard(Shard(index: 1, count: 2))))
    let wrong = problem { () throws(ResultError) in
      try run(into: "merged", .merging(shardsIn: folder.place("shards")))
    }
    #expect(wrong?.kind == .incomplete && wrong?.text.contains("shard-000-of-002.json") == true)
    #expect(try folder.files().keys.allSatisfy { $0.hasPrefix("shards/") })
  }

  // MARK: What goes wrong

  @Test func whatIsOfSomethingElseIsRefusedBeforeAnythingIsComputed() async throws {
    try await finish(run())
    let files = try folder.files()
    let other = try Sample(units: 9, seed: 2)
    let wrong = problem { () throws(ResultError) in try run(of: other) }
    #expect(wrong?.kind == .uncreatable)
    #expect(try folder.files() == files)
    try folder.write([1], to: "file")
    #expect(problem { () throws(ResultError) in try run(into: "file") }?.kind == .uncreatable)
  }

  @Test func aRunThatIsGivenUpLeavesTheFolderAsItWas() async throws {
    try run(into: "new").withdraw()
    #expect(try folder.files(in: "new").isEmpty)
    _ = try await stop(try run(into: "r"), after: 1)
    let begun = try folder.files(in: "r")
    #expect(begun.keys.sorted() == ["unfinished.units"])
    try run(into: "r").withdraw()
    #expect(try folder.files(in: "r") == begun)
    try await finish(try run(into: "r"))
    let whole = try folder.files(in: "r")
    try run(into: "r").withdraw()
    #expect(try folder.files(in: "r") == whole)
  }

  @Test func twoRunsDoNotWorkInOneFolder() async throws {
    let first = try run()
    let wrong = problem { () throws(ResultError) in try run() }
    #expect(wrong?.text.contains("another process is using it") == true)
    try await finish(first)
    #expect(try run().isComplete)
  }

  /// The result cannot be written, but what was computed is kept.
  @Test func aFileThatCannotBeWrittenIsToldAndNothingIsLost() async throws {
    let run = try run()
    try folder.write([1], to: "r/summary.csv/within")
    guard case .failed(let error)? = await events(of: run).last else {
      Issue.record("the run did not fail")
      return
    }
    #expect(error.kind == .unwritable && error.messages[0].contains("summary.csv"))
    let journal = try sample.journal(folder.place("r/unfinished.units"))
    #expect(journal.finished.count == 9)
  }

  @Test func aResultThatIsDamagedAfterItWasLookedAtIsTold() async throws {
    try await finish(run())
    let again = try run()
    try folder.write("a,b\n".utf8, to: "r/summary.csv")
    guard case .failed(let error)? = await events(of: again).last else {
      Issue.record("the damage went unseen")
      return
    }
    #expect(error.kind == .badData)
    #expect(
      error.messages == ["the files in folder '\(folder.place("r"))' are not a summary of 'sample'"]
    )
  }
}
