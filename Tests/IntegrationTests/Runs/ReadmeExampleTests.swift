import CSV
import Foundation
import Reports
import Results
import Scenarios
import TestSupport
import Testing

/// The README's example of a run compiles, and does what it says.
struct ReadmeExampleTests {
  private let folder = TemporaryFolder()

  /// Runs the example, which stands between the two marks word for word, and keeps what it prints.
  private func example(_ text: String, _ folder: String) async throws -> [String] {
    var printed: [String] = []
    func print(_ line: String) { printed.append(line) }
    // The example begins.
    let file = try ScenarioFile(parsing: text)
    let run = try ResumableRun(file, into: folder, part: .whole, options: .init(threads: 2))
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

  @Test func theExampleRuns() async throws {
    let text = try BundledScenario.text(of: "tie-attack-four-voters.json")
    let small = text.replacing("\"trials\": 5000", with: "\"trials\": 20")
    let printed = try await example(small, folder.path)
    #expect(printed.first == "0 of 40 trials")
    #expect(printed.suffix(2).first?.hasSuffix(" units are done") == true)
    #expect(printed.last == "2 cells")
    #expect(try folder.files().keys.contains("summary.csv"))
  }

  @Test func theExampleIsTheReadmes() throws {
    let file = URL(filePath: #filePath)
    let own = try String(contentsOf: file, encoding: .utf8)
    let lines = own.split(separator: "\n", omittingEmptySubsequences: false)
    let start = try #require(lines.firstIndex { $0.hasSuffix("// The example begins.") })
    let end = try #require(lines.firstIndex { $0.hasSuffix("// The example ends.") })
    let example = lines[(start + 1)..<end].map { $0.dropFirst(4) + "\n" }.joined()
    let root = (0..<4).reduce(file) { url, _ in url.deletingLastPathComponent() }
    let readme = try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
    #expect(readme.contains("\n" + example + "```\n"))
  }
}
