import JSON
import Scenarios
import TestSupport
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

  /// What the strategies leave undone, and what only foresight does.
  @Test func gapsAreDifferences() async throws {
    let outcome = await Program.quorumlab.outcome(
      of: "exact a.json --format json", in: .init(files: ["a.json": Self.gapped]))
    guard case .array(let cells) = try JSONDocument(parsing: outcome.output).root.value,
      case .object(let cell)? = cells.first, case .object(let values)? = cell["metrics"]
    else { throw Missing() }
    for metric in ["false_approval_rate", "false_rejection_rate", "quorum_failure_rate"] {
      func number(_ key: String) throws -> Double {
        guard case .object(let value)? = values[metric], case .number(let number)? = value[key]
        else { throw Missing() }
        return number.doubleValue
      }
      let (exact, causal, worst) = (
        try number("exact"), try number("causal"), try number("worst")
      )
      #expect(try number("gap_of_strategy") == (causal - exact).magnitude)
      #expect(try number("gap_of_foresight") == (worst - causal).magnitude)
      if metric == "quorum_failure_rate" { #expect(causal > exact && exact > 0) }
    }
  }

  private struct Missing: Error {}

  private static let gapped = """
    {"name": "gapped", "network": {"loss": 0.2},
     "voters": [
       {"name": "h", "role": "honest", "count": 3, "accuracy": 0.75,
        "latency": {"uniform": {"from": 0, "to": 2}}},
       {"name": "t", "role": "byzantine", "count": 1, "strategy": "oppose"}]}
    """

  // MARK: Attacks

  private static let attacked = """
    {"name": "attacked", "trials": 200,
     "voters": [
       {"name": "h", "role": "honest", "count": 3, "accuracy": 0.75,
        "latency": {"uniform": {"from": 1, "to": 3}}},
       {"name": "t", "role": "byzantine", "count": 1, "strategy": "oppose"}],
     "sweep": {"safeguards.tally": ["anytime", "decisive"], "voters.t.count": [1, 0]}}
    """

  /// Each value that is attained has its attack, and none of them is one of a cell without traitors.
  @Test func attacksAreWrittenAndReachTheValues() async throws {
    let folder = TemporaryFolder()
    for _ in 1...2 {
      let outcome = await Program.quorumlab.outcome(
        of: ["exact", "s.json", "--attack-scenario", folder.place("attacks"), "--format", "json"],
        in: .init(files: ["s.json": Self.attacked]))
      #expect(outcome.status == .success && outcome.error.isEmpty)
    }
    let attacks = try folder.files(in: "attacks")
    #expect(
      attacks.keys.sorted()
        == [1, 3].flatMap { cell in
          [
            "causal-false-approval-rate", "causal-false-rejection-rate",
            "causal-quorum-failure-rate",
            "causal-unsafe-trial-rate", "worst-correct-rate", "worst-expected-harm",
            "worst-false-approval-rate", "worst-false-rejection-rate", "worst-quorum-failure-rate",
            "worst-unsafe-trial-rate",
          ].map { "attacked-\(cell)-\($0).json" }
        })
    let text = String(
      decoding: try #require(attacks["attacked-3-worst-correct-rate.json"]), as: UTF8.self)
    let scenario = try ScenarioFile(parsing: text).cells[0].scenario
    // Unwarranted proposals need three right votes of three, warranted ones two.
    #expect(
      scenario.description.contains("correct_rate 0.633: the worst that faulty voters can do"))
    #expect(scenario.description.contains("in cell 3 of attacked"))
  }

  /// Who only opposes should call the tally when one of the honest is wrong, and one is right.
  @Test func theCallThatStrategiesMissIsTold() async {
    let files = ["s.json": Self.attacked]
    let cell = [
      "exact", "s.json", "--set", "voters.t.count=1", "--where", "safeguards.tally=anytime",
    ]
    let text = await Program.quorumlab.outcome(of: cell, in: .init(files: files))
    #expect(text.output.contains("  what the strategies get wrong most, with honest votes as"))
    #expect(
      text.output.contains("    false_rejection_rate: no tally at h 1:1 (warranted): 0.281 of"))
    let json = await Program.quorumlab.outcome(
      of: ["exact", "s.json", "--format", "json"], in: .init(files: files))
    #expect(
      json.output.contains(
        #""strategy_mistakes":{"false_approval_rate":{"should":"call","warranted":false,"#))
    #expect(
      json.output.contains(#""votes":{"h":{"approve":1,"reject":1}},"loss":0.28"#))
  }

  @Test func foreignFilesStay() async throws {
    let folder = TemporaryFolder()
    let name = "attacks/attacked-1-worst-correct-rate.json"
    try folder.write("my notes".utf8, to: name)
    let outcome = await Program.quorumlab.outcome(
      of: ["exact", "s.json", "--attack-scenario", folder.place("attacks")],
      in: .init(files: ["s.json": Self.attacked]))
    #expect(outcome.status == .cannotCreate && outcome.output.isEmpty)
    #expect(outcome.error.contains("it is not the attack 'attacked-1-worst-correct-rate'"))
    #expect(try folder.files(in: "attacks").count == 1)
  }

  /// One of two attacks of the same name would be lost.
  @Test func attacksOfTheSameNameAreRefused() async throws {
    let folder = TemporaryFolder()
    let outcome = await Program.quorumlab.outcome(
      of: ["exact", "s.json", "t.json", "--attack-scenario", folder.place("attacks")],
      in: .init(files: ["s.json": Self.attacked, "t.json": Self.attacked]))
    #expect(outcome.status == .usage && outcome.output.isEmpty)
    #expect(
      outcome.error.contains(
        "two scenarios would have attacks in attacked-1-causal-false-approval-rate.json"))
    #expect(try folder.files().isEmpty)
  }
}
