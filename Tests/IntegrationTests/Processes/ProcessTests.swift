import Foundation
import TestSupport
import Testing

/// What only a process of its own shows: signals, and death at any instant.
@Suite(.serialized) struct ProcessTests {
  private let folder = TemporaryFolder()
  private let executable: Executable

  init() throws {
    executable = Executable(folder: folder.path)
    try write(
      """
      {"name": "scenario", "trials": 12,
       "voters": [
         {"name": "h", "role": "honest", "count": 4, "accuracy": 0.8,
          "latency": {"exponential": {"mean": 1}}},
         {"name": "r", "role": "byzantine", "count": 1, "strategy": "rush"}],
       "workload": {"proposals": 3}, "sweep": {"config.quorum_fraction": [\(fractions)]}}
      """)
  }

  private var fractions: String {
    (1...40).map { String(Double($0) / 40) }.joined(separator: ", ")
  }

  private func write(_ text: String) throws { try folder.write(text.utf8, to: "s.json") }

  private func result(_ name: String) throws -> [String: [UInt8]] {
    try folder.files(in: name).filter { $0.key != "run.log.json" }
  }

  /// Waits until a journal holds so many lines.
  private func waitForJournal(
    lines: Int, of journal: String = "results/scenario/unfinished.units"
  ) throws {
    for _ in 0..<3000 {
      let text = (try? folder.read(journal)) ?? []
      if text.count(where: { $0 == UInt8(ascii: "\n") }) >= lines { return }
      usleep(2000)
    }
    Issue.record("there is no journal")
  }

