import Foundation

/// Seeds that failed once and are replayed for ever: `Tests/RegressionSeeds/<property>.txt`.
package struct RegressionSeeds: Sendable {
  package let file: URL

  /// The file of a property, in the `Tests` folder that a test file is somewhere in.
  package init(of property: String, from filePath: String) {
    let name = String(property.map { "/:\\".contains($0) || $0.isNewline ? "-" : $0 })
    file = TestFolder.root(of: filePath)
      .appending(path: "RegressionSeeds").appending(path: name + ".txt")
  }

  /// The file as one would name it from the root of the package.
  package var shownPath: String { "Tests/RegressionSeeds/" + file.lastPathComponent }

  /// The seeds in the order of the file; none where there is no file.
  package func read() throws -> [UInt64] {
    guard FileManager.default.fileExists(atPath: file.path) else { return [] }
    return try Self.parse(String(contentsOf: file, encoding: .utf8))
  }

  /// Reads one seed a line; `#` begins a comment.
  package static func parse(_ text: String) throws(Unreadable) -> [UInt64] {
    var seeds: [UInt64] = []
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() {
      let content = line.prefix { $0 != "#" }.filter { !$0.isWhitespace }
      if content.isEmpty { continue }
      guard let seed = RunSettings.seed(from: content) else {
        throw Unreadable(line: index + 1, text: String(line))
      }
      seeds.append(seed)
    }
    return seeds
  }

  /// A line that is no seed.
  package struct Unreadable: Error, Equatable {
    let line: Int
    let text: String
  }
}
