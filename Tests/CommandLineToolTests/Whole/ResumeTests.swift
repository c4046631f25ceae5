import Foundation
import TestSupport
import Testing

@testable import CommandLineTool

struct ResumeTests {
  private let fixture = RunFixture()

  /// Stops a run as soon as its journal has a unit, which is its second line, and says how it ended.
  private func stopped(_ signal: CInt, _ line: String, _ journal: String) async -> Outcome {
    let place = fixture.folder.place(journal)
    return await fixture.run(
      line,
      stop: .signal(signal) {
        let bytes = (try? Data(contentsOf: URL(filePath: place))) ?? Data()
        return bytes.count { $0 == UInt8(ascii: "\n") } > 1
      })
  }

  /// Each signal with each setting; without optimisation each of both once.
  private static func stops<Setting>(_ settings: [Setting]) -> [(CInt, Setting)] {
    let signals = [SIGINT, SIGTERM]
    if !Effort.isWhole { return Array(zip(signals, settings)) }
    return signals.flatMap { signal in settings.map { (signal, $0) } }
  }

  @Test(arguments: stops(["", " --per-trial"]))
  func aStoppedRunGoesOnToTheSameBytes(signal: CInt, perTrial: String) async throws {
    let line = "run m.json --trials 100 --threads 1 --out @/r" + perTrial
    let first = await stopped(signal, line, "r/unfinished.units")
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
    let first = await stopped(SIGTERM, line, "r/shard-001-of-002.unfinished")
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

  // MARK: Checks

  /// A check that takes all trials in its first cell, since the correct rate is at the limit, and
  /// nothing is known of it beforehand, since the order of votes is not.
  private static let checked = """
    {"name": "small", "trials": 400,
     "voters": [
       {"name": "h", "role": "honest", "count": 2, "latency": {"exponential": {"mean": 0.5}}},
       {"name": "slow", "role": "honest", "count": 1, "latency": {"exponential": {"mean": 0.6}}},
       {"name": "t", "role": "byzantine", "count": 1, "strategy": "rush"}],
     "network": {"latency": {"exponential": {"mean": 0.001}}},
     "workload": {"proposals": 2},
     "sweep": {"safeguards.tally": ["anytime", "decisive"]},
     "expect": [
       {"metric": "correct_rate", "at_least": 0.5},
       {"metric": "false_approval_rate", "at_most": 0.2},
       {"metric": "latency_mean", "at_most": 0.0011}]}
    """

  /// Stops a check after so many looks, of which it takes at least one a trial.
  private func stopped(
    _ signal: CInt, _ line: String, afterLooks looks: Int, results: String? = nil
  ) async -> Outcome {
    await Program.quorumlab.outcome(
      of: line.replacing("@", with: fixture.folder.path),
      in: .init(
        files: ["c.json": Self.checked], resultsFolder: results.map(fixture.folder.place),
        stopRequest: .signal(signal, afterLooks: looks)))
  }

  @Test(arguments: stops([1, 3]))
  func aStoppedCheckGoesOnToTheSameText(signal: CInt, threads: Int) async throws {
    let line = "check c.json --max-trials \(Effort.count(3000, inDebug: 1500)) --github"
    let whole = await fixture.run(line, files: ["c.json": Self.checked])
    for looks in [100, 600, 1300].prefix(Effort.count(3, inDebug: 2)) {
      let stopped = await stopped(
        signal, line + " --out @/c --threads \(threads)", afterLooks: looks)
      #expect(stopped.status.rawValue == 128 + signal)
      #expect(stopped.output.contains("not reached"))
      #expect(stopped.error.contains("run the same command again to continue"))
      #expect(try fixture.folder.files().keys.sorted() == ["c/unfinished.check"])
    }
    let last = await fixture.run(line + " --out @/c", files: ["c.json": Self.checked])
    #expect(last.output == whole.output && last.status == whole.status && last.error.isEmpty)
    #expect(try fixture.folder.files().isEmpty)
  }

  /// Without --out the folder is that of the results of the scenario.
  @Test func aStoppedCheckIsKeptWhereResultsAre() async throws {
    let line = "check c.json --max-trials 2000"
    let whole = await fixture.run(line, files: ["c.json": Self.checked])
    _ = await stopped(SIGINT, line, afterLooks: 500, results: "results")
    #expect(try fixture.folder.files().keys.sorted() == ["results/small/unfinished.check"])
    let last = await Program.quorumlab.outcome(
      of: line,
      in: .init(
        files: ["c.json": Self.checked], resultsFolder: fixture.folder.place("results")))
    #expect(last.output == whole.output && last.error.isEmpty)
    #expect(!FileManager.default.fileExists(atPath: fixture.folder.place("results")))
  }

  @Test func aChangedCheckStartsAnewAndSaysSo() async throws {
    let line = "check c.json --max-trials 2000 --out @/c"
    _ = await stopped(SIGINT, line, afterLooks: 500)
    let other = await fixture.run(line + " --seed 2", files: ["c.json": Self.checked])
    #expect(other.error.hasPrefix("small: the unfinished work of another check was dropped: its '"))
    let fresh = await fixture.run(
      "check c.json --max-trials 2000 --seed 2", files: ["c.json": Self.checked])
    #expect(other.output == fresh.output)
  }

  @Test func aFolderThatIsNamedMustBePossible() async throws {
    try fixture.folder.write([1], to: "file")
    let files = ["c.json": Self.checked]
    let named = await fixture.run("check c.json --out @/file/c", files: files)
    #expect(named.status == .cannotCreate && named.output.isEmpty)
    let twice = await fixture.run("check c.json c.json --out @/c", files: files)
    #expect(twice.status == .usage)
    let stop = StopRequest()
    stop.raise(signal: SIGINT)
    let nothing = await fixture.run("check c.json s.json --out @/c", stop: stop, files: files)
    #expect(nothing.status == .interrupted)
    #expect(try fixture.folder.files().keys.sorted() == ["file"])
  }

  /// A working folder that cannot be written to is no reason to fail.
  @Test func withoutAFolderACheckGoesOn() async throws {
    try fixture.folder.write([1], to: "file")
    let line = "check c.json --max-trials 2000"
    let stopped = await stopped(SIGINT, line, afterLooks: 500, results: "file")
    #expect(stopped.status == .interrupted)
    #expect(stopped.error.contains("small: unfinished work is not kept: cannot create folder"))
  }
}
