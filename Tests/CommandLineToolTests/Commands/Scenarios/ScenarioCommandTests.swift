import Testing

@testable import CommandLineTool

struct ScenarioCommandTests {
  private static let good = """
    {"name": "tie", "trials": 40,
     "voters": [
       {"name": "h", "role": "honest", "count": 3, "latency": {"exponential": {"mean": 0.5}}},
       {"name": "t", "role": "byzantine", "count": 1, "strategy": "rush"}],
     "workload": {"proposals": 1},
     "sweep": {"safeguards.tally": ["anytime", "decisive"]}}
    """

  private func run(_ line: String, _ files: [String: String] = ["s.json": good]) async -> Outcome {
    await Program.quorumlab.outcome(of: line, in: .init(files: files))
  }

  @Test func validateSaysWhatIsWellFormed() async {
    let outcome = await run("validate s.json --seed 3 --trials 10 --set config.quorum_fraction=1")
    #expect(outcome.status == .success)
    #expect(outcome.output == "s.json: tie, 2 cells, valid; no action is critical\n")
  }

  private static let doubtful = """
    {"name": "s", "trials": 2, "voters": [{"name": "h", "role": "honest", "count": 1}],
      "workload": {"proposals": 1, "actions": {"Terminate": 1, "escalate": 1}},
      "expect": [{"metric": "correct_rate", "at_least": 0.1}]}
    """

  /// A warning has its place, and changes nothing unless it is to be a problem.
  @Test(arguments: [
    ("validate s.json", 0), ("run s.json --out /dev/null/x", 73), ("check s.json", 0),
  ])
  func whatIsHardlyMeantIsWarnedOf(line: String, status: Int) async {
    let files = ["s.json": Self.doubtful]
    let warning = "s.json:2:57: warning: workload.actions.Terminate: 'Terminate' is not critical; "
    let outcome = await run(line, files)
    #expect(Int(outcome.status.rawValue) == status)
    #expect(outcome.error.hasPrefix(warning), "\(outcome.error)")
    let strict = await run(line + " --strict", files)
    #expect(strict.status == .badInput && strict.output.isEmpty)
    #expect(strict.error.hasPrefix("s.json:2:57: workload.actions.Terminate: "))
  }

  @Test func validateSaysWhatIsCritical() async {
    let outcome = await run("validate s.json", ["s.json": Self.doubtful])
    #expect(outcome.output == "s.json: s, 1 cell, valid; critical: escalate\n")
  }

  @Test func validateTellsAllProblemsOfAllFiles() async {
    let outcome = await run(
      "validate a b", ["a": #"{"name": "A", "votrs": []}"#, "b": "{"])
    #expect(outcome.status == .badInput)
    #expect(outcome.output.isEmpty)
    let lines = outcome.error.split(separator: "\n").map(String.init)
    #expect(lines.count == 4)
    #expect(lines[0] == "a:1:1: $: the key 'voters' is missing")
    #expect(lines[1].hasPrefix("a:1:10: name: "))
    #expect(lines[2].hasPrefix("a:1:15: votrs: unknown key (did you mean 'voters'?)"))
    #expect(lines[3].hasPrefix("b:1:2: $: "))
  }

  @Test func anOverrideThatLeadsNowhereIsToldAsItWasGiven() async {
    let outcome = await run("validate s.json --set config.quorum_fractoin=1")
    #expect(outcome.status == .badInput)
    #expect(outcome.error.contains("--set config.quorum_fractoin=1"))
    #expect(outcome.error.contains("quorum_fraction"))
  }

  @Test func schemaPrintsJSON() async {
    let outcome = await run("schema")
    #expect(outcome.status == .success)
    #expect(outcome.output.hasPrefix("{\n"))
    #expect(outcome.output.contains("https://json-schema.org/draft/2020-12/schema"))
  }

  @Test func traceShowsTheTrialThatIsAskedFor() async {
    let first = await run("trace s.json --trial 1")
    let second = await run("trace s.json --trial 2")
    #expect(first.status == .success && second.status == .success)
    #expect(first.output.hasPrefix("tie, seed 1, trial 1\n"))
    #expect(second.output.hasPrefix("tie, seed 1, trial 2\n"))
    #expect(first.output != second.output)
    #expect(await run("trace s.json").output == first.output)
  }

  @Test func traceFindsTheFirstBadTrial() async {
    let found = await run("trace s.json --first false_approval")
    #expect(found.status == .success)
    #expect(found.output.contains("approved, WRONG"))
    let none = await run("trace s.json --first false_approval --cell 2")
    #expect(none.status == .checkFailed)
    #expect(none.error.contains("none of the 40 trials has the outcome false_approval"))
  }

  @Test func traceShowsASingleProposal() async {
    let words = "trace s.json --set workload.proposals=3"
    let all = await run(words).output.split(separator: "\n")
    let one = await run(words + " --proposal 2").output.split(separator: "\n")
    #expect(one.count > 2 && one.dropFirst().allSatisfy { $0.contains(" #2 ") })
    #expect(one.dropFirst().elementsEqual(all.filter { $0.contains(" #2 ") }))
    let none = await run(words + " --proposal 4")
    #expect(none.status == .usage && none.error.contains("from 1 to 3, the last one, not 4"))
  }

  @Test func traceWritesOneObjectALine() async {
    let outcome = await run("trace s.json --format jsonl")
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.count > 5)
    #expect(lines.allSatisfy { $0.hasPrefix(#"{"time":"#) && $0.hasSuffix("}") })
  }

  @Test func traceShowsWhatDetectorsReport() async {
    func traced(_ options: String) async -> [String] {
      let words = #"trace s.json --set detectors=[{"method":"kappa"}] --set workload.proposals=40 "#
      return await run(words + options).output.split(separator: "\n").map(String.init)
    }
    let text = await traced("--cell 2")
    #expect(text.suffix(2) == ["truth: nobody colludes", "kappa reports h-1, h-2, h-3: WRONG"])
    let lines = await traced("--cell 2 --format jsonl")
    #expect(
      lines.last
        == #"{"actor":"kappa","event":"blocs","reported":[["h-1","h-2","h-3"]],"true":[]}"#)
    #expect(await traced("--cell 2 --proposal 3").last?.contains(" #3 ") == true)
  }

  @Test(arguments: [
    ("trace s.json --cell 3", "option '--cell' must be from 1 to 2, the last one, not 3"),
    ("trace s.json --trial 1 --first disagreement", "cannot be used together"),
    ("trace s.json --trial 0", "an integer from 1"),
  ])
  func traceRefusesWhatMakesNoSense(line: String, message: String) async {
    let outcome = await run(line)
    #expect(outcome.status == .usage)
    #expect(outcome.error.contains(message))
  }
}
