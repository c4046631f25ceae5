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
}
