import Testing

@testable import CommandLineTool

struct PlannedCheckTests {
  /// Two cells without an exact value.
  private func tie(expecting expectations: String) -> String {
    CheckCommandTests.tieExpecting(expectations)
  }

  private func run(_ line: String, _ text: String? = nil) async -> Outcome {
    let text = text ?? tie(expecting: #"{"metric": "false_approval_rate", "at_most": 0.2}"#)
    return await Program.quorumlab.outcome(of: line, in: .init(files: ["s.json": text]))
  }

  @Test func thePlanRunsNoTrial() async throws {
    // So many trials would take for ever.
    let text = tie(
      expecting: #"""
        {"metric": "false_approval_rate", "at_most": 0.2},
        {"metric": "votes_refused", "at_most": 3},
        {"guarantee": "decision", "faults": 0}
        """#)
    let line = "check s.json --plan --set workload.proposals=5000 --max-trials 1000000"
    let outcome = await run(line, text)
    #expect(outcome.status == .success && outcome.error.isEmpty)
    #expect(outcome.output.hasPrefix("tie, seed 1: 6 expectations, 2 without trials\n\n"))
    #expect(outcome.output.contains("at best"))
    #expect(outcome.output.contains("  0, certificate"))
    #expect(outcome.output.contains("all 1,000,000, counted"))
    #expect(outcome.output.contains("\nAn estimate; no trial was run. "))
    let json = await run(line + " --format json", text)
    #expect(json.output.contains(#""decided_by":"certificate","trials":0,"#))
    #expect(json.output.contains(#""decided_by":"count","trials_max":1000000}"#))
    #expect(
      json.output.contains(#""decided_by":"sequential test","estimates":[{"if":0.0,"trials":"#))
  }

  @Test(arguments: ["--junit j.xml", "--github", "--out c"])
  func aPlanHasNoVerdictsToReport(option: String) async {
    let outcome = await run("check s.json --plan " + option)
    #expect(outcome.status == .usage && outcome.output.isEmpty)
  }

  @Test func whatCannotBePlannedIsTold() async {
    let outcome = await run("check s.json none.json --plan")
    #expect(outcome.status == .noInput && outcome.output.hasPrefix("tie, seed 1: 2 exp"))
  }
}
