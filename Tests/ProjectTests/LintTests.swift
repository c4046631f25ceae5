import Foundation
import Testing

/// The formatter of the toolchain, which reads `.swift-format` at the root.
@Suite struct LintTests {
  @Test func sourcesAreFormatted() throws {
    let result = try lint(["--recursive", "Sources", "Tests", "Package.swift"])
    #expect(result.status == 0, "swift format lint --strict\n\(result.output)")
  }

  @Test func badFormatIsFound() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "Bad.swift")
    try Data("let a=1;let b = 2\n".utf8).write(to: file)
    let configuration = Repository.root.appending(path: ".swift-format").path
    let result = try lint(["--configuration", configuration, file.path])
    #expect(result.status != 0)
    #expect(result.output.contains("DoNotUseSemicolons"))
  }

  /// Runs beside the build that runs the tests: the formatter takes no lock of the package.
  private func lint(_ arguments: [String]) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["swift", "format", "lint", "--strict"] + arguments
    process.currentDirectoryURL = Repository.root
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    process.standardInput = FileHandle.nullDevice
    try process.run()
    // Read to the end before waiting: a full pipe would hold the formatter up for ever.
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }
}
