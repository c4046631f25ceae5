import TestSupport
import Testing

@testable import CommandLineTool

struct MergeCommandTests {
  private let fixture = RunFixture()
  private var folder: TemporaryFolder { fixture.folder }

  private func shard(_ indexes: Int..., of count: Int, of scenario: String = "m.json") async {
    for index in indexes {
      let outcome = await fixture.run("run \(scenario) --out @/in --shard \(index)/\(count)")
      #expect(outcome.status == .success && outcome.output.isEmpty)
      #expect(outcome.error.hasPrefix("wrote '\(folder.path)/in/shard-"))
    }
  }

  private func merge(_ options: String = "") async -> Outcome {
    await fixture.run("merge m.json --in @/in --out @/out \(options)")
  }

  @Test(arguments: Effort.isWhole ? [1, 2, 3, 4, 5] : [1, 2, 5])
  func shardsComeToTheBytesOfOneRun(count: Int) async throws {
    for index in (0..<count).reversed() { await shard(index, of: count) }
    let whole = await fixture.run("run m.json --out @/whole")
    let merged = await merge()
    #expect(merged.status == .success && merged.output == whole.output)
    #expect(merged.error == "wrote folder '\(folder.path)/out'\n")
    #expect(try fixture.result("out") == fixture.result("whole"))
  }

  @Test func shardsOfDifferentNumbersMayBeMixed() async throws {
    await shard(0, 1, of: 2)
    await shard(0, of: 3)
    _ = await fixture.run("run m.json --out @/whole")
    #expect(await merge().status == .success)
    #expect(try fixture.result("out") == fixture.result("whole"))
    let again = await merge("--format csv")
    #expect(again.status == .success && again.error.contains("is already complete"))
    // What is there is shown, as `run` does.
    #expect(again.output == (await fixture.run("run m.json --out @/whole --format csv")).output)
    #expect(await merge("--seed 1").status == .success)
  }

  @Test func missingShardsAreListedAndNothingIsWritten() async throws {
    await shard(0, 3, of: 4)
    let outcome = await merge()
    #expect(outcome.status == .incomplete && outcome.output.isEmpty)
    for index in [1, 2] {
      #expect(
        outcome.error.contains(
          "/in/shard-00\(index)-of-004.json is missing: run --shard \(index)/4\n"))
    }
    #expect(!outcome.error.contains("shard-000"))
    #expect(try folder.files().keys.allSatisfy { $0.hasPrefix("in/") })
  }

  @Test func whatIsNotThisScenariosIsRefused() async throws {
    await shard(0, 1, of: 2)
    let other = await merge("--seed 3")
    #expect(other.status == .badInput)
    #expect(other.error.split(separator: "\n").count == 2)
    #expect(other.error.contains("the file belongs to other work: its 'scenario_sha256' is"))
    try folder.write([1], to: "out/summary.csv")
    let occupied = await merge()
    #expect(occupied.status == .cannotCreate)
    #expect(await merge("--force").status == .cannotCreate, "it is not ours")
    try folder.write("scenario,cell,x\n".utf8, to: "out/summary.csv")
    #expect(await merge().status == .cannotCreate)
    #expect(await merge("--force").status == .success)
    #expect(
      await fixture.run("merge m.json --in @/none --out @/out").status == .noInput)
  }
}
