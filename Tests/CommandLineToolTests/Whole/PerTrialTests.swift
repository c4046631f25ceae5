import CSV
import TestSupport
import Testing

@testable import CommandLineTool

struct PerTrialTests {
  private let fixture = RunFixture()
  private var folder: TemporaryFolder { fixture.folder }

  /// Several units of one cell; those who are gone make them small.
  private static let long = [
    "l.json": """
    {"name": "long", "trials": 1200, "workload": {"proposals": 1},
     "config": {"quorum_fraction": 0.01},
     "voters": [
       {"name": "h", "role": "honest", "count": 2, "accuracy": 0.8, "latency": 1},
       {"name": "gone", "role": "absent", "count": 98}]}
    """
  ]

  private func trials(_ result: String) throws -> DataTable {
    try #require(DataTable(csv: try folder.read("\(result)/trials.csv")))
  }

  @Test func aResultKeepsItsTrials() async throws {
    let outcome = await fixture.run("run s.json --out @/r --per-trial")
    #expect(outcome.status == .success)
    let trials = try trials("r")
    #expect(trials.rows.count == 80)
    #expect(trials.column("safeguards.tally")?.prefix(41).last == "decisive")
    let summary = try #require(DataTable(csv: try folder.read("r/summary.csv")))
    for name in ["approved_unwarranted", "no_quorum_warranted", "votes_refused"] {
      let sums = [0, 1].map { cell in
        zip(trials.column("cell") ?? [], trials.column(name) ?? [])
          .filter { $0.0 == "\(cell + 1)" }.reduce(0) { $0 + (Int($1.1) ?? 0) }
      }
      #expect(sums.map(String.init) == summary.column(name))
    }
    let manifest = String(decoding: try folder.read("r/manifest.json"), as: UTF8.self)
    #expect(manifest.contains("\"trials.csv\": \""))
    _ = await fixture.run("run s.json --out @/plain")
    #expect(try folder.read("plain/summary.csv") == folder.read("r/summary.csv"))
    #expect(try folder.files(in: "plain").keys.sorted().contains("trials.csv") == false)
  }

  @Test func threadsAndShardsDoNotShowInTheBytes() async throws {
    for threads in [1, 2, 7] {
      let line = "run l.json m.json --per-trial --quiet --threads \(threads) --out @/\(threads)"
      #expect(await fixture.run(line, files: Self.long).status == .success)
      for name in ["long", "many"] {
        let result = try fixture.result("\(threads)/\(name)")
        #expect(result.keys.sorted() == ["manifest.json", "summary.csv", "trials.csv"])
        #expect(result == (try fixture.result("1/\(name)")), "\(name), \(threads) threads")
      }
    }
    for index in [2, 0, 1] {
      let line = "run l.json --per-trial --out @/in --shard \(index)/3"
      #expect(await fixture.run(line, files: Self.long).status == .success)
    }
    let merged = await fixture.run("merge l.json --in @/in --out @/out", files: Self.long)
    #expect(merged.status == .success)
    #expect(try fixture.result("out") == fixture.result("1/long"))
    #expect(try trials("out").column("trial") == (1...1200).map(String.init))
  }

  @Test func shardsMustBeAlike() async throws {
    _ = await fixture.run("run m.json --out @/in --shard 0/2 --per-trial")
    _ = await fixture.run("run m.json --out @/in --shard 1/2")
    let merged = await fixture.run("merge m.json --in @/in --out @/out")
    #expect(merged.status == .badInput)
    #expect(merged.error.contains("run without --per-trial, others with it; all must be the same"))
    let again = await fixture.run("run m.json --out @/in --shard 1/2 --per-trial")
    #expect(again.status == .badInput && again.error.contains("its 'per_trial' is false, not true"))
  }

  @Test func aResultWithoutTrialsIsNotMadeToHaveThemUnlessForced() async throws {
    _ = await fixture.run("run s.json --out @/r")
    let refused = await fixture.run("run s.json --out @/r --per-trial")
    #expect(refused.status == .cannotCreate)
    #expect(refused.error.contains("its result has no trials.csv"))
    #expect(await fixture.run("run s.json --out @/r --per-trial --force").status == .success)
    let plain = await fixture.run("run s.json --out @/r")
    #expect(plain.status == .success && plain.error.contains("is already complete"))
  }

  @Test func moreTrialsThanAreKeptAreRefused() async throws {
    let outcome = await fixture.run("run s.json --out @/r --per-trial --trials 1000001")
    #expect(outcome.status == .usage)
    #expect(
      outcome.error.contains(
        "'small' has 2,000,002 trials in all cells; with --per-trial at most 2,000,000 are allowed")
    )
    #expect(try folder.files().isEmpty)
  }
}
