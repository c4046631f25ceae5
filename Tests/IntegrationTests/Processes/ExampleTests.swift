import Foundation
import TestSupport
import Testing

/// The program of the package in `Tests/Example`, which needs nothing but the library: it is built
/// with these tests, and run as a process.
struct ExampleTests {
  private let folder = TemporaryFolder()
  private let example: Executable

  init() throws {
    example = Executable(name: "Example", folder: folder.path)
    let scenario = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Example/example.json")
    try folder.write(Data(contentsOf: scenario), to: "example.json")
  }

  /// The rows of a file of the result, by the names of its columns.
  private func row(of name: String) throws -> [String: String] {
    let text = String(decoding: try folder.read("results/example/\(name)"), as: UTF8.self)
    let lines = text.split(separator: "\n").map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    #expect(lines.count == 2)
    return Dictionary(uniqueKeysWithValues: zip(lines[0], lines[1]))
  }

  @Test func itsStrategyAndItsDetectorShowInTheResults() throws {
    #expect(try example.start("run example.json").end() == 0)
    let summary = try row(of: "summary.csv")
    #expect(summary["byzantine"] == "1" && summary["colluding"] == "2")
    // The grump rejects warranted proposals too, and nine others are heard: participation is whole.
    #expect(summary["participation_mean"] == "1")
    #expect(try #require(Double(summary["false_rejection_rate"] ?? "")) > 0)
    let blocs = try row(of: "blocs.csv")
    #expect(blocs["detector"] == "contrarians" && blocs["threshold"] == "0.7")
    #expect(try #require(Double(blocs["exact_recovery_rate"] ?? "")) > 0.95)
  }

  /// What the strategy forecasts is what exact values go by.
  @Test func whatItsStrategyDoesIsKnownExactlyToo() throws {
    #expect(try example.start("check example.json").end() == 65)
    #expect(try example.start("exact example.json").end() == 0)
    #expect(try example.start("trace example.json").end() == 0)
  }

  @Test func theProgramWithoutItRefusesTheScenario() throws {
    #expect(try Executable(folder: folder.path).start("validate example.json").end() == 65)
  }
}
