import Foundation
import TestSupport
import Testing

@testable import CommandLineTool

/// Every `quorumlab` command that the README shows prints what the README shows.
struct ReadmeTests {
  /// A command of the README's console blocks and the lines below it.
  private struct Example {
    let command: String
    var output: String
  }

  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().appending(path: "../../..").standardized

  /// What takes longer without optimisation than all the others together.
  private static let costly = [
    "check scenarios/premature-tally.json", "tune scenarios/tune-seven.json",
  ]

  @Test func commandsPrintWhatTheReadmeShows() async throws {
    let readme = try String(contentsOf: Self.root.appending(path: "README.md"), encoding: .utf8)
    let examples = Self.examples(in: readme)
    let folder = FileManager.default.temporaryDirectory.appending(path: "readme-\(UUID())")
    defer { try? FileManager.default.removeItem(at: folder) }
    var checked = 0
    for example in examples {
      if example.command.hasPrefix("cat ") {
        let file = Self.root.appending(path: example.command.dropFirst(4))
        #expect(try String(contentsOf: file, encoding: .utf8) == example.output)
      } else if let range = example.command.range(of: "quorumlab ") {
        var words = Self.words(of: example.command[range.upperBound...])
        let line = words.joined(separator: " ")
        if !Effort.isWhole && Self.costly.contains(where: line.hasPrefix) { continue }
        // The repository's own results, and what others run, are left alone.
        let own = folder.appending(path: "\(checked)").path
        if words[0] == "run" || words[0] == "tune" {
          if let out = words.firstIndex(of: "--out") { words.removeSubrange(out...(out + 1)) }
          words += ["--out", own]
        }
        let outcome = await Program.quorumlab.outcome(of: words, in: try Self.world(for: words))
        let usual = "results/\(Self.scenarioName(words))-tune"
        #expect(
          outcome.output.replacing(own, with: usual) == example.output, "\(example.command)")
        checked += 1
      }
    }
    #expect(checked >= 2)
  }

  /// The name of the scenario of a command line, whose file has the same.
  private static func scenarioName(_ words: [String]) -> String {
    words.count > 1 ? URL(filePath: words[1]).deletingPathExtension().lastPathComponent : ""
  }

  /// The words of a command line in which no space is quoted.
  private static func words(of line: Substring) -> [String] {
    line.split(separator: " ").map { String($0).replacing("'", with: "") }
  }

  private static func examples(in readme: String) -> [Example] {
    var examples: [Example] = []
    var isInside = false
    for line in readme.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        isInside = line == "```console"
      } else if isInside && line.hasPrefix("$ ") {
        examples.append(Example(command: String(line.dropFirst(2)), output: ""))
      } else if isInside {
        examples[examples.count - 1].output += line + "\n"
      }
    }
    return examples
  }

  /// The files that a command line names.
  private static func world(for words: [String]) throws -> RecordingDevice.World {
    var world = RecordingDevice.World()
    for word in words
    where word.contains("/") && !word.hasPrefix("/") && !word.contains("=") {
      world.files[word] = try String(contentsOf: root.appending(path: word), encoding: .utf8)
    }
    return world
  }
}
