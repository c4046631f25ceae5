import Testing

@testable import CommandLineTool

struct ExactCommandTests {
  private static let sweep = """
    {"name": "four",
     "voters": [
       {"name": "h", "role": "honest", "count": 3, "accuracy": 0.75},
       {"name": "t", "role": "byzantine", "count": 1, "strategy": "oppose"}],
     "sweep": {"mode": ["central", "replicated"]}}
    """

  private func run(_ line: String) async -> Outcome {
    await Program.quorumlab.outcome(of: line, in: .init(files: ["s.json": Self.sweep]))
  }

  /// Two of four approve an unwarranted proposal where one of three honest voters is wrong.
  private static let rate = 1 - 0.75 * 0.75 * 0.75

  @Test func theTableHasExactValuesAndReasons() async {
    let outcome = await run("exact s.json")
    #expect(outcome.status == .success)
    #expect(outcome.output.hasPrefix("four: 2 cells\n\n"))
    #expect(outcome.output.contains("central     0.578 "))
    #expect(outcome.output.contains("no exact value, because\n    each replica counts"))
    #expect(outcome.output.contains("(cell 2)"))
    #expect(outcome.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test func otherProgramsGetTheSame() async {
    let json = await run("exact s.json --format json")
    #expect(json.output.contains(#""false_approval_rate":{"exact":\#(Self.rate),"#))
    let csv = await run("exact s.json --format csv")
    let lines = csv.output.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines[0].hasPrefix("scenario,cell,mode,false_approval_rate_exact,"))
    #expect(lines[1].hasPrefix("four,1,central,\(Self.rate),1,\(Self.rate),attained,"))
    #expect(lines[2].hasPrefix("four,2,replicated,,,,,,"))
  }
}
