import Foundation

/// Reads data files beside the tests: `Fixtures/<name>` next to the test file or above it.
public enum Fixture {
  /// No folder around the test file holds such a fixture.
  public struct Missing: Error, Equatable, CustomStringConvertible {
    /// The fixture asked for.
    public let name: String
    /// The test file that asked.
    public let filePath: String

    /// What is missing and where it should be.
    public var description: String {
      "no Fixtures/\(name) beside \(filePath) or in a folder around it, up to Tests"
    }
  }

  /// Where a fixture is; the nearest one wins.
  public static func url(_ name: String, from filePath: String = #filePath) throws -> URL {
    let root = TestFolder.root(of: filePath).pathComponents.count
    for folder in TestFolder.ancestors(of: filePath) where folder.pathComponents.count >= root {
      let file = folder.appending(path: "Fixtures").appending(path: name)
      if FileManager.default.fileExists(atPath: file.path) { return file }
    }
    throw Missing(name: name, filePath: filePath)
  }

  /// The content of a fixture.
  public static func bytes(_ name: String, from filePath: String = #filePath) throws -> [UInt8] {
    try [UInt8](Data(contentsOf: url(name, from: filePath)))
  }

  /// The content of a fixture as text; what is not UTF-8 shows as U+FFFD.
  public static func text(_ name: String, from filePath: String = #filePath) throws -> String {
    try String(decoding: bytes(name, from: filePath), as: UTF8.self)
  }

  /// The lines of a fixture without their ends; a last line end begins no line of its own.
  public static func lines(_ name: String, from filePath: String = #filePath) throws -> [String] {
    var lines = try text(name, from: filePath).split(omittingEmptySubsequences: false) {
      $0 == "\n" || $0 == "\r\n"
    }
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines.map(String.init)
  }

  /// The names of the files in a folder of fixtures, sorted.
  public static func names(
    in folder: String, from filePath: String = #filePath
  ) throws -> [String] {
    let path = try url(folder, from: filePath).path
    return try FileManager.default.contentsOfDirectory(atPath: path)
      .filter { !$0.hasPrefix(".") }.sorted()
  }
}
