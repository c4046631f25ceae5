import TestSupport
import Testing

@testable import CommandLineTool

/// The bundled scenarios keep what they claim, but for the canaries: if one of those passes, it is
/// the testbed that is broken.
struct BundledCheckTests {
  private func check(
    _ name: String, _ options: String = "", mustFail: Bool = true
  ) async throws -> Outcome {
    var text = try BundledScenario.text(of: name)
    if !mustFail { text = text.replacing(#", "must_fail": true"#, with: "") }
    return await Program.quorumlab.outcome(
      of: "check s.json" + options, in: .init(files: ["s.json": text]))
  }

  @Test(arguments: try BundledScenario.fileNames().filter { $0.hasPrefix("canary-") })
  func canariesFail(name: String) async throws {
    let canary = try await check(name)
    #expect(canary.status == .success && canary.output.contains(", must fail  pass "))
    let outcome = try await check(name, mustFail: false)
    #expect(outcome.status == .checkFailed && !outcome.output.contains("pass"))
    #expect(outcome.output.contains("\n  quorumlab trace s.json --cell 1 --trial "))
  }

  @Test func thereAreCanaries() throws {
    #expect(try BundledScenario.fileNames().filter { $0.hasPrefix("canary-") }.count >= 2)
  }

  /// Without optimisation few trials are tried, and so it may stay open whether they do.
  @Test(arguments: try BundledScenario.fileNamesToRun().filter { !$0.hasPrefix("canary-") })
  func theOthersKeepWhatTheyClaim(name: String) async throws {
    let trials = name.hasPrefix("blocs-") ? 1 : 30
    let outcome = try await check(name, Effort.isWhole ? "" : " --max-trials \(trials)")
    let isOpen = !Effort.isWhole && outcome.status == .inconclusive
    #expect(outcome.status == .success || isOpen, "\(outcome.output)")
  }
}
