import TestSupport
import Testing

@testable import CommandLineTool

struct StatusCommandTests {
  private static let scenario = """
    {"name": "four", "trials": 50, "voters": [
      {"name": "m", "role": "honest", "count": 4, "accuracy": 0.9, "abstain": 0.05}],
     "safeguards": {"authentication": "hmac"}, "workload": {"proposals": 4},
     "sweep": {"config.quorum_fraction": [0.5, 0.75]}}
    """

  /// A flood at times is measured, in rounds.
  private static let flood = """
    [{"name": "flood", "role": "byzantine", "strategy": "flood", "rate": 0.5}]
    """

  private let folder = TemporaryFolder()

  private func run(_ command: String) async -> Outcome {
    await Program.quorumlab.outcome(
      of: command.replacing("@", with: folder.path),
      in: .init(files: ["s.json": Self.scenario, "who.json": Self.flood]))
  }

  private let tune =
    "tune s.json --faults 1 --adversaries who.json --search ties=all --max-trials 500 "

  @Test func theShardsOfARunAreCounted() async {
    _ = await run("run s.json --shard 1/3 --out @/shards")
    let some = await run("status s.json --in @/shards")
    #expect(some.status == .incomplete)
    #expect(some.output == "1 of 2 units; missing is shard 0/3\n")
    _ = await run("run s.json --shard 0/2 --out @/shards")
    let all = await run("status s.json --in @/shards")
    #expect(all.status == .success && all.output == "2 of 2 units\n")
    #expect(await run("status s.json --in @/none").status == .noInput)
    #expect(await run("status s.json --in @/shards --seed 7").status == .badInput)
  }

  @Test func ofASearchTheRoundIsNamed() async throws {
    let first = await run(tune + "--shard 0/2 --out @/shards")
    #expect(first.status == .success)
    #expect(
      first.error == """
        wrote file '\(folder.path)/shards/round-001-shard-000-of-002.json'
        round 1: 2 of 4 units; missing is shard 1/2

        """)
    let status = await run("status s.json --in @/shards")
    #expect(status.status == .incomplete)
    #expect(status.output == "round 1: 2 of 4 units; missing is shard 1/2\n")
    let early = await run("merge s.json --in @/shards --out @/merged")
    #expect(early.status == .incomplete)
    #expect(
      early.error.hasSuffix("round-001-shard-001-of-002.json is missing: run --shard 1/2 again\n"))
    for _ in 0..<20 {
      for shard in ["1/2", "0/2"] {
        #expect(await run(tune + "--shard \(shard) --out @/shards").status == .success)
      }
      if await run("status s.json --in @/shards").status == .success { break }
    }
    let over = await run("status s.json --in @/shards")
    #expect(over.output == "the search is over; quorumlab merge puts it together\n")
    // What was asked stands in the shards.
    let merged = await run("merge s.json --in @/shards --out @/merged --format csv")
    let whole = await run(tune + "--out @/whole --format csv")
    #expect(merged.status == whole.status && merged.output == whole.output)
    let names = try folder.files(in: "whole").keys.sorted()
    #expect(try folder.files(in: "merged").keys.sorted() == names)
    for name in names where name != "run.log.json" {
      #expect(try folder.read("merged/\(name)") == folder.read("whole/\(name)"))
    }
    #expect(await run("status s.json --in @/shards --seed 7").status == .badInput)
  }
}