  @Test func resultsGoToAFolderOfTheirName() throws {
    #expect(try executable.start("run s.json").end() == 0)
    #expect(
      try folder.files(in: "results").keys.sorted() == [
        "scenario/manifest.json", "scenario/run.log.json", "scenario/summary.csv",
      ])
    #expect(try executable.start("run s.json --seed 2").end() == 73)
    #expect(try executable.start("run none.json").end() == 66)
  }

  /// As in `quorumlab run … | head`; what was computed is whole all the same.
  @Test(arguments: [
    "run s.json", "check expecting.json --junit check.xml", "help", "schema", "version",
  ])
  func withoutAReaderItEndsBySIGPIPE(line: String) throws {
    try folder.write(
      #"""
      {"name": "expecting", "voters": [{"name": "h", "role": "honest", "count": 4}],
       "expect": [{"metric": "correct_rate", "at_least": 0.5}]}
      """#.utf8, to: "expecting.json")
    let pipe = Pipe()
    try pipe.fileHandleForReading.close()
    let run = try executable.start(line, output: pipe.fileHandleForWriting)
    #expect(run.endSignal() == SIGPIPE)
    try pipe.fileHandleForWriting.close()
    let files = try folder.files(in: ".").keys.filter {
      !["s.json", "expecting.json"].contains($0)
    }
    let whole = ["manifest.json", "run.log.json", "summary.csv"].map { "results/scenario/\($0)" }
    let expected = line.hasPrefix("run") ? whole : line.hasPrefix("check") ? ["check.xml"] : []
    #expect(files.sorted() == expected)
    if expected == ["check.xml"] {
      #expect(try folder.read("check.xml").suffix(14) == Array("</testsuites>\n".utf8)[...])
    }
  }

  /// What follows a result that nobody reads is not computed.
  @Test func withoutAReaderItRunsNoFurtherScenario() throws {
    for name in ["one", "two"] {
      try folder.write(
        #"{"name": "\#(name)", "trials": 5, "voters": [{"name": "h", "role": "honest", "count": 4}]}"#
          .utf8, to: "\(name).json")
    }
    let pipe = Pipe()
    try pipe.fileHandleForReading.close()
    let run = try executable.start("run one.json two.json", output: pipe.fileHandleForWriting)
    #expect(run.endSignal() == SIGPIPE)
    try pipe.fileHandleForWriting.close()
    #expect(
      try folder.files(in: "results").keys.sorted()
        == ["one/manifest.json", "one/run.log.json", "one/summary.csv"])
  }

  /// In the middle of many units, and of a trial that would take for ever.
  @Test(arguments: [SIGINT, SIGTERM])
  func signalsEndARunWithinASecond(signal: CInt) throws {
    for (trials, proposals, lines) in [(100_000, 3, 2), (1, 5_000_000, 1)] {
      try? FileManager.default.removeItem(atPath: folder.place("results"))
      let run = try executable.start(
        "run s.json --set trials=\(trials) --set workload.proposals=\(proposals)"
          + " --set config.quorum_fraction=0.5")
      try waitForJournal(lines: lines)
      usleep(50_000)
      #expect(run.isRunning)
      let start = ContinuousClock.now
      run.send(signal)
      #expect(run.end() == 128 + signal)
      // A second, on a machine that has nothing else to do.
      #expect(ContinuousClock.now - start < .seconds(3))
      #expect(try folder.files(in: "results").keys.sorted() == ["scenario/unfinished.units"])
    }
  }

  /// Killed at up to a dozen instants, each a little further or not: the files are the same in the end.
  @Test func whateverKillsItTheSameCommandEndsInTheSameFiles() throws {
    #expect(try executable.start("run s.json --out whole").end() == 0)
    let whole = try result("whole")
    #expect(whole.keys.sorted() == ["manifest.json", "summary.csv"])
    var generator = SplitMix64(seed: 9)
    var kills = 0
    while kills < Effort.count(12, inDebug: 6) {
      let run = try executable.start("run s.json --threads 2")
      usleep(UInt32(generator.nextUnit() * 150_000))
      run.send(SIGKILL)
      if run.end() == nil { kills += 1 }
      let files = try folder.files(in: ".")
      if files["results/scenario/manifest.json"] == nil { continue }
      #expect(try executable.start("run s.json").end() == 0)
      #expect(try result("results/scenario") == whole)
      try FileManager.default.removeItem(atPath: folder.place("results"))
    }
    #expect(try executable.start("run s.json").end() == 0)
    #expect(try result("results/scenario") == whole)
  }

  /// A check is killed twice, each time after it has done something new.
  @Test func aKilledCheckEndsInTheSameText() throws {
    // It must last for several seconds: how many trials that takes depends on the machine.
    var trials = _isDebugAssertConfiguration() ? 10_000 : 200_000
    repeat {
      trials *= 2
      try? FileManager.default.removeItem(atPath: folder.place("results"))
      try writeCheck(trials: trials)
    } while try !isKilledTwice()
    let ended = try text("check c.json")
    #expect(
      try folder.files(in: ".").keys.sorted() == ["c.json", "output.txt", "s.json"])
    #expect(try text("check c.json --out whole --threads 1") == ended)
  }

  /// Its rate is at the limit, so that all trials are needed.
  private func writeCheck(trials: Int) throws {
    try folder.write(
      """
      {"name": "scenario", "trials": \(trials),
       "voters": [
         {"name": "h", "role": "honest", "count": 3, "latency": {"exponential": {"mean": 0.5}}},
         {"name": "r", "role": "byzantine", "count": 1, "strategy": "rush"}],
       "network": {"latency": {"exponential": {"mean": 0.001}}},
       "workload": {"proposals": 2}, "expect": [{"metric": "correct_rate", "at_least": 0.5}]}
      """.utf8, to: "c.json")
  }

  /// Whether a check could be killed twice before its end, each time later.
  private func isKilledTwice() throws -> Bool {
    var lines = 0
    for _ in 0..<2 {
      let run = try executable.start("check c.json --threads 2")
      func linesNow() -> Int {
        let journal = try? folder.read("results/scenario/unfinished.check")
        return journal?.count { $0 == UInt8(ascii: "\n") } ?? 0
      }
      while run.isRunning && linesNow() < lines + 2 { usleep(2000) }
      run.send(SIGKILL)
      if run.end() != nil { return false }
      lines = linesNow()
    }
    return true
  }

  private func text(_ line: String) throws -> String {
    let output = folder.place("output.txt")
    #expect(FileManager.default.createFile(atPath: output, contents: nil))
    let handle = try #require(FileHandle(forWritingAtPath: output))
    let status = try executable.start(line, output: handle).end()
    return "\(status ?? -1)\n\(String(decoding: try folder.read("output.txt"), as: UTF8.self))"
  }
}
