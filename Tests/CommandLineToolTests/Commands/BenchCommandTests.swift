import Testing

@testable import CommandLineTool

struct BenchCommandTests {
  @Test func measuresWhatIsAskedFor() async {
    let table = await Program.quorumlab.outcome(of: "bench --only agreement")
    #expect(table.status == .success)
    #expect(table.output.contains("agreement, 200 voters × 10,000 proposals"))
    #expect(!table.output.contains("SHA-256"))
    let json = await Program.quorumlab.outcome(of: "bench --only agreement --format json")
    #expect(json.output.contains(#""unit": "ms""#))
  }

  @Test func saysWhatThereIsToMeasure() async {
    let outcome = await Program.quorumlab.outcome(of: "bench --only nonsense")
    #expect(outcome.status == .checkFailed)
    #expect(outcome.error.contains("'votes of 7'"))
  }
}
