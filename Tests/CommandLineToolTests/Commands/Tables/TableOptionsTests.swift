import Testing

@testable import CommandLineTool

/// The options of tables, as a user gives them.
struct TableOptionsTests {
  private static let scenario = """
    {"name": "views", "trials": 3, "voters": [
       {"name": "h", "role": "honest", "count": 3, "accuracy": 0.75},
       {"name": "t", "role": "byzantine", "count": 1, "strategy": "oppose"}],
     "workload": {"proposals": 2},
     "sweep": {"config.quorum_fraction": [0.5, 0.75], "voters.t.count": [0, 1]}}
    """

  private func run(_ line: String) async -> Outcome {
    await Program.quorumlab.outcome(of: line, in: .init(files: ["s.json": Self.scenario]))
  }

  /// Without trials there are no estimates, and a metric stands for its exact value.
  @Test func aMetricOfExactIsItsExactValue() async {
    let outcome = await run("exact s.json --metrics false_approval_rate --sort false_approval_rate")
    #expect(outcome.status == .success)
    #expect(outcome.output.contains("false_approval_rate_exact"))
    let none = await run("exact s.json --metrics latency_p50")
    #expect(none.status == .usage && none.error.contains("latency_p50 has no exact value"))
  }

  @Test(arguments: [
    ("--where voters.t.count=2", "2 is not a value of the axis; its values are 0, 1"),
    ("--where voters.t.cont=1", "did you mean 'voters.t.count'?"),
    ("--pivot voters.t.cont", "did you mean 'voters.t.count'?"),
    ("--pivot voters.t.count,voters.t.count", "expects one axis, or two different ones"),
    ("--metrics correct_rate,", "expects metrics with commas between them"),
    ("--sort correct", "expects a metric"),
    ("--width 20", "expects an integer from 40 to 10000"),
    ("--format csv --sort correct_rate", "--sort chooses what a table shows"),
    ("--format json --where voters.t.count=1", "--where chooses what a table shows"),
  ])
  func wrongOptionsAreRefused(options: String, message: String) async {
    let outcome = await run("exact s.json \(options)")
    #expect(outcome.status == .usage)
    #expect(outcome.error.contains(message), "\(outcome.error)")
    #expect(outcome.output.isEmpty)
  }

  @Test func theViewIsThatOfTheOptions() async {
    let outcome = await run(
      "exact s.json --pivot config.quorum_fraction,voters.t.count --metrics correct_rate_worst")
    #expect(outcome.status == .success)
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.contains { $0.split(separator: " ") == ["config.quorum_fraction", "0", "1"] })
    let wide = await run("exact s.json --width 200")
    #expect(wide.output.split(separator: "\n").map(\.count).max() ?? 0 > 80)
  }
}
