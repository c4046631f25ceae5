import Testing

@testable import CommandLineTool

/// `--sweep` on the commands that take scenarios.
struct SweepOptionTests {
  private static let scenario = """
    {"name": "four", "trials": 2, "electorate": 4,
     "voters": [
       {"name": "h", "role": "honest", "count": "rest", "accuracy": "3/4"},
       {"name": "t", "role": "byzantine", "count": 1, "strategy": "oppose"}],
     "workload": {"proposals": 1},
     "expect": [{"metric": "correct_rate", "at_least": 0}]}
    """

  private func run(_ line: String) async -> Outcome {
    await Program.quorumlab.outcome(of: line, in: .init(files: ["s.json": Self.scenario]))
  }

  @Test func everyCommandOfScenariosTakesIt() {
    let commands = Program.quorumlab.specifications
    let withSet = commands.filter { $0.options.contains { $0.name == "set" } }
    #expect(withSet.count >= 8)
    for command in withSet {
      #expect(
        command.options.contains { $0.name == "sweep" }, "\(command.name)")
    }
  }

  @Test func rowsHaveTheAxis() async {
    let outcome = await run(
      "exact s.json --format csv --sweep voters.t.count=0,max_faulty --sweep "
        + "config.quorum_fraction=1/2,2/3")
    #expect(outcome.status == .success)
    let rows = outcome.output.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).prefix(4).joined(separator: ",")
    }
    // Numbers are the resolved ones; words are as written.
    #expect(
      rows == [
        "scenario,cell,voters.t.count,config.quorum_fraction", "four,1,0,0.5",
        "four,2,0,0.6666666666666666", "four,3,max_faulty,0.5",
        "four,4,max_faulty,0.6666666666666666",
      ])
  }

  @Test(arguments: [
    "validate s.json", "exact s.json", "trace s.json --cell 2", "certify s.json",
    "check s.json", "compare s.json s.json", "run s.json --verify-determinism",
  ])
  func takesAnAxis(line: String) async {
    let outcome = await run(line + " --sweep safeguards.ties=approve,reject")
    #expect(outcome.status == .success, "\(outcome.error)")
    let wrong = await run(line + " --sweep safeguards.ties=approve,rejct")
    #expect(wrong.status == .badInput)
    #expect(
      wrong.error.contains(
        "s.json:--sweep safeguards.ties=approve,rejct: safeguards.ties: unknown value 'rejct' (did "
          + "you mean 'reject'?)"), "\(wrong.error)")
  }

  @Test(arguments: [
    ("certify --voters 4 --sweep trials=1,2", "--sweep needs a scenario"),
    ("validate s.json --sweep trials", "PATH=V,V, such as config.quorum_fraction=1/2,2/3"),
    ("certify s.json --voters 4", "--sweep PATH=V,V to try several values"),
  ])
  func wrongUsageIsTold(line: String, message: String) async {
    let outcome = await run(line)
    #expect(outcome.status == .usage)
    #expect(outcome.error.contains(message), "\(outcome.error)")
  }

  /// The line with which a broken expectation is made again has the axis.
  @Test func theTraceOfACheckHasTheAxis() async {
    let outcome = await run(
      "check s.json --sweep safeguards.ties=approve,reject --set expect[0].at_least=1")
    #expect(outcome.status == .checkFailed)
    #expect(outcome.output.contains("--sweep safeguards.ties=approve,reject"), "\(outcome.output)")
  }

  @Test func numbersOfOptionsMayBeFractions() async {
    let fraction = await run("compare s.json s.json --confidence 9/10")
    #expect(fraction.status == .success)
    #expect(await run("certify --weights 1/2,1/2,1").status == .success)
    #expect(await run("compare s.json s.json --confidence 9/0").status == .usage)
  }
}
