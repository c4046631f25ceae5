import JSON
import TestSupport
import Testing

@testable import CommandLineTool

struct RunCommandTests {
  private let fixture = RunFixture()
  private var folder: TemporaryFolder { fixture.folder }

  @Test func aRunWritesItsFilesAndPrintsATable() async throws {
    let outcome = await fixture.run("run s.json --out @/r")
    #expect(outcome.status == .success)
    #expect(outcome.error == "wrote folder '\(folder.path)/r'\n")
    #expect(outcome.output.hasPrefix("small: 40 trials a cell, seed 1, 95 % intervals\n\n"))
    #expect(outcome.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
    #expect(
      try folder.files(in: "r").keys.sorted() == ["manifest.json", "run.log.json", "summary.csv"])
    let csv = String(decoding: try folder.read("r/summary.csv"), as: UTF8.self)
    #expect(csv.split(separator: "\n").count == 3)
  }

  @Test func theFormatSaysWhatGoesToStandardOutput() async throws {
    let csv = await fixture.run("run s.json --out @/r --format csv")
    #expect(Array(csv.output.utf8) == (try folder.read("r/summary.csv")))
    let json = await fixture.run("run s.json --out @/r --format json")
    let cells = try JSONDocument(parsing: Array(json.output.utf8)).root.value
    guard case .array(let elements) = cells else {
      Issue.record("no list")
      return
    }
    #expect(elements.count == 2)
    let table = await fixture.run("run s.json --out @/r --format table")
    #expect(await fixture.run("run s.json --out @/other").output == table.output)
  }

  @Test func whatIsCompleteIsShownAgainAndLeftAsItIs() async throws {
    let first = await fixture.run("run s.json --out @/r")
    let files = try folder.files(in: "r")
    let second = await fixture.run("run s.json --out @/r")
    #expect(second.status == .success && second.output == first.output)
    #expect(
      second.error == "folder '\(folder.path)/r' is already complete; use --force to start over\n")
    #expect(try folder.files(in: "r") == files)
    let third = await fixture.run("run s.json --out @/r --force")
    #expect(third.output == first.output && third.error.hasPrefix("wrote folder"))
  }

  @Test func quietRunsSayNothing() async {
    for _ in 1...2 {
      let outcome = await fixture.run("run s.json --out @/r --quiet --verbose")
      #expect(outcome == Outcome(status: .success, output: "", error: ""))
    }
    let shard = await fixture.run("run s.json --out @/shards --quiet --shard 0/2")
    #expect(shard == Outcome(status: .success, output: "", error: ""))
  }

  @Test func verboseRunsFirstSayWhatExactlyIsRun() async throws {
    let outcome = await fixture.run("run s.json --out @/r --verbose --threads 3 --seed 77")
    #expect(outcome.error.hasPrefix("small, seed 77, 3 threads\n{\n  \"name\": \"small\",\n"))
    #expect(outcome.error.contains("\"default_expiry_seconds\": 0"))
    #expect(outcome.output.contains("seed 77"))
  }

  @Test func severalScenariosHaveAFolderEach() async throws {
    let other = ["o.json": RunFixture.small.replacing("\"small\"", with: "\"other\"")]
    let outcome = await fixture.run("run s.json o.json --out @/both", files: other)
    #expect(outcome.status == .success)
    #expect(outcome.output.contains("\n\nother: 40 trials"))
    for name in ["small", "other"] {
      #expect(try folder.files(in: "both/\(name)").count == 3)
    }
    let alone = await fixture.run("run o.json --out @/alone", files: other)
    #expect(alone.status == .success)
    #expect(try fixture.result("alone") == fixture.result("both/other"))
  }

  @Test func scenariosOfOneNameAreRefused() async throws {
    let outcome = await fixture.run(
      "run s.json o.json --out @/both", files: ["o.json": RunFixture.small])
    #expect(outcome.status == .usage)
    #expect(outcome.error.contains("two scenarios have the name 'small'"))
    #expect(try folder.files().isEmpty)
  }

  // MARK: What goes wrong

  @Test func badScenariosWriteNothing() async throws {
    for (line, status) in [
      ("run bad.json --out @/r", .badInput), ("run none.json --out @/r", .noInput),
      ("run s.json bad.json --out @/r", .badInput), ("run s.json --out @/r --threads 0", .usage),
      ("run s.json --out @/r --shard 2/2", .usage), ("run s.json --out @/r --trials 0", .usage),
    ] as [(String, CommandLineTool.ExitStatus)] {
      let outcome = await fixture.run(line, files: ["bad.json": "{"])
      #expect(outcome.output.isEmpty && !outcome.error.isEmpty)
      #expect(outcome.status == status, "\(line)")
    }
    #expect(try folder.files().isEmpty)
  }

  @Test func whatIsOfAnotherScenarioIsRefusedUnlessForced() async throws {
    _ = await fixture.run("run s.json --out @/r")
    let files = try folder.files(in: "r")
    for (change, fields) in [
      ("--seed 2", "seed: 1 there, 2 here"), ("--trials 41", "trials: 40 there, 41 here"),
      (
        "--set workload.proposals=3 --set voters.h.count=4",
        "voters.h.count: 3 there, 4 here; workload.proposals: 2 there, 3 here"
      ),
    ] {
      let outcome = await fixture.run("run s.json --out @/r \(change)")
      #expect(outcome.status == .cannotCreate && outcome.output.isEmpty)
      #expect(outcome.error.contains(": it has another result (\(fields)); use --out"))
      #expect(try folder.files(in: "r") == files)
    }
    let forced = await fixture.run("run s.json --out @/r --seed 2 --force")
    #expect(forced.status == .success)
    #expect(try folder.files(in: "r") != files)
  }

  @Test func aFolderThatCannotBeWrittenToIsToldBeforeAnythingIsComputed() async throws {
    try folder.write([1], to: "file")
    let other = ["o.json": RunFixture.small.replacing("\"small\"", with: "\"other\"")]
    try folder.write([1], to: "both/other")
    for line in [
      "run s.json --out @/file", "run s.json --out @/file/within",
      "run s.json --out @/file --shard 0/2", "run s.json o.json --out @/both",
    ] {
      let outcome = await fixture.run(line, files: other)
      #expect(outcome.status == .cannotCreate && outcome.output.isEmpty, "\(line)")
      #expect(outcome.error.contains("cannot create"))
    }
    #expect(try folder.files()["both/small/summary.csv"] == nil)
  }

  @Test func aDamagedShardIsToldAndKept() async throws {
    try folder.write("{".utf8, to: "shards/shard-000-of-002.json")
    let outcome = await fixture.run("run s.json --out @/shards --shard 0/2")
    #expect(outcome.status == .badInput)
    #expect(
      outcome.error == "\(folder.path)/shards/shard-000-of-002.json: the file is damaged: "
        + "it is not valid JSON\n")
    #expect(await fixture.run("run s.json --out @/shards --shard 0/2 --force").status == .success)
    let again = await fixture.run("run s.json --out @/shards --shard 0/2")
    #expect(again.status == .success && again.error.contains("is already complete"))
  }

  // MARK: Determinism

  @Test func trialsRunTwiceAreTheSame() async throws {
    let outcome = await fixture.run("run s.json m.json --verify-determinism")
    #expect(outcome.status == .success && outcome.error.isEmpty)
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines[0].hasPrefix("small: 2 cells, ") && lines[0].hasSuffix(" events run twice"))
    #expect(lines[1].hasPrefix("many: 20 cells, "))
    #expect(try folder.files().isEmpty)
  }

  /// Several scenarios, several numbers of threads: the same bytes.
  @Test func threadsDoNotShowInTheBytes() async throws {
    let replicated = RunFixture.many.replacing(
      "\"many\", \"trials\": 10",
      with: "\"replicated\", \"trials\": 5, \"mode\": \"replicated\"")
    // Several units of one cell; those who are gone make them small.
    let long = """
      {"name": "long", "trials": 1200, "workload": {"proposals": 1},
       "config": {"quorum_fraction": 0.01},
       "voters": [
         {"name": "h", "role": "honest", "count": 2, "accuracy": 0.8, "latency": 1},
         {"name": "gone", "role": "absent", "count": 98}]}
      """
    for threads in [1, 2, 3, 7] {
      let outcome = await fixture.run(
        "run s.json m.json r.json l.json --quiet --threads \(threads) --out @/\(threads)",
        files: ["r.json": replicated, "l.json": long])
      #expect(outcome.status == .success)
      for name in ["small", "many", "replicated", "long"] {
        let result = try fixture.result("\(threads)/\(name)")
        #expect(result.keys.sorted() == ["manifest.json", "summary.csv"])
        #expect(result == (try fixture.result("1/\(name)")), "\(name), \(threads) threads")
      }
    }
  }
}
