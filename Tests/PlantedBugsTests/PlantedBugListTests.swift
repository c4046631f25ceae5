import Foundation
import TestSupport
import Testing

@testable import PlantedBugs

/// The lists stay true to the sources, whatever becomes of those.
@Suite struct PlantedBugListTests {
  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  @Test func thereAreEnough() throws {
    #expect(try PlantedBug.list("protocol", in: Self.root).count >= 60)
    #expect(try PlantedBug.list("guarantees", in: Self.root).count >= 20)
    #expect(try PlantedBug.list("detection", in: Self.root).count >= 20)
    #expect(try PlantedBug.list("files", in: Self.root).count >= 20)
  }

  @Test func namesDiffer() throws {
    let names = try PlantedBug.all(in: Self.root).map(\.name)
    #expect(Set(names).count == names.count)
  }

  @Test func everyBugSaysWhatGoesWrong() throws {
    for bug in try PlantedBug.all(in: Self.root) {
      #expect(bug.why.hasSuffix(".") && bug.wrong != bug.original, "\(bug.name)")
      // An argument with its label reads like part of a tuple, but is none.
      #expect(bug.original.prefixMatch(of: /\w+:\s/) == nil, "\(bug.name)")
    }
  }

  /// What is to be replaced is there, once, and what replaces it is Swift.
  @Test func everyBugHasItsPlace() throws {
    let bugs = try PlantedBug.all(in: Self.root).map { (number: 1, bug: $0) }
    let folder = TemporaryFolder()
    var files: [String] = []
    for (file, bugs) in Dictionary(grouping: bugs, by: \.bug.file) {
      let text = try String(contentsOf: Self.root.appending(path: file), encoding: .utf8)
      do {
        try folder.write(try Planting.plant(bugs, in: text).utf8, to: file)
        files.append(folder.place(file))
      } catch let problem as Planting.Problem {
        Issue.record("\(problem)")
      }
    }
    let parser = Process()
    parser.executableURL = URL(filePath: "/usr/bin/env")
    // The driver would start a compiler for each file.
    parser.arguments = ["swiftc", "-frontend", "-parse"] + files
    try parser.run()
    parser.waitUntilExit()
    #expect(parser.terminationStatus == 0, "the compiler has said what it cannot read")
  }
}
