import CSV
import Consensus
import Foundation
import Reports
import Results
import Scenarios
import TestSupport
import Testing

/// The README's examples in Swift compile, and do what it says.
struct ReadmeExampleTests {
  private let folder = TemporaryFolder()

  /// Runs the example, which stands between the two marks word for word, and keeps what it prints.
  private func example(_ text: String, _ folder: String) async throws -> [String] {
    var printed: [String] = []
    func print(_ line: String) { printed.append(line) }
    // The example begins.
    let file = try ScenarioFile(parsing: text)
    let run = try ResumableRun(file, into: folder, options: .init(threads: 2))
    for await event in run.run() {
      switch event {
      case .progress(let progress): print("\(progress.trialsDone) of \(progress.trials) trials")
      case .computed(let log): print("\(log.progress.units) units are done")
      case .finished(let summary): print("\(summary?.table.rows.count ?? 0) cells")
      case .interrupted(let progress): print("\(progress.unitsDone) units are kept")
      case .failed(let error): print(error.messages.joined(separator: "\n"))
      }
    }
    // The example ends.
    return printed
  }

  @Test func theVoteIsDecided() throws {
    var printed: [Decision] = []
    func print(_ decision: Decision) { printed.append(decision) }
    // The example begins.
    var consensus = try ConsensusProtocol(
      voters: ["mon-1", "mon-2", Voter("mon-3", weight: 2)],
      safeguards: Safeguards(quorum: .bft, ties: .reject))
    let proposal = try consensus.propose(
      by: "mon-1", action: "quarantine", target: "worker-7", at: 0)
    try consensus.vote(.approve, by: "mon-2", on: proposal, at: 0.5)
    try consensus.vote(.approve, by: "mon-3", on: proposal, at: 1)
    print(try consensus.tally(proposal, at: 2).decision)
    // The example ends.
    #expect(printed == [.approved])
  }

  @Test func theExampleRuns() async throws {
    let text = try BundledScenario.text(of: "tie-attack-four-voters.json")
    let small = text.replacing("\"trials\": 5000", with: "\"trials\": 20")
    let printed = try await example(small, folder.path)
    #expect(printed.first == "0 of 40 trials")
    #expect(printed.suffix(2).first?.hasSuffix(" units are done") == true)
    #expect(printed.last == "2 cells")
    #expect(try folder.files().keys.contains("summary.csv"))
  }

  @Test func theExamplesAreTheReadmes() throws {
    let file = URL(filePath: #filePath)
    let root = (0..<4).reduce(file) { url, _ in url.deletingLastPathComponent() }
    let readme = try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
    let lines = try String(contentsOf: file, encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false)
    let starts = lines.indices.filter { lines[$0].hasSuffix("    // The example begins.") }
    let ends = lines.indices.filter { lines[$0].hasSuffix("    // The example ends.") }
    #expect(starts.count == readme.split(separator: "```swift").count - 1 && starts.count == 2)
    for (start, end) in zip(starts, ends) {
      let example = lines[(start + 1)..<end].map { $0.dropFirst(4) + "\n" }.joined()
      let isShown = readme.contains("\n" + example + "```\n")
      #expect(isShown, "\(example)")
    }
  }
}
