import Foundation
import Testing

/// Whoever clones the repository runs a bundled scenario first, so `results/NAME` must be free.
@Suite struct BundledResultsTests {
  @Test func nothingBundledStandsWhereARunWrites() throws {
    guard try isClone() else { return }
    let files = try git(["ls-files", "results"]).output.split(separator: "\n")
    #expect(files.count > 60)
    let others = files.filter { !$0.hasPrefix("results/bundled/") }
    #expect(others == ["results/digests.txt", "results/regenerate.sh"])
  }

  @Test(arguments: [
    ("results/tie-attack-four-voters/summary.csv", true), ("results/my-own/run.log.json", true),
    ("results/bundled/flood/run.log.json", true),
    ("results/bundled/flood/summary.csv", false), ("results/bundled/new/manifest.json", false),
  ])
  func gitIgnoresResultsOfUsersAndNoOthers(path: String, isIgnored: Bool) throws {
    guard try isClone() else { return }
    let status = try git(["check-ignore", "--quiet", "--no-index", path]).status
    #expect(status == (isIgnored ? 0 : 1))
  }

  /// Whether the sources are a clone, not an unpacked archive or a copy inside another one.
  private func isClone() throws -> Bool {
    let top = try git(["rev-parse", "--show-toplevel"])
    let folder = URL(filePath: top.output.trimmingCharacters(in: .newlines))
    return top.status == 0
      && folder.resolvingSymlinksInPath().path == Repository.root.resolvingSymlinksInPath().path
  }

  private func git(_ arguments: [String]) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["git", "-C", Repository.root.path] + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }
}
