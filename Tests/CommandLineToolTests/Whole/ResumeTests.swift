import Foundation
import Synchronization
import TestSupport
import Testing

@testable import CommandLineTool

struct ResumeTests {
  private let fixture = RunFixture()

  /// Stops a run as soon as its journal holds something, and says how it ended.
  private func stopped(_ signal: CInt, _ line: String, _ journal: String) async throws -> Outcome {
    let stop = StopRequest()
    let place = fixture.folder.place(journal)
    let watcher = Watcher(place, stop, signal)
    let outcome = await fixture.run(line, stop: stop)
    try watcher.end()
    return outcome
  }

  /// Looks at a journal until it has two lines, then wants the run to stop.
  private final class Watcher: Sendable {
    private let isOver = Atomic(false)
    private let thread = Mutex<OtherThread?>(nil)

    init(_ journal: String, _ stop: StopRequest, _ signal: CInt) {
      let started = OtherThread {
        while !self.isOver.load(ordering: .relaxed) {
          let bytes = (try? Data(contentsOf: URL(filePath: journal))) ?? Data()
          if bytes.count(where: { $0 == UInt8(ascii: "\n") }) > 1 {
            stop.raise(signal: signal)
            return
          }
          usleep(500)
        }
      }
      thread.withLock { $0 = started }
    }

    func end() throws {
      isOver.store(true, ordering: .relaxed)
      try thread.withLock { $0 }?.join()
    }
  }

  @Test(arguments: [SIGINT, SIGTERM], ["", " --per-trial"])
  func aStoppedRunGoesOnToTheSameBytes(signal: CInt, perTrial: String) async throws {
    let line = "run m.json --trials 100 --threads 1 --out @/r" + perTrial
    let first = try await stopped(signal, line, "r/unfinished.units")
    #expect(first.status.rawValue == 128 + signal && first.output.isEmpty)
    #expect(first.error.hasPrefix("stopped after "))
    #expect(first.error.contains(" of 20 units of 'many', which are kept in folder '"))
    #expect(first.error.hasSuffix("; run the same command again to continue\n"))
    #expect(try fixture.folder.files(in: "r").keys.sorted() == ["unfinished.units"])

    let second = await fixture.run(line)
    #expect(second.status == .success)
    let whole = await fixture.run("run m.json --trials 100 --out @/whole" + perTrial)
    #expect(second.output == whole.output)
    #expect(try fixture.result("r") == fixture.result("whole"))
    let log = String(decoding: try fixture.folder.read("r/run.log.json"), as: UTF8.self)
    #expect(!log.contains("\"units_resumed\": 0,"))
  }

  @Test func aStoppedShardGoesOn() async throws {
    let line = "run m.json --trials 100 --threads 1 --out @/r --shard 1/2"
    let first = try await stopped(SIGTERM, line, "r/shard-001-of-002.unfinished")
    #expect(first.status == .terminated)
    #expect(
      try fixture.folder.files(in: "r").keys.sorted() == ["shard-001-of-002.unfinished"])
    #expect(await fixture.run(line).status == .success)
    #expect(try fixture.folder.files(in: "r").keys.sorted() == ["shard-001-of-002.json"])
    _ = await fixture.run("run m.json --trials 100 --out @/r --shard 0/2")
    let merged = await fixture.run("merge m.json --trials 100 --in @/r --out @/merged")
    #expect(merged.status == .success)
    _ = await fixture.run("run m.json --trials 100 --out @/whole")
    #expect(try fixture.result("merged") == fixture.result("whole"))
  }

  @Test func theUnfinishedWorkOfAnotherScenarioIsRefusedUnlessForced() async throws {
    let stop = StopRequest()
    stop.raise(signal: SIGINT)
    #expect(await fixture.run("run m.json --out @/r", stop: stop).status == .interrupted)
    let other = await fixture.run("run m.json --seed 2 --out @/r")
    #expect(other.status == .cannotCreate)
    #expect(other.error.contains("has unfinished work of another run"))
    #expect(await fixture.run("run m.json --seed 2 --out @/r --force").status == .success)
  }

  @Test func ofSeveralScenariosThoseBeforeTheStopAreComplete() async throws {
    let stop = StopRequest()
    _ = await fixture.run("run s.json --out @/both/small")
    stop.raise(signal: SIGINT)
    let outcome = await fixture.run("run s.json m.json --out @/both", stop: stop)
    #expect(outcome.status == .interrupted)
    #expect(outcome.output.hasPrefix("small: "))
    #expect(outcome.error.contains("stopped after 0 of 20 units of 'many'"))
  }
}
