import Consensus
import JSON

/// A line of a file that may be incomplete: the SHA-256 of a JSON text, a space, and the text.
enum SealedLine {
  /// The line of a value, with a line end.
  static func seal(_ value: JSONValue) -> [UInt8] {
    let text = Array(value.text().utf8)
    return Array(digest(of: text).utf8) + [space] + text + [lineEnd]
  }

  /// The value of a line; nil if the line is damaged.
  static func open(_ line: ArraySlice<UInt8>) -> JSONDocument? {
    guard let gap = line.firstIndex(of: space) else { return nil }
    let text = Array(line[(gap + 1)...])
    guard line[..<gap].elementsEqual(digest(of: text).utf8) else { return nil }
    return try? JSONDocument(parsing: text)
  }

  static let lineEnd = UInt8(ascii: "\n")
  private static let space = UInt8(ascii: " ")

  private static func digest(of text: [UInt8]) -> String { SHA256.hash(text).description }
}
