import JSON
import TestSupport
import Testing

@testable import CommandLineTool

/// A certificate of a scenario says what it takes for granted, and what of that the scenario breaks.
struct CertifyPremisesTests {
  private func run(_ words: [String], _ files: [String: String] = [:]) async -> Outcome {
    await Program.quorumlab.outcome(of: ["certify"] + words, in: .init(files: files))
  }

  /// Seven voters whose rules withstand two traitors, and whatever else the scenario says.
  private func scenario(_ honest: String = "", _ fields: String = "", mode: String = "central")
    -> String
  {
    """
    {"name": "seven", "mode": "\(mode)", "electorate": 7, "voters": [
       {"name": "honest", "role": "honest", "count": "rest"\(honest)},
       {"name": "liar", "role": "byzantine", "count": 2, "strategy": "oppose"}],
     "safeguards": {"rule": "certificate", "tally": "decisive"}\(fields)}
    """
  }

  private func guarantees(_ text: String, _ words: [String] = []) async throws -> [CertificateRow] {
    let outcome = await run(["s.json", "--format", "json"] + words, ["s.json": text])
    return try CertificateRow.all(in: outcome.output)
  }

  // MARK: What a scenario breaks

  /// Fallible voters on a lossy network: the rules are proven for others.
  @Test func brokenPremisesAreInconclusive() async throws {
    let text = scenario(#", "accuracy": 0.95, "abstain": 0.02"#, #", "network": {"loss": 0.01}"#)
    let outcome = await run(["s.json", "--faults", "2"], ["s.json": text])
    #expect(outcome.status == .inconclusive)
    #expect(outcome.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
    Snapshot.expect(outcome.output, equals: "certify-broken-premises.txt")
    #expect(
      await run(["s.json", "--faults", "2", "--assume"], ["s.json": text]).status == .success)
    #expect(await run(["s.json", "--faults", "3"], ["s.json": text]).status == .checkFailed)
    #expect(await run(["s.json"], ["s.json": text]).status == .success)

    for answer in try await guarantees(text) {
      switch answer.guarantee {
      case "decision":
        #expect(
          answer.premises == [
            "honest_right false [\"honest\"] 0.95", "honest_vote false [\"honest\"] 0.02",
            "votes_arrive_by_deadline false [\"honest\"] 0.01", "nobody_forges true [] null",
          ])
      default:
        #expect(
          answer.premises == [
            "honest_right false [\"honest\"] 0.95", "nobody_forges true [] null",
          ])
      }
    }
  }

  @Test func whatHoldsIsProven() async throws {
    for mode in ["central", "replicated"] {
      let text = scenario(mode: mode)
      let outcome = await run(["s.json", "--faults", "2"], ["s.json": text])
      #expect(outcome.status == .success, "\(outcome.output)")
    }
  }

  /// Only the guarantees that a broken premise carries are in doubt.
  @Test func agreementAsksForNoRightVoters() async throws {
    let text = scenario(#", "accuracy": 0.6"#, mode: "replicated")
    let words = ["s.json", "--faults", "2", "--guarantee"]
    #expect(await run(words + ["agreement"], ["s.json": text]).status == .success)
    #expect(await run(words + ["no_false_approval"], ["s.json": text]).status == .inconclusive)
    #expect(
      await run(words + ["agreement", "--timing", "synchronous"], ["s.json": text]).status
        == .success)
    let silent = scenario(#", "abstain": 0.1"#, mode: "replicated")
    #expect(await run(words + ["agreement"], ["s.json": silent]).status == .success)
    #expect(
      await run(words + ["agreement", "--timing", "synchronous"], ["s.json": silent]).status
        == .inconclusive)
  }

  /// Voters of different accuracy on the two kinds of proposals break one guarantee only.
  @Test func accuracyCountsWhereItMatters() async throws {
    let text = scenario(#", "accuracy": {"warranted": 0.7, "unwarranted": 1}"#)
    let words = ["s.json", "--faults", "2", "--guarantee"]
    #expect(await run(words + ["no_false_approval"], ["s.json": text]).status == .success)
    #expect(await run(words + ["no_false_rejection"], ["s.json": text]).status == .inconclusive)
  }

  @Test func withoutAScenarioNothingIsHeldAgainstIt() async throws {
    let outcome = await run([
      "--voters", "7", "--safeguards", #"{"rule": "certificate", "tally": "decisive"}"#,
      "--faults", "2", "--format", "json",
    ])
    #expect(outcome.status == .success)
    let answers = try CertificateRow.all(in: outcome.output)
    #expect(answers.first?.premises == ["honest_right null [] null", "nobody_forges null [] null"])
    #expect(
      answers.last?.premises == ["honest_may_differ null [] null", "nobody_forges null [] null"])
  }

  // MARK: Which guarantees are told

  @Test func agreementIsAboutReplicas() async throws {
    let central = try await guarantees(scenario())
    #expect(central.count == 6 && !central.contains { $0.guarantee == "agreement" })
    let replicated = try await guarantees(scenario(mode: "replicated"))
    #expect(replicated.count == 8)
    let plain = try CertificateRow.all(in: await run(["--voters", "7", "--format", "json"]).output)
    #expect(plain.count == 8)
    let refused = await run(["s.json", "--guarantee", "agreement"], ["s.json": scenario()])
    #expect(refused.status == .usage)
    #expect(refused.error.contains("agreement"))
  }

  /// A central scenario whose only weakness is one that replicas would have.
  @Test func aCentralScenarioDoesNotFailForReplicas() async throws {
    let text = """
      {"name": "ratio", "voters": [{"name": "v", "role": "honest", "count": 7}],
       "config": {"quorum_fraction": 0.7}, "safeguards": {"tally": "decisive"}}
      """
    let outcome = await run(["s.json", "--faults", "1"], ["s.json": text])
    #expect(outcome.status == .success, "\(outcome.output)")
    #expect(!outcome.output.contains("agreement"))
  }

  @Test func guaranteesAreChosen() async throws {
    let answers = try CertificateRow.all(
      in: await run([
        "--voters", "7", "--format", "json", "--guarantee", "decision", "--guarantee",
        "no_false_approval",
      ]).output)
    #expect(
      answers.map(\.guarantee) == [
        "no_false_approval", "no_false_approval", "decision", "decision",
      ])
    #expect(await run(["--voters", "7", "--guarantee", "safety"]).status == .usage)
  }

  @Test func whatFailsByItselfIsBelowZero() async throws {
    let answers = try CertificateRow.all(
      in: await run(["--voters", "4", "--format", "json"]).output)
    #expect(answers.last?.tolerated == -1)
    #expect(answers.first?.tolerated == 0)
  }
}
