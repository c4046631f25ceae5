import Foundation
import TestSupport
import Testing

@testable import CommandLineTool

/// `--junit` and `--attack-scenario` replace what they, or another of their kind, wrote; nothing else.
struct ForeignOutputTests {
  private static let scenario = """
    {"name": "s", "trials": 2, "voters": [{"name": "h", "role": "honest", "count": 3}],
     "expect": [{"metric": "false_approval_rate", "at_most": 0.9}]}
    """

  private let folder = TemporaryFolder()

  private func run(_ line: String) async throws -> Outcome {
    let path = folder.place("s.json")
    try folder.write(Self.scenario.utf8, to: "s.json")
    return await Program.quorumlab.outcome(
      of: line.replacing("@", with: folder.path), in: .init(files: [path: Self.scenario]))
  }

  // MARK: JUnit

  @Test func aJUnitReportReplacesAJUnitReport() async throws {
    for text in ["", "<?xml version=\"1.0\"?>\n<testsuite name=\"x\"/>"] {
      try folder.write(text.utf8, to: "j.xml")
      #expect(try await run("check @/s.json --junit @/j.xml").status == .success)
      #expect(
        String(decoding: try folder.read("j.xml"), as: UTF8.self).contains("quorumlab check"))
      #expect(try await run("check @/s.json --junit @/j.xml").status == .success)
    }
  }

  @Test(arguments: ["my notes", "<?xml version=\"1.0\"?>\n<html/>", "{}"])
  func anotherFileIsNotReplaced(text: String) async throws {
    try folder.write(text.utf8, to: "j.xml")
    let outcome = try await run("check @/s.json --junit @/j.xml")
    #expect(outcome.status == .cannotCreate && outcome.output.isEmpty)
    #expect(
      outcome.error.hasSuffix(
        "'\(folder.path)/j.xml' is left unchanged: it is there, and it is not a JUnit report; "
          + "use another path, or move it away\n"))
    #expect(try folder.read("j.xml") == Array(text.utf8))
  }

  @Test func anInputIsNotReplaced() async throws {
    #expect(symlink("s.json", folder.place("link.xml")) == 0)
    for name in ["s.json", "./s.json", "link.xml"] {
      let outcome = try await run("check @/s.json --junit @/\(name)")
      #expect(outcome.status == .cannotCreate)
      #expect(outcome.error.contains("it is an input of the same command"))
    }
    #expect(try folder.read("s.json") == Array(Self.scenario.utf8))
  }

  @Test func aPlaceWithoutAFolderIsToldBeforehand() async throws {
    for place in ["none/j.xml", "s.json/j.xml", ""] {
      let outcome = try await run("check @/s.json --junit @/\(place)")
      #expect(outcome.status == .cannotCreate && outcome.output.isEmpty)
    }
    #expect(try await run("check @/s.json --junit /dev/null --quiet").status == .success)
  }

  // MARK: Attacks

  @Test func attacksReplaceAttacks() async throws {
    for _ in 1...2 {
      let outcome = try await run("certify --voters 4 --attack-scenario @/attacks")
      #expect(outcome.status == .success)
    }
    #expect(try folder.files(in: "attacks").count > 1)
  }

  @Test func aForeignFileWithTheNameOfAnAttackStays() async throws {
    _ = try await run("certify --voters 4 --attack-scenario @/attacks")
    let names = try folder.files(in: "attacks").keys.sorted()
    let name = try #require(names.last)
    try folder.write("my notes".utf8, to: "attacks/\(name)")
    try folder.write([], to: "attacks/\(names[0])")
    let before = try folder.files(in: "attacks")
    let outcome = try await run("certify --voters 4 --attack-scenario @/attacks")
    #expect(outcome.status == .cannotCreate && outcome.output.isEmpty)
    #expect(outcome.error.contains("it is not the attack 'attack-"))
    #expect(try folder.files(in: "attacks") == before)
  }
}
