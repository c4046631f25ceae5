import JSON
import TestSupport
import Testing

@testable import CommandLineTool

/// What closes the gaps of a certificate, whether it opens others, and what it costs.
struct CertifyRepairsTests {
  private func run(_ words: [String], _ files: [String: String] = [:]) async -> Outcome {
    await Program.quorumlab.outcome(of: ["certify"] + words, in: .init(files: files))
  }

  private func object(_ outcome: Outcome) throws -> JSONObject {
    let line = try #require(outcome.output.split(separator: "\n").first)
    guard case .object(let object) = try JSONDocument(parsing: String(line)).root.value else {
      Issue.record("\(outcome.output)")
      return [:]
    }
    return object
  }

  /// Certificates would close every gap here, and cost the decision on critical actions.
  @Test func noGapIsClosedByOpeningAnother() async throws {
    let words = [
      "--weights", "1.5,2,1.5,4", "--config", #"{"quorum_fraction": 0.3}"#, "--timing",
      "synchronous", "--format", "json",
    ]
    let outcome = await run(words + ["--safeguards", #"{"tally": "decisive"}"#])
    let before = try CertificateRow.all(in: outcome.output)
    #expect(before.contains { $0.tolerated == 2 && $0.guarantee == "decision" })
    guard case .object(let repairs)? = try object(outcome)["repairs"] else {
      guard case .array(let trades)? = try object(outcome)["trades"] else {
        Issue.record("neither repairs nor a trade: \(outcome.output)")
        return
      }
      #expect(!trades.isEmpty)
      return
    }
    let safeguards = JSONValue.object(
      JSONObject([(key: "tally", value: "decisive")] + repairs.members))
    let after = try CertificateRow.all(
      in: await run(words + ["--safeguards", safeguards.text()]).output)
    for (old, new) in zip(before, after) {
      #expect(new.tolerated != 0 && new.tolerated != -1, "\(old) \(new)")
    }
  }

  /// Two liars among seven fallible voters: certificates stop them, and most decisions.
  @Test func repairsOfAScenarioArePriced() async throws {
    let text = """
      {"name": "seven", "electorate": 7, "voters": [
         {"name": "honest", "role": "honest", "count": "rest", "accuracy": 0.95},
         {"name": "liar", "role": "byzantine", "count": 2, "strategy": "oppose"}]}
      """
    let table = await run(["s.json"], ["s.json": text])
    #expect(table.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
    Snapshot.expect(table.output, equals: "certify-prices.txt")
    let report = try object(await run(["s.json", "--format", "json"], ["s.json": text]))
    guard case .array(let prices)? = report["prices"], case .object(let price)? = prices.first,
      case .object(let attacked)? = price["attacked"],
      case .object(let metrics)? = attacked["metrics"],
      case .object(let harm)? = metrics["expected_harm"],
      case .number(let before)? = harm["before"], case .number(let after)? = harm["after"]
    else {
      Issue.record("\(report)")
      return
    }
    #expect(before.doubleValue < 0.05 && after.doubleValue > 0.2)
    #expect(attacked["not_exact_because"] == [])
  }

  /// A vote of everybody is asked for, so one who is silent stops every decision.
  @Test func whereNothingClosesAllGapsTheTradeIsTold() async throws {
    let words = ["--weights", "4,2,1,2", "--config", #"{"quorum_fraction": 1}"#]
    let table = await run(words)
    #expect(table.output.contains("all of them"))
    #expect(table.output.contains("not without loss: "))
    guard case .array(let trades)? = try object(await run(words + ["--format", "json"]))["trades"],
      case .object(let trade)? = trades.first, case .array(let left)? = trade["leaves"]
    else {
      Issue.record("\(table.output)")
      return
    }
    #expect(
      left == [
        ["guarantee": "decision", "actions": "normal"],
        ["guarantee": "decision", "actions": "critical"],
      ])
    #expect(trade["opens"] == [])
  }
}
